import { type Context, Hono } from "hono";
import { documentUrl } from "../../feed/addresses.ts";
import { FORMATS, type Format } from "../../feed/feed.ts";
import type { CatalogEnv, Catalogs } from "../catalog.ts";
import { plain } from "../http/plain.ts";
import type { Isolate } from "../kept.ts";
import { findFeedState } from "../store/feeds.ts";
import { archiveShelf, feedShelf } from "./editions.ts";
import { rememberSent } from "./hot.ts";
import { poll } from "./poll.ts";

/** How long caches keep a document: with `stale-while-revalidate`, the longest that a taken-back story lives in one. */
const CACHE_CONTROL = "public, max-age=300, stale-while-revalidate=60, stale-if-error=86400";

/**
 * Archives change when one of their entries does, and hardly ever: readers keep them for an hour, the cache in front, which
 * is purged when one changes, for a month.
 */
const ARCHIVE_CACHE_CONTROL = "public, max-age=3600, s-maxage=2592000, stale-if-error=86400";

const FORMAT = `(?:${FORMATS.join("|")})`;

type Bindings = { Bindings: CatalogEnv };

/**
 * `/feeds/{slug}.rss`, `.atom`, `.json`: the subscription documents; `/feeds/{slug}/archive/{page}.rss` and so on: all that
 * came before (RFC 5005 §4). Never rendered here: stored bytes are served.
 */
export function documents(catalogs: Catalogs, isolate: Isolate): Hono<Bindings> {
  const { memory, counts } = isolate;
  const app = new Hono<Bindings>();

  app.on(["GET", "HEAD"], `/:document{[^/]+\\.${FORMAT}}`, (c) => {
    const [slug, format] = parts(c.req.param("document"));
    if (counts.isDue()) c.executionCtx.waitUntil(counts.flush(c.env.DB));
    const elsewhere = redirect(catalogs, c, slug, `.${format}`);
    // A slug that never was a feed's is anybody's, and is not counted.
    if (elsewhere?.status === 404) return elsewhere;
    if (!elsewhere) return pollFeed(c, slug, format);
    counts.add({ request: c.req.raw, feed: slug, format, status: elsewhere.status });
    return elsewhere;
  });

  app.on(["GET", "HEAD"], `/:slug/archive/:page{[1-9][0-9]{0,8}\\.${FORMAT}}`, async (c) => {
    const slug = c.req.param("slug") ?? "";
    const [number, format] = parts(c.req.param("page"));
    const elsewhere = redirect(catalogs, c, slug, `/archive/${number}.${format}`);
    if (elsewhere) return elsewhere;
    const ask = { memory, db: c.env.DB, request: c.req.raw, format, cacheControl: ARCHIVE_CACHE_CONTROL };
    const answer = await poll({ ...ask, shelf: archiveShelf(slug, Number(number)) });
    return answer ?? notYet(c, slug, Number(number), format);
  });

  app.all(`/:document{[^/]+\\.${FORMAT}}`, () => plain(405, "A feed can be read only.", { allow: "GET, HEAD" }));
  app.all(`/:slug/archive/:page{[1-9][0-9]{0,8}\\.${FORMAT}}`, () =>
    plain(405, "A feed can be read only.", { allow: "GET, HEAD" }),
  );

  async function pollFeed(c: Context<Bindings>, slug: string, format: Format): Promise<Response> {
    const ask = { memory, db: c.env.DB, request: c.req.raw, format, cacheControl: CACHE_CONTROL };
    const answer = await poll({ ...ask, shelf: feedShelf(slug), deltasOf: slug, counts });
    if (answer) {
      rememberSent(isolate, { slug, format }, c.req.raw, answer);
      return answer;
    }
    counts.add({ request: c.req.raw, feed: slug, format, status: 503 });
    return plain(503, "This feed has no edition yet.", { "retry-after": "5" });
  }

  /** What the newest page calls the next one: until it is full, its entries are in the subscription document. */
  async function notYet(c: Context<Bindings>, slug: string, page: number, format: Format): Promise<Response> {
    const state = await findFeedState(c.env.DB, slug);
    if (!state || page > state.pages + 1) return plain(404, "No such page of the archive.");
    const location = documentUrl(catalogs.get(c.env).site, slug, format);
    return plain(307, "This page of the archive is not full yet.", { location });
  }

  return app;
}

function parts(name = ""): [string, Format] {
  const dot = name.lastIndexOf(".");
  return [name.slice(0, dot), name.slice(dot + 1) as Format];
}

/** What is no feed any more, or never was one; null for a feed. */
function redirect(catalogs: Catalogs, c: Context<Bindings>, slug: string, rest: string): Response | null {
  const { site, definitions, moved, retired } = catalogs.get(c.env);
  if (definitions.has(slug)) return null;
  if (retired.has(slug)) return plain(410, "This feed has ended.");
  const target = moved.get(slug);
  if (target === undefined) return plain(404, "No feed is here.");
  const location = `${site.base}/feeds/${target}${rest}`;
  return plain(301, "This feed has moved.", { location, "cache-control": "public, max-age=3600" });
}
