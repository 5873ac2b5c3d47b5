import { type Context, Hono } from "hono";
import { documentUrl } from "../../feed/addresses.ts";
import type { Definition } from "../../feed/definition.ts";
import { FORMATS, type Format } from "../../feed/feed.ts";
import { isEntitled, type KeyRecord } from "../../partner/access.ts";
import { isPrivateHost } from "../../partner/address.ts";
import { presented } from "../../partner/keys.ts";
import { untilNextWindow } from "../../partner/limits.ts";
import type { CatalogEnv, Catalogs } from "../catalog.ts";
import { equal, type TokenEnv } from "../http/authorize.ts";
import { plain } from "../http/plain.ts";
import type { Isolate } from "../kept.ts";
import { archiveShelf, feedShelf } from "../poll/editions.ts";
import { rememberSent } from "../poll/hot.ts";
import { type Poll, poll } from "../poll/poll.ts";
import { findFeedState } from "../store/feeds.ts";
import type { Keys } from "./known-keys.ts";
import { type KeyedPoll, type LimitEnv, tooMany } from "./ledger.ts";
import { addressOf, Strangers } from "./strangers.ts";

/** A partner's own client may keep a document, and asks each time whether it is still the one. */
const CACHE_CONTROL = "private, no-cache";

export type PartnerEnv = CatalogEnv & TokenEnv & LimitEnv;
type Bindings = { Bindings: PartnerEnv };

const SLUG = "[a-z0-9]+(?:-[a-z0-9]+)*";
const PATH = new RegExp(`^/partner/(${SLUG})(?:/archive/([1-9][0-9]{0,8}))?\\.(${FORMATS.join("|")})$`);

interface Target {
  slug: string;
  /** Of the archive; absent: the subscription document. */
  page?: number;
  format: Format;
}

/** Who asks: a partner's key, or the newsroom's own desk, which may read everything and is given no receipt. */
type Caller = { as: "partner"; key: KeyRecord } | { as: "desk" };

/**
 * `/partner/{slug}.rss`, `.atom`, `.json`, and `/partner/{slug}/archive/{page}.…`: feeds for one partner each.
 *
 * Whoever has no good key gets one and the same 401 for every path below `/partner`, and a good key one and the same 403 for
 * every path that is not a feed of its own: whether anything is there is told only to those who may have it.
 */
export function partnerDocuments(catalogs: Catalogs, isolate: Isolate): Hono<Bindings> {
  const { memory, keys, ledger } = isolate;
  const strangers = new Strangers();
  const app = new Hono<Bindings>();

  app.all("/*", async (c) => {
    const now = Date.now();
    const caller = await authenticate(c, keys, strangers, now);
    if (caller instanceof Response) return caller;
    const path = pathOf(c.req.raw.url);
    const target = parsePath(path);
    const { definitions, moved, retired } = catalogs.get(c.env).partner;
    const slug = target && (moved.get(target.slug) ?? target.slug);
    const definition = slug === null ? undefined : (definitions.get(slug) ?? retired.get(slug));
    if (!target || !mayRead(caller, definition)) return plain(403, "This key does not open this.");
    if (c.req.raw.method !== "GET" && c.req.raw.method !== "HEAD")
      return plain(405, "A feed can be read only.", { allow: "GET, HEAD" });
    if (definition.retired) return plain(410, "This feed has ended.");
    // The location never has a key: a client that follows it sends its own again.
    if (definition.slug !== target.slug)
      return plain(301, "This feed has moved.", { location: locate(c, definition.slug, target) });
    const ask = { memory, db: c.env.DB, request: c.req.raw, cacheControl: CACHE_CONTROL, private: true };
    if (caller.as === "desk") return serve(c, target, { ...ask, format: target.format });
    const keyed = { key: caller.key, request: ask.request, url: path, format: target.format, now };
    const poll: KeyedPoll = { ...keyed, feed: target.page === undefined ? definition.slug : undefined };
    const admission = await ledger.admit(c.env.PARTNER_LIMIT && isLocal(c) ? {} : c.env, poll);
    if (admission === "refused") return tooMany(untilNextWindow(now));
    const answer = await serve(c, target, {
      ...ask,
      format: target.format,
      settle: (answer, edition) => ledger.settle(c.env.DB, poll, admission, answer, edition.number),
    });
    if (target.page === undefined)
      rememberSent(isolate, { ...target, partner: { definition, path } }, c.req.raw, answer);
    return answer;
  });

  async function serve(c: Context<Bindings>, target: Target, ask: Omit<Poll, "shelf">): Promise<Response> {
    const { slug, page, format } = target;
    if (page === undefined)
      return (
        (await poll({ ...ask, shelf: feedShelf(slug), deltasOf: slug })) ??
        plain(503, "This feed has no edition yet.", { "retry-after": "5" })
      );
    const answer = await poll({ ...ask, shelf: archiveShelf(slug, page) });
    if (answer) return answer;
    const state = await findFeedState(c.env.DB, slug);
    if (!state || page > state.pages + 1) return plain(404, "No such page of the archive.");
    return plain(307, "This page of the archive is not full yet.", { location: locate(c, slug, { slug, format }) });
  }

  /** One machine is one place: its worker counts for itself. */
  const isLocal = (c: Context<Bindings>): boolean => isPrivateHost(new URL(catalogs.get(c.env).site.base).hostname);

  const locate = (c: Context<Bindings>, slug: string, { page, format }: Target): string =>
    documentUrl(catalogs.get(c.env).site, page === undefined ? slug : `${slug}/archive/${page}`, format, "partner");

  return app;
}

/** A request's URL is absolute and normalised, so that its path is found without parsing it again. */
function pathOf(url: string): string {
  const end = url.search(/[?#]/);
  return url.slice(url.indexOf("/", url.indexOf("://") + 3), end < 0 ? undefined : end);
}

/** The raw path, undecoded: there is one way only to write the path of a feed. */
function parsePath(path: string): Target | null {
  const [, slug, page, format] = PATH.exec(path) ?? [];
  if (slug === undefined) return null;
  return { slug, page: page === undefined ? undefined : Number(page), format: format as Format };
}

const mayRead = (caller: Caller, definition: Definition | undefined): definition is Definition =>
  caller.as === "desk" ? definition !== undefined : isEntitled(caller.key, definition);

async function authenticate(
  c: Context<Bindings>,
  keys: Keys,
  strangers: Strangers,
  now: number,
): Promise<Caller | Response> {
  const credentials = presented(c.req.raw.headers.get("authorization"), c.req.raw.url);
  if (!credentials) return unauthorized();
  const known = keys.known(credentials, now);
  if (known) return { as: "partner", key: known };
  const address = addressOf(c.req.raw);
  if (strangers.isOver(address, now)) return tooMany(untilNextWindow(now));
  const found = await keys.authenticate(c.env.DB, credentials, now);
  if (found.status === "good") return { as: "partner", key: found.key };
  if (found.status === "unavailable") return plain(503, "No key can be checked now.", { "retry-after": "5" });
  const token = credentials.inUrl ? undefined : c.env.PUBLISH_TOKEN;
  if (token && (await equal(credentials.secret, token))) return { as: "desk" };
  await strangers.count(c.env, address, now);
  return unauthorized('error="invalid_token"');
}

/** RFC 7617 §2, RFC 6750 §3. */
function unauthorized(error?: string): Response {
  const bearer = ['Bearer realm="partner"', ...(error ? [error] : [])].join(", ");
  return plain(401, "A partner's key is needed: as the password of Basic, or as a Bearer token.", {
    "www-authenticate": `Basic realm="partner", charset="UTF-8", ${bearer}`,
  });
}
