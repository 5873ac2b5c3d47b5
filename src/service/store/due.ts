import type { Database, PreparedStatement } from "../home.ts";
import { markChanged } from "./stale.ts";

const OTHERS = "slug NOT IN (SELECT value FROM json_each(?2))";

/**
 * The feeds that the publisher has to look at by now, at most so many: those that a story has to come out of before all others, then
 * those that have waited longest. By index alone, however many feeds there are.
 *
 * @param but not these
 */
export async function listDue(db: Database, now: number, but: string[], limit: number): Promise<string[]> {
  const due = (urgent: 0 | 1) =>
    `SELECT slug FROM (SELECT slug FROM feed WHERE urgent = ${urgent} AND due_at <= ?1 AND ${OTHERS} ORDER BY due_at LIMIT ?3)`;
  const { results } = await db
    .prepare(`${due(1)} UNION ALL ${due(0)} LIMIT ?3`)
    .bind(now, JSON.stringify(but), limit)
    .all<{ slug: string }>();
  return results.map(({ slug }) => slug);
}

/** The next time after this at which the publisher has to look at a feed, in milliseconds; null: none is known. */
export async function findNextDue(db: Database, now: number): Promise<number | null> {
  const next = (urgent: 0 | 1) => `SELECT min(due_at) AS due FROM feed WHERE urgent = ${urgent} AND due_at > ?1`;
  const row = await db
    .prepare(`SELECT min(due) AS due FROM (${next(1)} UNION ALL ${next(0)})`)
    .bind(now)
    .first<{ due: number | null }>();
  return row?.due ?? null;
}

/** The publisher looks at a feed again at this time, unless it changes before. */
export async function postpone(db: Database, slug: string, changed: number, at: number): Promise<void> {
  await db.prepare("UPDATE feed SET due_at = ?3 WHERE slug = ?1 AND changed = ?2").bind(slug, changed, at).run();
}

/**
 * There is nothing left to do for a feed until an article comes into its sight or leaves it.
 *
 * @param changed as it was when there was nothing left: what has changed since leaves the feed due
 */
export async function settle(db: Database, slug: string, changed: number, now: number): Promise<void> {
  const next = (column: string) =>
    `SELECT min(m.${column}) AS due FROM membership m WHERE m.feed = ?1 AND m.${column} > ?3`;
  await db
    .prepare(
      `UPDATE feed SET urgent = 0, due_at = (SELECT min(due) FROM (${next("visible_from")} UNION ALL ${next("visible_until")}))
       WHERE slug = ?1 AND changed = ?2`,
    )
    .bind(slug, changed, now)
    .run();
}

/**
 * Statements that make a feed stale, and pages of its archive, in which an article came into sight or left it since the last time.
 * Where the clock was set back, what it had let go too early is taken back as well.
 */
export function markDue(db: Database, slug: string, now: number): PreparedStatement[] {
  const passed = (column: string) =>
    `m.feed = f.slug AND m.${column} > min(f.swept_at, ?1) AND m.${column} <= max(f.swept_at, ?1)`;
  const exists = (column: string) =>
    `EXISTS (SELECT 1 FROM feed f CROSS JOIN membership m ON ${passed(column)} WHERE f.slug = ?2)`;
  const pages = (column: string) =>
    `SELECT a.rowid FROM feed f CROSS JOIN membership m ON ${passed(column)}
       CROSS JOIN archive a ON a.feed = f.slug AND a.page = m.page WHERE f.slug = ?2`;
  return [
    db
      .prepare(
        `UPDATE archive SET changed = changed + 1 WHERE rowid IN (${pages("visible_from")} UNION ALL ${pages("visible_until")})`,
      )
      .bind(now, slug),
    db
      .prepare(
        `UPDATE feed SET ${markChanged("?1")} WHERE slug = ?2 AND (${exists("visible_from")} OR ${exists("visible_until")})`,
      )
      .bind(now, slug),
    // It goes to the end of the line, so that no feed with much to do holds up the others.
    db.prepare("UPDATE feed SET swept_at = ?1, due_at = max(due_at, ?1) WHERE slug = ?2").bind(now, slug),
  ];
}

/** Lets the publisher look at the feeds that it looked at in what is the future now: the clock was set back. */
export async function markAhead(db: Database, now: number): Promise<void> {
  await db.prepare("UPDATE feed SET due_at = ?1 WHERE swept_at > ?1 AND NOT asleep").bind(now).run();
}
