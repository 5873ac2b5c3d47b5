import type { Article } from "../../article/article.ts";
import type { Database, PreparedStatement } from "../home.ts";
import { refuseBatch } from "./refuse-batch.ts";

/**
 * An article of the store that stands in the feeds, or may come there, under a URL, and is none of those in hand; of several, the one
 * that has been as it is for longest, which is the order of the index.
 */
const HOLDER = `SELECT r.article_id FROM revision r INDEXED BY revision_url
  WHERE r.body ->> '$.url' = wanted.value AND r.superseded_at IS NULL
    AND r.article_id NOT IN (SELECT value FROM json_each(?2)) AND r.body ->> '$.status' <> 'canceled'
  ORDER BY r.rowid LIMIT 1`;

export interface HolderRow {
  url: string;
  id: string | null;
}

/**
 * Who has these URLs already.
 *
 * @param inHand ids of articles that do not count
 */
export const selectHolders = (db: Database, urls: string[], inHand: string[]): PreparedStatement =>
  db
    .prepare(`SELECT wanted.value AS url, (${HOLDER}) AS id FROM json_each(?1) wanted`)
    .bind(JSON.stringify(urls), JSON.stringify(inHand));

/** The ids of the articles that have URLs, by these. */
export const toHolders = (rows: HolderRow[]): Map<string, string> =>
  new Map(rows.flatMap(({ url, id }): [string, string][] => (id === null ? [] : [[url, id]])));

/** Another article with an article's URL; undefined where there is none, or where the article was taken back. */
export async function findHolder(
  db: Database,
  { id, url, status }: Pick<Article, "id" | "url" | "status">,
): Promise<string | undefined> {
  if (status === "canceled") return undefined;
  return toHolders((await selectHolders(db, [url], [id]).all<HolderRow>()).results).get(url);
}

/**
 * Keeps a batch out of the store where another article has one of these URLs.
 *
 * @param inHand ids of the articles of the batch
 */
export const refuseHeld = (db: Database, urls: string[], inHand: string[]): PreparedStatement =>
  refuseBatch(db, `json_each(?1) wanted WHERE EXISTS (${HOLDER})`).bind(JSON.stringify(urls), JSON.stringify(inHand));
