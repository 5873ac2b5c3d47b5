import type { Format } from "../../feed.ts";
import type { Address } from "../address.ts";
import {
  AUTHOR,
  bySlug,
  CATEGORY,
  type Ended,
  type OldFacet,
  type OldFeed,
  ofEverything,
  ofNothing,
  type ReadOldFeed,
  TAG,
} from "../old-feed.ts";

/** `$wp_rewrite->feeds`, and what the plugin JSON Feed adds. RSS 1.0 (`rdf`) has no feed here: RSS 2.0 comes nearest. */
const TYPES = new Map<string, Format>([
  ["feed", "rss"],
  ["rdf", "rss"],
  ["rss", "rss"],
  ["rss2", "rss"],
  ["atom", "atom"],
  ["json", "json"],
]);

/** Parameters that select the stories of a value (`WP::$public_query_vars`). */
const VALUES = new Map<string, OldFacet[]>([
  ["category_name", CATEGORY],
  ["tag", TAG],
  ["author_name", AUTHOR],
]);

const DATE = "a day, month or year";

/** Those that select what there is no feed of here. */
const ENDED = new Map<string, Ended>([
  ["p", "comments"],
  ["page_id", "comments"],
  ["name", "comments"],
  ["pagename", "comments"],
  ["withcomments", "comments"],
  ["s", "a search"],
  ["m", DATE],
  ["year", DATE],
  ["monthnum", DATE],
  ["day", DATE],
  ["w", DATE],
  ["paged", "a further page"],
]);

/** Those that select by a number which only the old site knows, or by what it had of its own. */
const UNREAD = ["cat", "author", "tag_id", "post_type", "taxonomy", "term", "post_format", "lang"];

/**
 * WordPress: `/feed/`, `/feed/atom/`, `/category/x/feed/`, `/?feed=rss2`, `/wp-rss2.php`, and all that its rewrite rules and query
 * variables make of them (developer.wordpress.org/advanced-administration/wordpress/feeds/).
 */
export const wordpress: ReadOldFeed = (address) => {
  const segments = address.segments[0]?.toLowerCase() === "index.php" ? address.segments.slice(1) : address.segments;
  const [, comments, script, file] =
    /^\/(?:wp-(?:(commentsrss2)|(feed|rss2?|atom|rdf))\.php|(rss2?|atom|rdf)\.xml)$/.exec(address.path) ?? [];
  if (comments) return ofNothing("comments");
  const type = script ?? file ?? address.query.get("feed")?.toLowerCase();
  if (type === undefined) return readPath(segments, address);
  if (/^comments-(rss2|atom|rdf)$/.test(type)) return ofNothing("comments");
  const format = TYPES.get(type);
  return format ? select(script || file ? [] : segments, format, address) : null;
};

/** `/category/x/feed/atom/`: the type, or `feed` and a type, behind what it is of. */
function readPath(segments: string[], address: Address): OldFeed | null {
  const [last, before] = segments.toReversed().map((one) => one.toLowerCase());
  const format = TYPES.get(last ?? "");
  return format ? select(segments.slice(0, before === "feed" ? -2 : -1), format, address) : null;
}

/** What the path says that a feed is of, unless the query selects from that. */
function select(base: string[], format: Format, { query }: Address): OldFeed | null {
  const names = [...query.keys()];
  if (names.some((name) => UNREAD.includes(name))) return null;
  // The first page is the feed itself.
  const [ended] = names.flatMap((name) => (name === "paged" && query.get(name) === "1" ? [] : (ENDED.get(name) ?? [])));
  if (ended) return ofNothing(ended);
  const [selecting, ...others] = names.filter((name) => VALUES.has(name));
  if (selecting === undefined) return ofPath(base, format);
  if (base.length > 0 || others.length > 0) return null;
  return bySlug(VALUES.get(selecting) ?? [], query.get(selecting)?.split("/").filter(Boolean).at(-1), format);
}

function ofPath(base: string[], format: Format): OldFeed | null {
  const [first = "", ...rest] = base;
  switch (first.toLowerCase()) {
    case "":
      return ofEverything(format);
    case "comments":
      return ofNothing("comments");
    case "search":
      return ofNothing("a search");
    case "category":
      // What stands before it are its parents.
      return bySlug(CATEGORY, rest.at(-1), format);
    case "tag":
      return rest.length === 1 ? bySlug(TAG, rest[0], format) : null;
    case "author":
      return rest.length === 1 ? bySlug(AUTHOR, rest[0], format) : null;
  }
  if (base.length <= 3 && base.every((one) => /^\d{1,4}$/.test(one))) return ofNothing(DATE);
  // Plugins leave `category` out: then stories and categories look alike.
  const isDated = base.some((one) => /^\d+$/.test(one));
  return { of: "page", path: base, otherwise: isDated ? null : bySlug(CATEGORY, base.at(-1), format) };
}
