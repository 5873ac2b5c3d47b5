import type { Article } from "../../article/article.ts";
import type { Dates } from "../../article/dates.ts";
import type { Database } from "../home.ts";
import { CURRENT_REVISION } from "./current-revision.ts";

/** Of each feed, the newest changes that are looked through: a partner that never polled has not picked up a single one. */
const MAX_CHANGES = 5_000;

/**
 * Articles of which feeds have said something, the story or that it was taken back, since the edition that their partners are known to
 * have; the latest first.
 */
export async function listUndelivered(db: Database, feeds: string[], limit: number): Promise<string[]> {
  const { results } = await db
    .prepare(
      `SELECT c.article_id AS id, max(c.published_at) AS at FROM (
         SELECT wanted.value AS feed, max(
           coalesce((SELECT max(p.edition) FROM partner_poll p WHERE p.feed = wanted.value), 0),
           coalesce((SELECT n.edition FROM carried n INDEXED BY carried_feed WHERE n.feed = wanted.value
             ORDER BY n.edition DESC LIMIT 1 OFFSET ${MAX_CHANGES}), 0)) AS has
         FROM json_each(?1) wanted
       ) asked CROSS JOIN carried c INDEXED BY carried_feed ON c.feed = asked.feed AND c.edition > asked.has
       WHERE c.present = 1 OR c.retracted = 1 GROUP BY c.article_id ORDER BY at DESC LIMIT ?2`,
    )
    .bind(JSON.stringify(feeds), limit)
    .all<{ id: string }>();
  return results.map(({ id }) => id);
}

/** Articles that not every partner may have all of, without their text; those stored first last. */
export async function listRestricted(db: Database, limit: number): Promise<{ article: Article; dates: Dates }[]> {
  const { results } = await db
    .prepare(
      `SELECT a.published, a.updated, a.public, json_remove(r.body, '$.content_html', '$.summary') AS body
       FROM listing_term t JOIN article a ON a.rowid = t.n JOIN ${CURRENT_REVISION}
       WHERE t.kind = 'restricted' AND t.key = 'yes' ORDER BY t.n DESC LIMIT ?`,
    )
    .bind(limit)
    .all<{ published: number; updated: number; public: number; body: string }>();
  return results.map(({ body, ...dates }) => ({
    article: JSON.parse(body),
    dates: { ...dates, public: dates.public === 1 },
  }));
}
