import { millisecondsInDay } from "date-fns/constants";
import type { Database } from "../home.ts";
import { endOfCarried } from "./alerts.ts";
import { EDITION_DAYS, MAX_PRUNED } from "./history.ts";

/** Of the walk's feed, so many changes behind a place that it has; none where the first is younger than what is kept, and so all are. */
const lookedAt = (place: "after" | "next", limit: string): string => {
  const behind = (row: string) =>
    `${row}.feed = w.${place}_feed AND (${row}.edition, ${row}.article_id) > (w.${place}_edition, w.${place}_article)`;
  return `SELECT c.* FROM carried_walk w CROSS JOIN carried c INDEXED BY carried_feed ON ${behind("c")}
    WHERE w.one = 1 AND ?1 > (SELECT f.published_at FROM carried f INDEXED BY carried_feed WHERE ${behind("f")}
      ORDER BY f.edition, f.article_id LIMIT 1)
    ORDER BY c.edition, c.article_id LIMIT ${limit}`;
};

const NEXT_FEED = `SELECT c.feed, 0, '' FROM carried_walk w CROSS JOIN carried c INDEXED BY carried_feed ON c.feed > w.next_feed
  WHERE w.one = 1 ORDER BY c.feed LIMIT 1`;

/**
 * Whether the partner has had a later revision of the story, of an edition that is old, too. Until then it is what the partner has, and
 * would have to be told of if the story were taken back, though newer ones have taken its place.
 */
const IS_REPLACED = `EXISTS (
  SELECT 1 FROM feed f CROSS JOIN partner_poll p ON p.feed = f.slug AND p.partner = f.partner AND p.edition > looked.edition
  CROSS JOIN carried later ON later.article_id = looked.article_id AND later.feed = looked.feed
    AND later.edition > looked.edition AND later.revision > looked.revision AND later.present = 1 AND later.retracted = 0 AND later.published_at < ?1
    AND later.edition <= p.edition
  WHERE f.slug = looked.feed AND EXISTS (
    SELECT 1 FROM receipt k WHERE k.feed = later.feed AND k.edition >= later.edition AND k.edition < ${endOfCarried("later")}))`;

/**
 * Takes away what partner feeds said of stories' former revisions, longer ago than editions are kept, where the partner has a later one.
 * One sweep looks at so many changes of one feed, the next goes on behind them, then in the next feed, and in the first one after the last.
 */
export async function pruneCarried(db: Database, now: number): Promise<void> {
  const old = now - EDITION_DAYS * millisecondsInDay;
  await db.batch([
    db
      .prepare(
        `UPDATE carried_walk SET after_feed = next_feed, after_edition = next_edition, after_article = next_article,
           next_feed = to_feed, next_edition = to_edition, next_article = to_article
         FROM (SELECT feed AS to_feed, edition AS to_edition, article_id AS to_article
             FROM (${lookedAt("next", `1 OFFSET ${MAX_PRUNED - 1}`)})
           UNION ALL SELECT * FROM (${NEXT_FEED}) UNION ALL SELECT '', 0, '' LIMIT 1)
         WHERE one = 1 AND (to_feed <> '' OR next_feed <> '' OR after_feed <> '')`,
      )
      .bind(old),
    db
      .prepare(
        `DELETE FROM carried WHERE (article_id, feed, edition) IN (
           SELECT article_id, feed, edition FROM (${lookedAt("after", String(MAX_PRUNED))}) looked WHERE ${IS_REPLACED})`,
      )
      .bind(old),
  ]);
}
