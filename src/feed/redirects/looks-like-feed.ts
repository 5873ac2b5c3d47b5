import type { Address } from "./address.ts";

/** What feeds are called in addresses, as a word of the path. */
const WORDS =
  /(?:^|[/._-])(?:feeds?|rss(?:2|091|092|20)?|atom|rdf|newsfeeds?|xmlfeed|podcast\.xml|syndication)(?:$|[/._-])/;

/** Files that are a feed's as a rule; site maps and the like are not. */
const FILES = /\/(?:index|news|blog|posts?|articles?|latest|main|default|backend|podcast)\.(?:xml|rdf|json)$/;

/** Parameters that ask for a feed, beside WordPress' `feed`, and what they say then. */
const NAMES = ["format", "type", "alt", "output", "view"];
const TYPES = /^(?:feed|rss2?|rss-?\d.*|atom|rdf|comments-(?:rss2|atom)|jsonfeed)$/;

/** Whether somebody who asks for an address most likely wants a feed. */
export const looksLikeFeed = ({ path, query }: Address): boolean =>
  (WORDS.test(path) && !/\.(?:css|js|mjs|map|png|jpe?g|gif|svg|webp|ico|woff2?)$/.test(path)) ||
  FILES.test(path) ||
  query.has("feed") ||
  NAMES.some((name) => TYPES.test(query.get(name)?.toLowerCase() ?? ""));
