import { millisecondsInDay } from "date-fns/constants";
import type { Article } from "../../article/article.ts";
import type { Dates } from "../../article/dates.ts";
import { licensedSpan } from "../../article/syndication.ts";
import { type Visibility, visibility } from "../../article/visibility.ts";
import type { Catalog } from "../../feed/catalog.ts";
import type { Definition } from "../../feed/definition.ts";

/** That a feed may show an article, and when. */
export interface Membership {
  feed: string;
  article_id: string;
  updated: number;
  visible_from: number;
  visible_until: number | null;
  notice: 0 | 1;
}

/** An article that nobody may see is in no feed. One that readers may have seen leaves a notice when it is taken back. */
export function memberships(article: Article, dates: Dates, catalog: Catalog, feeds: string[]): Membership[] {
  return feeds.flatMap((feed) => {
    const definition = catalog.all.get(feed);
    if (!definition) return [];
    const visible = visibility(article);
    const shown =
      article.status === "canceled" ? noticeSpan(article, dates, definition) : licensed(article, visible, definition);
    if (!shown) return [];
    // A partner's own embargo makes the story new when it ends.
    const embargoed = visible !== null && shown.from > visible.from;
    return {
      feed,
      article_id: article.id,
      updated: embargoed ? Math.max(dates.updated, shown.from) : dates.updated,
      visible_from: shown.from,
      visible_until: shown.until ?? null,
      notice: article.status === "canceled" ? 1 : 0,
    };
  });
}

const licensed = (article: Article, span: Visibility | null, { partner }: Definition): Visibility | null =>
  span && partner !== undefined ? licensedSpan(article, span, partner) : span;

/** Where the story may have been seen before, and for as long as the definition says. */
function noticeSpan(article: Article, dates: Dates, definition: Definition): Visibility | null {
  if (!dates.public) return null;
  const had = licensed(article, { from: dates.published }, definition);
  if (!had || had.from >= dates.updated) return null;
  return { from: dates.updated, until: dates.updated + definition.retention * millisecondsInDay };
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

const markPages = (db: D1Database, scope: string, parameter: string): D1PreparedStatement =>
  db
    .prepare(
      `UPDATE archive SET changed = changed + 1 WHERE rowid IN (
         SELECT a.rowid FROM membership m CROSS JOIN archive a ON a.feed = m.feed AND a.page = m.page WHERE ${scope})`,
    )
    .bind(parameter);
