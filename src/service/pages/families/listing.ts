import type { Family } from "../../../feed/family.ts";
import { valueSlug } from "../../../feed/value-slug.ts";
import type { Database } from "../../home.ts";
import { type CountedFeed, listFamilyFeeds, searchFamilyFeeds, startOf } from "../../store/family-values.ts";

/** Feeds on a page of a family: what people look through. Beyond it they search. */
const MAX_LISTED = 100;

/** A query is cut after so many characters: no name in an address is longer. */
const MAX_QUERY_LENGTH = 60;

/** What a page of a family lists: the feeds after one, or those that a search found. */
export interface Listing {
  /** What was asked for, cut; undefined: nothing was. */
  query?: string;
  /** Whether it begins with the first of them. */
  isFirst: boolean;
  feeds: CountedFeed[];
  /** The feed after which there are more; null: there are none. */
  next: string | null;
}

/** What `?q=` and `?after=` ask for. */
interface Asking {
  query: string | undefined;
  /** What stands behind the family's path in the slug of a feed. */
  after: string | undefined;
}

export async function listingOf(
  db: Database,
  family: Family,
  { query: asked = "", after = "" }: Asking,
  now: number,
): Promise<Listing> {
  const query = [...asked.trim()].slice(0, MAX_QUERY_LENGTH).join("");
  if (query === "")
    return {
      isFirst: after === "",
      ...(await listFamilyFeeds(db, family, startOf(family.slug) + after, { limit: MAX_LISTED, now })),
    };
  // Names are looked for as they stand in addresses: without capitals and marks.
  const wanted = valueSlug(query) ?? query.toLowerCase();
  const found = await searchFamilyFeeds(db, family, wanted, { limit: MAX_LISTED + 1, now });
  const feeds = found.slice(0, MAX_LISTED);
  return { query, isFirst: true, feeds, next: found.length > MAX_LISTED ? (feeds.at(-1)?.slug ?? null) : null };
}
