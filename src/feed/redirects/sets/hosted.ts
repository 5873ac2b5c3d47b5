import { byLabel, bySlug, CATEGORY, ofEverything, type ReadOldFeed, TAG } from "../old-feed.ts";

/** Medium, at a publication's own domain: `/feed`, `/feed/tagged/x` (help.medium.com/hc/en-us/articles/214874118). */
export const medium: ReadOldFeed = ({ segments, path }) => {
  if (path === "/feed") return ofEverything("rss");
  return /^\/feed\/tagged\/[^/]+$/.test(path) ? bySlug(TAG, segments[2], "rss") : null;
};

/** Substack: `/feed` (support.substack.com/hc/en-us/articles/360038239391). */
export const substack: ReadOldFeed = ({ path }) => (path === "/feed" ? ofEverything("rss") : null);

/**
 * Squarespace: `?format=rss` behind a blog's page, with `category`, `tag` or `author` (support.squarespace.com/hc/en-us/articles/205814338).
 * A site has several blogs, and which one is everything it alone knows: `/blog` is what the first one is called.
 */
export const squarespace: ReadOldFeed = ({ segments, path, query }) => {
  if (query.get("format")?.toLowerCase() !== "rss" || query.has("author")) return null;
  if (query.has("category") && query.has("tag")) return null;
  const isWhole = path === "/" || path === "/blog";
  if (query.has("category")) return isWhole ? byLabel(CATEGORY, query.get("category"), "rss") : null;
  if (query.has("tag")) return isWhole ? byLabel(TAG, query.get("tag"), "rss") : null;
  if (isWhole) return ofEverything("rss");
  return segments.length === 1 ? bySlug(CATEGORY, segments[0], "rss") : null;
};
