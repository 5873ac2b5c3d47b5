import { type Context, Hono } from "hono";
import { deleteCookie, getCookie, setCookie } from "hono/cookie";
import { csrf } from "hono/csrf";
import { HTTPException } from "hono/http-exception";
import type { Catalog } from "../../feed/catalog.ts";
import { memberOf } from "../../feed/family.ts";
import { isEntitled, isGood, isSecretOf, type KeyRecord } from "../../partner/check-key.ts";
import { keyId } from "../../partner/key-format.ts";
import { type Actor, SERVICE } from "../../people/actor.ts";
import { hashSecret, mintSecret } from "../../people/secret.ts";
import { answersPage } from "../describe/answers.ts";
import { describes } from "../describe/describes.ts";
import type { Home } from "../home.ts";
import { readBody } from "../http/body.ts";
import type { Strangers } from "../http/strangers.ts";
import { unshared } from "../http/unshared.ts";
import { awakeFeedsOf } from "../jobs/awake-feeds.ts";
import { sitePath } from "../pages/frame/addresses.ts";
import { secure } from "../pages/frame/layout.tsx";
import { noteDeed } from "../store/audit.ts";
import {
  endPartnerSession,
  findPartnerSession,
  listNotPickedUp,
  listPartnerErrors,
  savePartnerSession,
} from "../store/partner-pages.ts";
import { findKey } from "../store/partners.ts";
import { listPickups } from "../store/receipts.ts";
import { listSubscribersOfPartner } from "../store/subscriber-list.ts";
import { OpenPage } from "./open-page.tsx";
import { familiesOfPartner, feedsOfPartner } from "./own-feeds.ts";
import { type OwnFeed, OwnPage } from "./own-page.tsx";

/** The paths of a partner's own page. Below `/partner/` stand its feeds, which answer programs alone. */
const OWN_PATH = "/partners";
const COOKIE = "partner";
/** Somebody looks and goes: a key that lies open in a browser all day is worse than to paste it twice. Seconds. */
const SESSION_SECONDS = 2 * 60 * 60;
/** Feeds of each family that are shown, of those that the partner polls. */
const MAX_FAMILY_FEEDS = 100;
/** A form with a key in it. Bytes. */
const MAX_FORM_BYTES = 2_000;

/** `/partners`: what a partner sees of itself, and of nobody else, with a key of its own. */
export function ownPages(home: Home, catalog: Catalog, strangers: Pick<Strangers, "refuse">): Hono {
  const { site } = catalog;
  const path = sitePath(site, OWN_PATH);
  const attributes = { path, httpOnly: true, secure: true, sameSite: "Strict" as const };
  const app = new Hono();
  app.use(unshared, secure(home), csrf());

  app.get(
    "/",
    describes(() => ({
      operationId: "getPartnersOwnPage",
      part: "Pages",
      summary: "A partner's own page: its feeds, its limits, what it has not picked up; or where to give a key",
      answers: { 200: answersPage("The page.") },
    })),
    async (c) => {
      const key = await keyOf(c, Date.now());
      return key ? own(c, key) : c.html(`<!doctype html>${await (<OpenPage site={site} path={path} />)}`);
    },
  );

  app.post("/", async (c) => {
    const now = Date.now();
    const text = await readBody(c.req.raw, MAX_FORM_BYTES);
    const secret = new URLSearchParams(text ?? "").get("key")?.trim() ?? "";
    const id = keyId(secret);
    const record = id === null ? null : await findKey(home.db, id);
    if (!isSecretOf(record, secret) || !isGood(record, { secret, inUrl: false }, now)) {
      const seconds = await strangers.refuse(c.req.raw);
      if (seconds !== null) c.header("retry-after", String(seconds));
      // What is no key's is not written: it may be a password in the wrong field. Nor is what is refused for its number: it may be without end.
      else if (record) await noteRefusal(record.id, now);
      const wrong =
        seconds === null ? "This is no key that is good now." : "Too many wrong keys came from here: wait a minute.";
      const page = await (<OpenPage site={site} path={path} wrong={wrong} />);
      return c.html(`<!doctype html>${page}`, seconds === null ? 401 : 429);
    }
    const token = mintSecret();
    const endsAt = now + SESSION_SECONDS * 1_000;
    await savePartnerSession(home.db, actorOf(record), { hash: hashSecret(token), keyId: record.id, endsAt }, now);
    setCookie(c, COOKIE, token, { ...attributes, maxAge: SESSION_SECONDS });
    return c.redirect(path, 303);
  });

  app.post("/close", async (c) => {
    const token = getCookie(c, COOKIE);
    const hash = hashSecret(token ?? "");
    const id = await findPartnerSession(home.db, hash, Date.now());
    const record = id === null ? null : await findKey(home.db, id);
    if (record) await endPartnerSession(home.db, actorOf(record), { hash, keyId: record.id }, Date.now());
    deleteCookie(c, COOKIE, attributes);
    return c.redirect(path, 303);
  });

  app.onError((error) => {
    // `csrf` throws this where a form came from another site.
    if (error instanceof HTTPException) return error.getResponse();
    throw error;
  });

  /** The key of the request's session, looked up anew: one that was revoked opens nothing. */
  async function keyOf(c: Context, now: number): Promise<KeyRecord | null> {
    const token = getCookie(c, COOKIE);
    const id = token ? await findPartnerSession(home.db, hashSecret(token), now) : null;
    const record = id === null ? null : await findKey(home.db, id);
    return record && isGood(record, { secret: "", inUrl: false }, now) ? record : null;
  }

  const noteRefusal = (id: string, now: number) =>
    noteDeed(
      home.db,
      SERVICE,
      {
        action: "partner-page.refused",
        subject: { kind: "partner-key", id },
      },
      now,
    );

  async function own(c: Context, key: KeyRecord): Promise<Response> {
    const { partner } = key;
    const families = familiesOfPartner(catalog, partner.slug).filter((family) =>
      // Which of its feeds a key opens shows in any of them.
      isEntitled(key, memberOf(family, `${family.slug}/any`, [], site)),
    );
    const awake = await awakeFeedsOf(home.db, catalog, partner.slug, MAX_FAMILY_FEEDS);
    const known = new Map<string, Omit<OwnFeed, "pickup" | "subscribers">>(
      awake.map((feed) => [feed.definition.slug, feed]),
    );
    // A feed whose definition has just come is not in the store yet.
    for (const definition of feedsOfPartner(catalog, partner.slug))
      if (!known.has(definition.slug)) known.set(definition.slug, { definition, state: undefined });
    const opened = [...known.values()].filter(({ definition }) => isEntitled(key, definition));
    const [pickups, errors, subscribers] = await Promise.all([
      listPickups(
        home.db,
        opened.map(({ definition }) => definition.slug),
      ),
      listPartnerErrors(home.db, partner.slug),
      listSubscribersOfPartner(home.db, partner.slug),
    ]);
    const feeds = opened.map((feed) => ({
      ...feed,
      pickup: pickups.find((one) => one.feed === feed.definition.slug && one.partner === partner.slug),
      subscribers: subscribers.filter((one) => one.feed === feed.definition.slug),
    }));
    // Who has never polled a feed has nothing of it that could be taken back, and has all of it to pick up.
    const has = feeds.flatMap(({ pickup }) => (pickup && pickup.edition > 0 ? pickup : []));
    const { missed, changed } = await listNotPickedUp(home.db, has);
    const shown = { site, path, opened: key, feeds, families, missed, changed, errors };
    return c.html(`<!doctype html>${await (<OwnPage {...shown} now={Date.now()} />)}`);
  }

  return app;
}

/** A partner does nothing but by its keys. */
const actorOf = ({ id, partner }: KeyRecord): Actor => ({ kind: "key", id, name: partner.name });
