import { millisecondsInMinute } from "date-fns/constants";
import { type Context, Hono } from "hono";
import type * as z from "zod";
import { contain } from "../../article/contain.ts";
import { documentUrls, valueUrls } from "../../feed/addresses.ts";
import type { Catalog } from "../../feed/catalog.ts";
import { describeAlert } from "../../partner/alerts.ts";
import { mintKey } from "../../partner/key-format.ts";
import {
  newKeySchema,
  newPartnerSchema,
  type Partner,
  partnerChangeSchema,
  rotationSchema,
} from "../../partner/partner.ts";
import { answersJson, answersProblem, badBody } from "../describe/answers.ts";
import { describes } from "../describe/describes.ts";
import { named } from "../describe/parameters.ts";
import type { Home } from "../home.ts";
import type { SignedEnv } from "../http/authorize.ts";
import { need } from "../http/need.ts";
import { NO_STORE } from "../http/no-store.ts";
import { problem, unavailable } from "../http/problem.ts";
import { familiesOfPartner, feedsOfPartner, foreignFeeds } from "../partner/own-feeds.ts";
import { listAlerts } from "../store/alerts.ts";
import {
  changePartner,
  createKey,
  createPartner,
  findPartner,
  listKeys,
  listPartners,
  type PartnerHand,
  revokeKey,
  rotateKey,
} from "../store/partners.ts";
import { StoreFault } from "../store-fault.ts";
import {
  alertList,
  PARTNER_EXAMPLE,
  partnerKeyList,
  partnerList,
  partnerWithKeys,
  revokedKey,
  shownKey,
} from "./answers/partners.ts";
import { parseSmallBody } from "./parse-small-body.ts";

/** `/api/partners`: who may poll what, with which keys. */
export function partners(home: Home, catalog: Catalog): Hono<SignedEnv> {
  const app = new Hono<SignedEnv>();

  app.get(
    "/",
    need("partners:read"),
    describes(() => ({
      operationId: "listPartners",
      part: "Partners",
      summary: "All partners, their feeds and families of feeds",
      answers: { 200: answersJson("The partners.", partnerList()) },
    })),
    async (c) => {
      return c.json(
        { partners: (await listPartners(home.db)).map((one) => describePartner(catalog, one)) },
        200,
        NO_STORE,
      );
    },
  );

  app.post(
    "/",
    need("partners"),
    describes(() => ({
      operationId: "createPartner",
      part: "Partners",
      summary: "A new partner",
      body: jsonBody(newPartnerSchema, { slug: "harbour-radio", name: "Harbour Radio" }),
      answers: {
        201: answersJson("Made.", partnerWithKeys(), { example: PARTNER_EXAMPLE }),
        409: answersProblem("There is a partner of this slug."),
        ...badBody(),
      },
    })),
    async (c) => {
      const input = await parseSmallBody(c, newPartnerSchema);
      if (input instanceof Response) return input;
      if (!(await createPartner(home.db, input, handOf(c))))
        return problem(409, "There is a partner of this slug.", [{ path: "/slug", detail: "is taken" }]);
      return answerStored(() => answer(c, input.slug, 201));
    },
  );

  app.get(
    "/alerts",
    need("partners:read"),
    describes(() => ({
      operationId: "listAlerts",
      part: "Partners",
      summary: "Partners that do not come, or have not picked up a retraction",
      answers: { 200: answersJson("The alerts.", alertList()) },
    })),
    async (c) => c.json({ alerts: (await listAlerts(home.db)).map(describeAlert) }, 200, NO_STORE),
  );

  app.get(
    "/:slug",
    need("partners:read"),
    describes(() => ({
      operationId: "getPartner",
      part: "Partners",
      summary: "A partner, its feeds and its keys",
      params: { slug: partnerSlug() },
      answers: {
        200: answersJson("The partner.", partnerWithKeys(), { example: PARTNER_EXAMPLE }),
        404: noSuchPartner(),
      },
    })),
    (c) => answer(c, c.req.param("slug")),
  );

  app.patch(
    "/:slug",
    need("partners"),
    describes(() => ({
      operationId: "changePartner",
      part: "Partners",
      summary: "Change or suspend a partner",
      params: { slug: partnerSlug() },
      body: jsonBody(partnerChangeSchema, { status: "suspended" }),
      answers: { 200: answersJson("Changed.", partnerWithKeys()), 404: noSuchPartner(), ...badBody() },
    })),
    async (c) => {
      const input = await parseSmallBody(c, partnerChangeSchema);
      if (input instanceof Response) return input;
      const found = await changePartner(home.db, c.req.param("slug"), input, handOf(c));
      return found ? answerStored(() => answer(c, c.req.param("slug"))) : noPartner();
    },
  );

  app.get(
    "/:slug/keys",
    need("partners:read"),
    describes(() => ({
      operationId: "listPartnerKeys",
      part: "Partners",
      summary: "A partner's keys: what each is for, and when it was last used",
      params: { slug: partnerSlug() },
      answers: { 200: answersJson("The keys, without their secrets.", partnerKeyList()), 404: noSuchPartner() },
    })),
    async (c) => {
      if (!(await findPartner(home.db, c.req.param("slug")))) return noPartner();
      return c.json({ keys: await listKeys(home.db, c.req.param("slug")) }, 200, NO_STORE);
    },
  );

  app.post(
    "/:slug/keys",
    need("partners"),
    describes(() => ({
      operationId: "createPartnerKey",
      part: "Partners",
      summary: "A new key of a partner's; no other answer shows it",
      params: { slug: partnerSlug() },
      body: jsonBody(newKeySchema, { label: "newsroom system" }),
      answers: { 201: answersJson("The key.", shownKey()), 404: noSuchPartner(), ...badBody() },
    })),
    async (c) => {
      const slug = c.req.param("slug");
      const input = await parseSmallBody(c, newKeySchema);
      if (input instanceof Response) return input;
      if (!(await findPartner(home.db, slug))) return noPartner();
      const problems = foreignFeeds(catalog, slug, input.feeds ?? []);
      if (problems.length > 0) return problem(422, "There is no new key.", problems);
      const minted = mintKey();
      await createKey(home.db, slug, { ...minted, ...input }, handOf(c));
      return answerWithKey(c, minted);
    },
  );

  app.delete(
    "/:slug/keys/:id",
    need("partners"),
    describes(() => ({
      operationId: "revokePartnerKey",
      part: "Partners",
      summary: "Revoke a partner's key, at once",
      params: { slug: partnerSlug(), id: partnerKeyId() },
      answers: { 200: answersJson("Revoked.", revokedKey()), 404: noSuchKey() },
    })),
    async (c) => {
      const revoked = await revokeKey(home.db, c.req.param("slug"), c.req.param("id"), handOf(c));
      return revoked ? c.json({ status: "revoked", id: c.req.param("id") }, 200, NO_STORE) : noKey();
    },
  );

  app.post(
    "/:slug/keys/:id/rotate",
    need("partners"),
    describes(() => ({
      operationId: "rotatePartnerKey",
      part: "Partners",
      summary: "A new key in the place of one that stays good for a while",
      params: { slug: partnerSlug(), id: partnerKeyId() },
      body: jsonBody(rotationSchema, { overlap_minutes: 60 }),
      answers: { 201: answersJson("The new key.", shownKey()), 404: noSuchKey(), ...badBody() },
    })),
    async (c) => {
      const { slug, id } = c.req.param();
      const input = await parseSmallBody(c, rotationSchema);
      if (input instanceof Response) return input;
      const minted = mintKey();
      const hand = handOf(c);
      const ends = hand.now + input.overlap_minutes * millisecondsInMinute;
      const rotated = await rotateKey(home.db, { partner: slug, oldId: id, minted, ends }, hand);
      return rotated ? answerWithKey(c, minted, { replaces: id, overlap_ends: new Date(ends).toISOString() }) : noKey();
    },
  );

  async function answer(c: Context, slug: string, status: 200 | 201 = 200): Promise<Response> {
    const partner = await findPartner(home.db, slug);
    if (!partner) return noPartner();
    const keys = await listKeys(home.db, slug);
    return c.json({ ...describePartner(catalog, partner), keys }, status, NO_STORE);
  }

  return app;
}

/** Who asks, and when. */
const handOf = (c: Context<SignedEnv>): PartnerHand => ({ by: c.get("actor"), now: Date.now() });

const partnerSlug = () => named("The partner's name, permanent.", "harbour-radio");
const partnerKeyId = () => named("A key's id, which is no secret.", "0123456789ab");
const noSuchPartner = () => answersProblem("No partner has this slug.");
const noSuchKey = () => answersProblem("The partner has no such key that is good still.");
/** An empty body is as good as `{}`. */
const jsonBody = (schema: z.ZodType, example: unknown) => ({
  required: false,
  content: { "application/json": { schema, example } },
});

/** What was stored is read back for the answer; where it cannot be, the answer must not be that it was not stored. */
const answerStored = (answer: () => Promise<Response>): Promise<Response> =>
  contain(answer, (fault) => {
    if (!(fault instanceof StoreFault)) throw fault;
    return unavailable(`It was stored. ${fault.told} Ask for it later.`);
  });

const noPartner = (): Response => problem(404, "No partner has this slug.");
const noKey = (): Response => problem(404, "The partner has no such key that is good still.");

/** The only answer that ever holds a key. */
const answerWithKey = (c: Context, { id, key }: { id: string; key: string }, more: object = {}): Response =>
  c.json({ id, key, ...more }, 201, NO_STORE);

const describePartner = (catalog: Catalog, partner: Partner) => ({
  ...partner,
  feeds: feedsOfPartner(catalog, partner.slug).map(({ slug, title }) => ({
    slug,
    title,
    urls: documentUrls(catalog.site, slug, "partner"),
  })),
  families: familiesOfPartner(catalog, partner.slug).map((family) => ({
    family: family.slug,
    title: family.title,
    urls: valueUrls(catalog.site, family),
  })),
});
