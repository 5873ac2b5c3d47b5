import type { Database } from "../home.ts";
import { type FeedState, listFeedStates } from "./feeds.ts";
import { STALE, VERIFICATION, type Verification } from "./verification.ts";

/** Feeds of one page, some 600 bytes each. */
export const MAX_LISTED_FEEDS = 500;

/** Feeds that are looked at for one page, whatever of them is in it: a few milliseconds. */
export const MAX_LOOKED = 2_000;

/** Sorts after every slug. */
const LAST = "\u{10FFFF}";

/** Which feeds; what is absent, whichever. */
export interface FeedFilter {
  state?: Verification;
  stale?: boolean;
  asleep?: boolean;
  /** The path of a family. */
  family?: string;
  /** Feeds with these slugs, or of families with these paths. */
  among?: { slugs: string[]; families: string[] };
}

/** Feeds in the order of their slugs. */
interface FeedsPage {
  states: FeedState[];
  /** The slug after which there may be more; null: there are none. */
  next: string | null;
}

/**
 * A page of feeds. Those of a family, those that were refused, and those that are stale or not asleep are found by an index; other
 * filters are held against the next `MAX_LOOKED` feeds, so that there may be fewer on a page than there is room for.
 *
 * @param after a slug, that of a feed or not; empty: from the first
 */
export async function listFeedPage(db: Database, filter: FeedFilter, after: string, limit: number): Promise<FeedsPage> {
  const { state = null, stale = null, asleep = null, family, among } = filter;
  // What begins with the path and a slash is before the path and the character that follows the slash.
  const [from, to] = family === undefined ? ["", LAST] : [`${family}/`, `${family}0`];
  const { results } = await db
    .prepare(
      `WITH looked AS MATERIALIZED (
         SELECT f.slug, (?4 IS NULL OR ${VERIFICATION} = ?4) AND (?5 IS NULL OR ${STALE} = ?5) AND (?6 IS NULL OR f.asleep = ?6)
           AND (?7 IS NULL OR f.slug IN (SELECT value FROM json_each(?7, '$.slugs'))
             OR f.family IN (SELECT value FROM json_each(?7, '$.families'))) AS matches
         FROM ${sourceOf(filter)} AND f.slug > ?1 AND f.slug < ?2 ORDER BY f.slug LIMIT ${MAX_LOOKED}
       ), reached AS (SELECT count(*) AS feeds, max(slug) AS slug FROM looked)
       SELECT l.slug, l.matches, r.feeds AS looked FROM looked l, reached r WHERE l.matches OR l.slug = r.slug
       ORDER BY l.slug LIMIT ?3 + 1`,
    )
    .bind(after > from ? after : from, to, limit, state, bit(stale), bit(asleep), among ? JSON.stringify(among) : null)
    .all<{ slug: string; matches: 0 | 1; looked: number }>();
  const found = results.filter(({ matches }) => matches).map(({ slug }) => slug);
  const page = found.slice(0, limit);
  const reached = results[0]?.looked === MAX_LOOKED ? results.at(-1)?.slug : undefined;
  return {
    states: page.length === 0 ? [] : await listFeedStates(db, page),
    next: (found.length > limit ? page.at(-1) : reached) ?? null,
  };
}

/** The table, and the index that has no other feeds than those that may match. */
function sourceOf({ state, stale, asleep }: FeedFilter): string {
  if (state === "refused") return "feed f INDEXED BY feed_refused WHERE f.refusal IS NOT NULL";
  if (stale || asleep === false) return "feed f INDEXED BY feed_published WHERE f.asleep = 0";
  return "feed f WHERE true";
}

const bit = (flag: boolean | null): number | null => (flag === null ? null : Number(flag));
