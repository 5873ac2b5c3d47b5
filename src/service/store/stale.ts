import type { Database, PreparedStatement, Rows } from "../home.ts";

/** A feed that stays stale for longer has a publisher that does not come. Milliseconds. */
export const MAX_LAG = 120_000;

/**
 * SQL for an UPDATE of `feed`: the feed has changed, and the publisher is to look at it. One that was fresh is stale from now on; one
 * that was stale before keeps the time since which it has been. One that is asleep is composed when it wakes, and not before.
 *
 * @param now where the statement has the time, in milliseconds
 * @param asleep when the publisher is to look at one that is asleep; absent: never
 */
export const markChanged = (now: string, asleep = "NULL"): string =>
  `changed = changed + 1,
   stale_since = CASE WHEN asleep THEN NULL WHEN changed = composed THEN ${now} ELSE stale_since END,
   due_at = CASE WHEN asleep THEN ${asleep} ELSE min(coalesce(due_at, ${now}), ${now}) END`;

/**
 * SQL for an UPDATE of `feed`: all changes up to a count have been composed. What changed meanwhile leaves the feed stale.
 *
 * @param changed where the statement has the count of changes, as it was read before the composition
 */
export const markComposed = (changed: string): string =>
  `composed = max(composed, ${changed}), stale_since = CASE WHEN changed <= ${changed} THEN NULL ELSE stale_since END,
   urgent = CASE WHEN changed <= ${changed} THEN 0 ELSE urgent END`;

/** A feed that a statement of `markTouched` has changed. */
export interface Touched {
  slug: string;
  was_fresh: number;
}

const LEFT = "slug IN (SELECT value FROM json_each(?3))";

/**
 * Marks feeds stale; `newlyStaleIn` reads what it returns.
 *
 * @param urgent those of them that a story has to come out of
 */
export const markTouched = (db: Database, slugs: string[], now: number, urgent: string[] = []): PreparedStatement =>
  db
    .prepare(
      // Of a partner's feed the receipts say what its last edition has: it wakes for what is taken back.
      `UPDATE feed SET urgent = max(urgent, ${LEFT}),
         ${markChanged("?2", `iif(partner IS NOT NULL AND edition > 0 AND ${LEFT}, ?2, NULL)`)}
       WHERE slug IN (SELECT value FROM json_each(?1))
       RETURNING slug, due_at IS NOT NULL AND (asleep OR changed - 1 = composed) AS was_fresh`,
    )
    .bind(JSON.stringify([...new Set(slugs)]), now, JSON.stringify(urgent));

/** Feeds that were fresh before a batch of which `markTouched` was the last statement: somebody has to wake the publisher for them. */
export const newlyStaleIn = (results: Rows<Touched>[]): string[] =>
  (results.at(-1)?.results ?? []).filter((row) => row.was_fresh).map((row) => row.slug);
