import type { Article } from "../../article/article.ts";
import { updatedAt, visibility } from "../../article/lifecycle.ts";
import { licensedSpan } from "../../article/syndication.ts";
import type { Catalog } from "../../feed/catalog.ts";

/** That a feed may show an article, and when. */
export interface Membership {
  feed: string;
  article_id: string;
  updated: number;
  visible_from: number;
  visible_until: number | null;
}

/** An article that nobody may see is in no feed. */
export function memberships(article: Article, feeds: string[], catalog: Catalog): Membership[] {
  const visible = visibility(article);
  if (!visible) return [];
  return feeds.flatMap((feed) => {
    const partner = catalog.all.get(feed)?.partner;
    const span = partner === undefined ? visible : licensedSpan(article, visible, partner);
    if (!span) return [];
    return {
      feed,
      article_id: article.id,
      updated: updatedAt(article),
      visible_from: span.from,
      visible_until: span.until ?? null,
    };
  });
}

/**
 * Statements that put these memberships in the place of those in scope. One that stays keeps its page of the archive, and
 * the page becomes stale; so does the page of one that goes.
 *
 * @param scope SQL of a condition on `membership m`, with `?1` for `parameter`
 */
export function replaceMemberships(
  db: D1Database,
  scope: string,
  parameter: string,
  rows: Membership[],
): D1PreparedStatement[] {
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
        `INSERT INTO membership (feed, article_id, updated, visible_from, visible_until)
         SELECT value ->> 'feed', value ->> 'article_id', value ->> 'updated', value ->> 'visible_from', value ->> 'visible_until'
         FROM json_each(?) WHERE true
         ON CONFLICT (feed, article_id) DO UPDATE SET
           updated = excluded.updated, visible_from = excluded.visible_from, visible_until = excluded.visible_until`,
      )
      .bind(json),
  ];
}

const markPages = (db: D1Database, scope: string, parameter: string): D1PreparedStatement =>
  db
    .prepare(
      `UPDATE archive SET changed = changed + 1 WHERE rowid IN (
         SELECT a.rowid FROM membership m CROSS JOIN archive a ON a.feed = m.feed AND a.page = m.page WHERE ${scope})`,
    )
    .bind(parameter);
