import type { Database } from "../home.ts";
import { markChanged } from "./stale.ts";

/** The next time at which an article comes into sight or leaves it, in milliseconds; null: none is known. */
export async function findNextDue(db: Database, now: number): Promise<number | null> {
  const next = (column: string) =>
    `SELECT (SELECT min(m.${column}) FROM membership m WHERE m.feed = f.slug AND m.${column} > ?1) AS due FROM feed f`;
  const row = await db
    .prepare(`SELECT min(due) AS due FROM (${next("visible_from")} UNION ALL ${next("visible_until")})`)
    .bind(now)
    .first<{ due: number | null }>();
  return row?.due ?? null;
}

/**
 * Makes feeds and archive pages stale in which an article came into sight or left it since the last time. Where the clock was
 * set back, what it had let go too early is taken back as well.
 */
export async function markDue(db: Database, now: number): Promise<void> {
  const passed = (column: string) =>
    `m.feed = f.slug AND m.${column} > min(f.swept_at, ?1) AND m.${column} <= max(f.swept_at, ?1)`;
  const slugs = (column: string) =>
    `SELECT f.slug FROM feed f WHERE EXISTS (SELECT 1 FROM membership m WHERE ${passed(column)})`;
  const pages = (column: string) =>
    `SELECT a.rowid FROM feed f CROSS JOIN membership m ON ${passed(column)}
       CROSS JOIN archive a ON a.feed = f.slug AND a.page = m.page`;
  await db.batch([
    db
      .prepare(
        `UPDATE archive SET changed = changed + 1 WHERE rowid IN (${pages("visible_from")} UNION ALL ${pages("visible_until")})`,
      )
      .bind(now),
    db
      .prepare(
        `UPDATE feed SET ${markChanged("?1")}
         WHERE slug IN (${slugs("visible_from")} UNION ALL ${slugs("visible_until")})`,
      )
      .bind(now),
    db.prepare("UPDATE feed SET swept_at = ?1 WHERE swept_at <> ?1").bind(now),
  ]);
}
