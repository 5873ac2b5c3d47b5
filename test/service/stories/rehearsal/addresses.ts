import { FORMATS } from "../../../../src/feed/feed.ts";
import { here } from "../../../homes/here.ts";
import { SITE } from "../../../site.ts";
import { SLUGS, type Story } from "./stories.ts";

/** What is served at an address. */
export const KINDS = ["document", "feed page", "story page", "archive", "other"] as const;
export type Kind = (typeof KINDS)[number];

export function kindOf(path: string): Kind {
  if (path.includes("?entry=")) return "story page";
  if (path.includes("/archive/")) return "archive";
  if (/^\/feeds\/[^?]+\.(?:rss|atom|json)/.test(path)) return "document";
  return path.startsWith("/feeds/") ? "feed page" : "other";
}

export const OTHERS = ["/", "/?q=council", "/news-sitemap.xml", "/feeds.opml", "/health", "/audience"];

export const DOCUMENTS = SLUGS.flatMap((slug) => FORMATS.map((format) => `/feeds/${slug}.${format}`));

export const FEED_PAGES = SLUGS.map((slug) => `/feeds/${slug}`);

/** Of the archive: its documents and its pages for people. */
export async function listArchive(): Promise<string[]> {
  const { results } = await here.db.prepare("SELECT feed, page FROM archive WHERE version > 0").all<{
    feed: string;
    page: number;
  }>();
  return results.flatMap(({ feed, page }) =>
    ["", ...FORMATS.map((format) => `.${format}`)].map((format) => `/feeds/${feed}/archive/${page}${format}`),
  );
}

/** A story's own page, where it stands in a list. */
export const storyPage = (list: string, { id }: Story): string =>
  `${list}?entry=${encodeURIComponent(`tag:${SITE.tag.authority},${SITE.tag.date}:${id}`)}`;
