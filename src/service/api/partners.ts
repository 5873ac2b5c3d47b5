import { type Context, Hono } from "hono";
import type { z } from "zod";
import type { Problem } from "../../article/parse.ts";
import { documentUrls } from "../../feed/addresses.ts";
import type { Catalog } from "../../feed/catalog.ts";
import { describeAlert } from "../../partner/alerts.ts";
import { mintKey } from "../../partner/keys.ts";
import {
  newKeySchema,
  newPartnerSchema,
  type Partner,
  partnerChangeSchema,
  rotationSchema,
} from "../../partner/partner.ts";
import type { CatalogEnv, Catalogs } from "../catalog.ts";
import { parseJson, readBody } from "../http/body.ts";
import { problem } from "../http/problem.ts";
import { listAlerts } from "../store/alerts.ts";
import {
  changePartner,
  createKey,
  createPartner,
  findPartner,
  listKeys,
  listPartners,
  revokeKey,
  rotateKey,
} from "../store/partners.ts";

/** A partner is a few lines. */
const MAX_BODY_BYTES = 20_000;

const NO_STORE = { "cache-control": "no-store" };

type Bindings = { Bindings: CatalogEnv };

/** `/api/partners`: who may poll what, with which keys. */
export function partners(catalogs: Catalogs): Hono<Bindings> {
  const app = new Hono<Bindings>();

  app.get("/", async (c) => {
    const catalog = catalogs.get(c.env);
    return c.json({ partners: (await listPartners(c.env.DB)).map((one) => describe(catalog, one)) }, 200, NO_STORE);
  });

  app.post("/", async (c) => {
    const input = await parseBody(c, newPartnerSchema);
    if (input instanceof Response) return input;
    if (!(await createPartner(c.env.DB, input)))
      return problem(409, "There is a partner of this slug.", [{ path: "/slug", detail: "is taken" }]);
    return answer(c, input.slug, 201);
  });

  app.get("/alerts", async (c) => c.json({ alerts: (await listAlerts(c.env.DB)).map(describeAlert) }, 200, NO_STORE));

  app.get("/:slug", (c) => answer(c, c.req.param("slug")));

  app.patch("/:slug", async (c) => {
    const input = await parseBody(c, partnerChangeSchema);
    if (input instanceof Response) return input;
    const found = await changePartner(c.env.DB, c.req.param("slug"), input);
    return found ? answer(c, c.req.param("slug")) : noPartner();
  });

  app.get("/:slug/keys", async (c) => {
    if (!(await findPartner(c.env.DB, c.req.param("slug")))) return noPartner();
    return c.json({ keys: await listKeys(c.env.DB, c.req.param("slug")) }, 200, NO_STORE);
  });

  app.post("/:slug/keys", async (c) => {
    const slug = c.req.param("slug");
    const input = await parseBody(c, newKeySchema);
    if (input instanceof Response) return input;
    if (!(await findPartner(c.env.DB, slug))) return noPartner();
    const problems = foreignFeeds(catalogs.get(c.env), slug, input.feeds ?? []);
    if (problems.length > 0) return problem(422, "There is no new key.", problems);
    const minted = mintKey();
    await createKey(c.env.DB, slug, minted, input, Date.now());
    return shown(c, minted);
  });

  app.delete("/:slug/keys/:id", async (c) => {
    const revoked = await revokeKey(c.env.DB, c.req.param("slug"), c.req.param("id"), Date.now());
    return revoked ? c.json({ status: "revoked", id: c.req.param("id") }, 200, NO_STORE) : noKey();
  });

  app.post("/:slug/keys/:id/rotate", async (c) => {
    const { slug, id } = c.req.param();
    const input = await parseBody(c, rotationSchema);
    if (input instanceof Response) return input;
    const minted = mintKey();
    const now = Date.now();
    const ends = now + input.overlap_minutes * 60_000;
    const rotated = await rotateKey(c.env.DB, slug, id, minted, now, ends);
    return rotated ? shown(c, minted, { replaces: id, overlap_ends: new Date(ends).toISOString() }) : noKey();
  });

  async function answer(c: Context<Bindings>, slug: string, status: 200 | 201 = 200): Promise<Response> {
    const partner = await findPartner(c.env.DB, slug);
    if (!partner) return noPartner();
    const keys = await listKeys(c.env.DB, slug);
    return c.json({ ...describe(catalogs.get(c.env), partner), keys }, status, NO_STORE);
  }

  return app;
}

const noPartner = (): Response => problem(404, "No partner has this slug.");
const noKey = (): Response => problem(404, "The partner has no such key that is good still.");

/** The only answer that ever holds a key. */
const shown = (c: Context<Bindings>, { id, key }: { id: string; key: string }, more: object = {}): Response =>
  c.json({ id, key, ...more }, 201, NO_STORE);

const describe = (catalog: Catalog, partner: Partner) => ({
  ...partner,
  feeds: feedsOf(catalog, partner.slug).map(({ slug, title }) => ({
    slug,
    title,
    urls: documentUrls(catalog.site, slug, "partner"),
  })),
});

const feedsOf = (catalog: Catalog, partner: string) =>
  [...catalog.partner.definitions.values()].filter((definition) => definition.partner === partner);

function foreignFeeds(catalog: Catalog, partner: string, slugs: string[]): Problem[] {
  const own = new Set(feedsOf(catalog, partner).map(({ slug }) => slug));
  return slugs.flatMap((slug, index) =>
    own.has(slug) ? [] : [{ path: `/feeds/${index}`, detail: "is no feed of this partner" }],
  );
}

async function parseBody<T extends z.ZodType>(c: Context<Bindings>, schema: T): Promise<z.output<T> | Response> {
  const text = await readBody(c.req.raw, MAX_BODY_BYTES);
  if (text === null) return problem(413, `The body has at most ${MAX_BODY_BYTES} bytes.`);
  const input = text.trim() === "" ? {} : parseJson(text);
  if (input === undefined) return problem(400, "The body is not JSON.");
  const parsed = schema.safeParse(input);
  if (parsed.success) return parsed.data;
  const problems = parsed.error.issues.flatMap(({ path, message, ...issue }) => {
    const at = path.map((part) => `/${String(part)}`).join("");
    return issue.code === "unrecognized_keys"
      ? issue.keys.map((key) => ({ path: `${at}/${key}`, detail: "is not a known field" }))
      : [{ path: at, detail: message }];
  });
  return problem(422, "Nothing was changed.", problems);
}
