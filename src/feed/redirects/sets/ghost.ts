import { AUTHOR, bySlug, ofEverything, ofNothing, type ReadOldFeed, TAG } from "../old-feed.ts";

/** Ghost: `/rss/`, `/tag/x/rss/`, `/author/x/rss/`, each with numbered pages behind it; `/feed/` was sent there (ghost.org/docs/themes/routing/). */
export const ghost: ReadOldFeed = ({ segments, path }) => {
  const [, of, page] = /^(?:\/(tag|author)\/[^/]+)?\/(?:rss|feed)(?:\/(\d+))?$/.exec(path) ?? [undefined];
  if (of === undefined && !/^\/(?:rss|feed)(?:\/\d+)?$/.test(path)) return null;
  if (page !== undefined && Number(page) > 1) return ofNothing("a further page");
  if (of === undefined) return ofEverything("rss");
  return bySlug(of === "tag" ? TAG : AUTHOR, segments[1], "rss");
};
