import type { Database, PreparedStatement, Rows } from "../home.ts";

/**
 * SQL for an UPDATE of `feed`: the feed has changed, and the publisher is to look at it. One that was fresh is stale from now on; one
 * that was stale before keeps the time since which it has been. One that is asleep is composed when it wakes, and not before.
 *
 * @param now where the statement has the time, in milliseconds
 */
export const markChanged = (now: string): string =>
  `changed = changed + 1,
   stale_since = CASE WHEN asleep THEN NULL WHEN changed = composed THEN ${now} ELSE stale_since END,
   due_at = CASE WHEN asleep THEN NULL ELSE min(coalesce(due_at, ${now}), ${now}) END`;

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

/**
 * Marks feeds stale; `newlyStaleIn` reads what it returns.
 *
 * @param urgent those of them that a story has to come out of
 */
export const markTouched = (db: Database, slugs: string[], now: number, urgent: string[] = []): PreparedStatement =>
  db
    .prepare(
      `UPDATE feed SET ${markChanged("?2")}, urgent = max(urgent, slug IN (SELECT value FROM json_each(?3)))
       WHERE slug IN (SELECT value FROM json_each(?1)) RETURNING slug, changed - 1 = composed AND NOT asleep AS was_fresh`,
    )
    .bind(JSON.stringify([...new Set(slugs)]), now, JSON.stringify(urgent));

/** Feeds that were fresh before a batch of which `markTouched` was the last statement: somebody has to wake the publisher for them. */
export const newlyStaleIn = (results: Rows<Touched>[]): string[] =>
  (results.at(-1)?.results ?? []).filter((row) => row.was_fresh).map((row) => row.slug);
