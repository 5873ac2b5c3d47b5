import type { Membership } from "../../feed/membership.ts";
import type { Database, PreparedStatement } from "../home.ts";

/**
 * Statements that put these memberships in the place of those in scope. One that stays keeps its page of the archive, and
 * the page becomes stale; so does the page of one that goes.
 *
 * @param scope SQL of a condition on `membership m`, with `?1` for `parameter`
 */
export function replaceMemberships(
  db: Database,
  scope: string,
  parameter: string,
  rows: Membership[],
): PreparedStatement[] {
  const json = JSON.stringify(rows);
  return [
    markPages(db, scope, parameter),
    db
      .prepare(
        `DELETE FROM membership AS m WHERE ${scope}
           AND (m.feed, m.article_id) NOT IN (SELECT value ->> 'feed', value ->> 'article_id' FROM json_each(?2))`,
      )
      .bind(parameter, json),
    db
      .prepare(
        `INSERT INTO membership (feed, article_id, updated, visible_from, visible_until, notice)
         SELECT value ->> 'feed', value ->> 'article_id', value ->> 'updated', value ->> 'visible_from',
           value ->> 'visible_until', value ->> 'notice'
         FROM json_each(?) WHERE true
         ON CONFLICT (feed, article_id) DO UPDATE SET
           updated = excluded.updated, visible_from = excluded.visible_from, visible_until = excluded.visible_until,
           notice = excluded.notice`,
      )
      .bind(json),
  ];
}

const markPages = (db: Database, scope: string, parameter: string): PreparedStatement =>
  db
    .prepare(
      `UPDATE archive SET changed = changed + 1 WHERE rowid IN (
         SELECT a.rowid FROM membership m CROSS JOIN archive a ON a.feed = m.feed AND a.page = m.page WHERE ${scope})`,
    )
    .bind(parameter);
