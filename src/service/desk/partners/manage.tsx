import { millisecondsInHour } from "date-fns/constants";
import { type Context, Hono } from "hono";
import * as z from "zod";
import { type Problem, parseInput } from "../../../article/parse.ts";
import type { Catalog } from "../../../feed/catalog.ts";
import { mintKey } from "../../../partner/key-format.ts";
import { newKeySchema, newPartnerSchema, partnerChangeSchema } from "../../../partner/partner.ts";
import type { Home } from "../../home.ts";
import { awakeFeedsOf } from "../../jobs/awake-feeds.ts";
import { familiesOfPartner, feedsOfPartner, foreignFeeds } from "../../partner/own-feeds.ts";
import {
  changePartner,
  createKey,
  createPartner,
  findPartner,
  listKeys,
  type PartnerHand,
  revokeKey,
  rotateKey,
} from "../../store/partners.ts";
import { deskPath, type Message, showMessage, showPage } from "../frame.tsx";
import { endOf, lastsSchema } from "../key-ends.tsx";
import { mayDo } from "../may-do.tsx";
import { doneWords } from "../outcome.tsx";
import { partnerPath } from "../partner-addresses.ts";
import type { DeskEnv } from "../session.ts";
import { DONE, MEGABYTE, OVERLAPS } from "./manage-terms.ts";
import { PartnerKeyPage } from "./partner-key-page.tsx";
import { PartnerPage } from "./partner-page.tsx";

/** Feeds of each family that are named, of those that the partner polls. */
const MAX_FAMILY_FEEDS = 20;

/** `/desk/partners/{slug}`: a partner, its keys and its limits, by the functions that `/api/partners` takes. */
export function partnerManagement(home: Home, catalog: Catalog): Hono<DeskEnv> {
  const { site } = catalog;
  const app = new Hono<DeskEnv>();
  const mayChange = mayDo(site, "partners");

  app.post("/", mayChange, async (c) => {
    const { name, slug } = fieldsOf(c);
    const parsed = parseInput(newPartnerSchema, { name, slug });
    if (parsed.status === "problems") return refuse(c, parsed.problems);
    if (!(await createPartner(home.db, parsed.data, handOf(c)))) return showMessage(c, site, TAKEN);
    return goTo(c, parsed.data.slug, "created");
  });

  // Who is not found may be a feed: its page once stood here.
  app.get("/:slug", mayDo(site, "partners:read"), async (c, next) => {
    const slug = c.req.param("slug");
    const partner = await findPartner(home.db, slug);
    if (!partner) return next();
    const awake = await awakeFeedsOf(home.db, catalog, slug, MAX_FAMILY_FEEDS);
    return showPage(
      c,
      <PartnerPage
        {...{ site, partner }}
        session={c.get("session")}
        keys={await listKeys(home.db, slug)}
        feeds={feedsOfPartner(catalog, slug)}
        families={familiesOfPartner(catalog, slug)}
        polled={awake.flatMap(({ definition, state }) => (state.family === null ? [] : definition))}
        done={doneWords(DONE, c.req.query("done"))}
        now={Date.now()}
      />,
    );
  });

  app.post("/:slug", mayChange, async (c) => {
    const slug = c.req.param("slug");
    const { name, megabytes_per_day, requests_per_minute, key_in_url } = fieldsOf(c);
    const parsed = parseInput(partnerChangeSchema, {
      name,
      requests_per_minute: Number(requests_per_minute),
      bytes_per_day: Math.round(Number(megabytes_per_day) * MEGABYTE),
      key_in_url: key_in_url !== undefined,
    });
    if (parsed.status === "problems") return refuse(c, parsed.problems);
    const found = await changePartner(home.db, slug, parsed.data, handOf(c));
    return found ? goTo(c, slug, "changed") : showMessage(c, site, NO_SUCH_PARTNER);
  });

  app.post("/:slug/status", mayChange, async (c) => {
    const slug = c.req.param("slug");
    const parsed = parseInput(partnerChangeSchema.pick({ status: true }), { status: fieldsOf(c).status });
    if (parsed.status === "problems") return refuse(c, parsed.problems);
    const found = await changePartner(home.db, slug, parsed.data, handOf(c));
    return found ? goTo(c, slug, "changed") : showMessage(c, site, NO_SUCH_PARTNER);
  });

  app.post("/:slug/keys", mayChange, async (c) => {
    const slug = c.req.param("slug");
    const partner = await findPartner(home.db, slug);
    if (!partner) return showMessage(c, site, NO_SUCH_PARTNER);
    const { label, days } = fieldsOf(c);
    const feeds = c.get("form").getAll("feed");
    const hand = handOf(c);
    const lasts = parseInput(z.object({ expires_at: lastsSchema }), { expires_at: days });
    if (lasts.status === "problems") return refuse(c, lasts.problems);
    const ends = endOf(lasts.data.expires_at, hand.now);
    const parsed = parseInput(newKeySchema, {
      label: label || undefined,
      feeds: feeds.length > 0 ? feeds : undefined,
      expires_at: ends === null ? undefined : new Date(ends).toISOString(),
    });
    if (parsed.status === "problems") return refuse(c, parsed.problems);
    const problems = foreignFeeds(catalog, slug, feeds);
    if (problems.length > 0) return refuse(c, problems);
    const minted = mintKey();
    await createKey(home.db, slug, { ...minted, ...parsed.data }, hand);
    return showPage(c, <PartnerKeyPage {...{ site, partner }} value={minted.key} session={c.get("session")} />, 201);
  });

  app.post("/:slug/keys/:id/rotate", mayChange, async (c) => {
    const { slug, id } = c.req.param();
    const partner = await findPartner(home.db, slug);
    const hours = OVERLAPS.find((one) => String(one) === fieldsOf(c).hours);
    if (!partner || hours === undefined) return showMessage(c, site, NO_SUCH_KEY);
    const minted = mintKey();
    const hand = handOf(c);
    const ends = hand.now + hours * millisecondsInHour;
    const done = await rotateKey(home.db, { partner: slug, oldId: id, minted, ends }, hand);
    if (!done) return showMessage(c, site, NO_SUCH_KEY);
    const session = c.get("session");
    return showPage(c, <PartnerKeyPage {...{ site, partner, session, ends }} value={minted.key} replaced={id} />, 201);
  });

  app.post("/:slug/keys/:id/revoke", mayChange, async (c) => {
    const { slug, id } = c.req.param();
    const done = await revokeKey(home.db, slug, id, handOf(c));
    return done ? goTo(c, slug, "revoked") : showMessage(c, site, NO_SUCH_KEY);
  });

  const goTo = (c: Context<DeskEnv>, slug: string, done: keyof typeof DONE): Response =>
    c.redirect(deskPath(site, partnerPath(slug, `?done=${done}`)), 303);

  /** What is wrong with a form, in the words of the schema. */
  const refuse = (c: Context<DeskEnv>, problems: Problem[]): Promise<Response> =>
    showMessage(c, site, {
      status: 422,
      title: "Nothing was changed",
      why: (
        <ul class="bullets">
          {problems.map(({ path, detail }) => (
            <li>
              {FIELD_NAMES[path.split("/")[1] ?? ""] ?? "It"} {detail}
            </li>
          ))}
        </ul>
      ),
    });

  return app;
}

/** What the form calls its fields. */
const FIELD_NAMES: Record<string, string> = {
  name: "The name",
  slug: "The short name",
  status: "The status",
  requests_per_minute: "Polls a minute",
  bytes_per_day: "Megabytes a day",
  label: "What the key is for",
  feeds: "A feed",
  expires_at: "The end",
};

const fieldsOf = (c: Context<DeskEnv>): Record<string, string> => Object.fromEntries(c.get("form"));

const handOf = (c: Context<DeskEnv>): PartnerHand => ({ by: c.get("actor"), now: Date.now() });

const NO_SUCH_PARTNER: Message = { status: 404, title: "No such partner", why: <p>Nobody is called so.</p> };
const NO_SUCH_KEY: Message = {
  status: 404,
  title: "No such key",
  why: <p>The partner has no such key that is good still. Nothing was changed.</p>,
};
const TAKEN: Message = {
  status: 409,
  title: "The short name is taken",
  why: <p>Another partner has it. Go back, and take another one.</p>,
};
