import type { Format } from "../../feed.ts";
import { AUTHOR, bySlug, CATEGORY, type OldFacet, ofEverything, type ReadOldFeed, TAG } from "../old-feed.ts";

/** Jekyll with jekyll-feed: Atom at `/feed.xml`, of a category at `/feed/x.xml`, of a tag at `/feed/by_tag/x.xml`. */
export const jekyll: ReadOldFeed = ({ segments, path }) => {
  if (path === "/feed.xml" || path === "/atom.xml") return ofEverything("atom");
  const [, folder, name] = /^\/feed\/(by_tag\/)?([^/]+)\.xml$/.exec(path) ?? [];
  if (name === undefined) return null;
  return bySlug(folder ? TAG : CATEGORY, segments.at(-1)?.slice(0, -".xml".length), "atom");
};

/** Taxonomies as Hugo has them by itself, and authors as most themes do. */
const TAXONOMIES = new Map<string, OldFacet[]>([
  ["tags", TAG],
  ["categories", CATEGORY],
  ["authors", AUTHOR],
]);

/** Hugo: RSS at `index.xml` of every folder (gohugo.io/templates/rss/). */
export const hugo: ReadOldFeed = ({ segments, path }) => {
  if (path === "/index.xml") return ofEverything("rss");
  if (!path.endsWith("/index.xml")) return null;
  const [folder = "", value, ...rest] = segments.slice(0, -1);
  const facets = TAXONOMIES.get(folder.toLowerCase());
  if (facets) return rest.length === 0 ? bySlug(facets, value, "rss") : null;
  return value === undefined ? bySlug(CATEGORY, folder, "rss") : null;
};

const filesOf =
  (files: Record<string, Format>): ReadOldFeed =>
  ({ path }) =>
    Object.hasOwn(files, path) ? ofEverything(files[path] ?? "rss") : null;

/** Eleventy with its plugin for RSS, and as its starter for blogs has it (11ty.dev/docs/plugins/rss/). */
export const eleventy = filesOf({
  "/feed/feed.xml": "atom",
  "/feed.xml": "atom",
  "/feed/feed.json": "json",
  "/feed.json": "json",
});

/** Hexo with hexo-generator-feed. */
export const hexo = filesOf({ "/atom.xml": "atom", "/rss2.xml": "rss" });

/** Astro, as its guide names the endpoint (docs.astro.build/en/recipes/rss/). */
export const astro = filesOf({ "/rss.xml": "rss" });
