import { type Context, Hono } from "hono";
import { documentUrl, hubUrl } from "../../feed/addresses.ts";
import type { Catalog } from "../../feed/catalog.ts";
import type { Site } from "../../feed/definition.ts";
import { FORMATS, type Format } from "../../feed/feed.ts";
import { type Located, locate } from "../../feed/locate.ts";
import { hubLinks } from "../../hub/links.ts";
import type { Home } from "../home.ts";
import { openToPages, preflight } from "../http/open-to-pages.ts";
import { plain } from "../http/plain.ts";
import type { PublicAccount } from "./account.ts";
import type { ColdPoll, ColdPolls } from "./cold.ts";
import type { HotPolls } from "./hot.ts";
import { ended, noEditionYet, noFeed, noSuchPage, readOnly } from "./missing.ts";
import { archiveShelf, feedShelf } from "./shelf.ts";

/** How readers keep a document: with `stale-while-revalidate`, the longest that a taken-back story lives with one. */
export const KEEP_DOCUMENT = "max-age=300, stale-while-revalidate=60, stale-if-error=86400";

/** Archives change when one of their entries does, and hardly ever. */
export const KEEP_ARCHIVE = "max-age=3600, stale-if-error=86400";

const METHODS = "GET, HEAD, OPTIONS";

const FORMAT = `(?:${FORMATS.join("|")})`;
/** Below the feeds' own path. */
export const DOCUMENT = `/:document{.+\\.${FORMAT}}` as const;
const PAGE = `/:slug{.+}/archive/:page{[1-9][0-9]{0,8}\\.${FORMAT}}` as const;

/** What polls of public feeds need. */
export interface PublicPolls {
  cold: ColdPolls;
  hot: HotPolls;
  /** The account of everybody who polls without a key. Polls of feeds are counted, those of archives are not. */
  account: PublicAccount;
}

/**
 * `/feeds/{slug}.rss`, `.atom`, `.json`: the subscription documents; `/feeds/{slug}/archive/{page}.rss` and so on: all that
 * came before (RFC 5005 §4). Never rendered here: stored bytes are served.
 */
export function documents(home: Home, catalog: Catalog, { cold, hot, account }: PublicPolls): Hono {
  const { site } = catalog;
  const app = new Hono();
  // Documents are open by themselves, for the hot path keeps their headers; this is for what is answered in their place.
  app.on("ALL", [DOCUMENT, PAGE], openToPages);

  // Before the other: what looks like a page of an archive is one.
  app.on(["GET", "HEAD"], PAGE, async (c) => {
    const slug = c.req.param("slug") ?? "";
    const [number, format] = splitName(c.req.param("page"));
    const located = locate(catalog, slug, "public");
    if (located.status !== "feed") return elsewhere(site, located, `/archive/${number}.${format}`);
    const page = Number(number);
    const poll = { request: c.req.raw, shelf: archiveShelf(slug, page), format, keep: KEEP_ARCHIVE };
    const answer = await cold.answer(poll, { ...located, slug, page, stranger: poll.request });
    return answer ?? noSuchPage(home.db, slug, page, documentUrl(site, slug, format));
  });

  app.on(["GET", "HEAD"], DOCUMENT, (c, next) => {
    const [slug, format] = splitName(c.req.param("document"));
    account.begin();
    const located = locate(catalog, slug, "public");
    // It may be where an old site had a feed.
    if (located.status === "unknown") return next();
    if (located.status === "feed") return pollFeed(c, { ...located, slug }, format);
    const answer = elsewhere(site, located, `.${format}`);
    // Those below a family's path are not counted: anybody can invent them, and each would cost a row.
    return located.family ? answer : counted(c, slug, format, answer);
  });

  for (const path of [PAGE, DOCUMENT]) {
    app.options(path, () => preflight(METHODS));
    app.all(path, ({ req }, next) => (/^(GET|HEAD)$/.test(req.method) ? next() : Promise.resolve(readOnly(METHODS))));
  }

  async function pollFeed(c: Context, feed: Pick<ColdPoll, "slug" | "family">, format: Format): Promise<Response> {
    const { slug } = feed;
    const [request, shelf] = [c.req.raw, feedShelf(slug)];
    const links = hubLinks(hubUrl(site), documentUrl(site, slug, format));
    const poll = { request, shelf, format, keep: KEEP_DOCUMENT, account, links };
    const answer = await cold.answer(poll, { ...feed, stranger: request });
    if (!answer) return counted(c, slug, format, noEditionYet());
    hot.remember({ shelf, format, keep: KEEP_DOCUMENT, account }, request, answer);
    return answer;
  }

  const counted = (c: Context, feed: string, format: Format, answer: Response): Response | Promise<Response> =>
    account.settle({ request: c.req.raw, feed, format, status: answer.status, sent: 0, whole: 0, edition: 0 }, answer);

  return app;
}

/** `politics.rss` → `politics` and `rss`. The routes let no other formats through. */
function splitName(name = ""): [string, Format] {
  const dot = name.lastIndexOf(".");
  return [name.slice(0, dot), name.slice(dot + 1) as Format];
}

/** The answer for what is no feed any more, or never was one. */
function elsewhere(site: Site, located: Exclude<Located, { status: "feed" }>, rest: string): Response {
  if (located.status === "ended") return ended();
  if (located.status === "unknown") return noFeed();
  const location = `${site.base}/feeds/${encodeURI(located.slug)}${rest}`;
  return plain(301, "This feed has moved.", { location, "cache-control": "public, max-age=3600" });
}
