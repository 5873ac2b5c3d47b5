import type { Status } from "../../article/article.ts";
import type { Database } from "../home.ts";

/** An article that came from a source. */
export interface SourceItem {
  article_id: string;
  source: string;
  /** By what the source knows it: the entry's id there, and its address. */
  item: string;
  url: string;
  /** What it last said of it; empty: nothing was taken in yet. */
  said: Status | "";
  /** The hash of the words that it last said. */
  words: string;
  /** Milliseconds. */
  said_at: number;
  /** Since when its words have been kept out, in milliseconds; null: they are not. */
  kept_out_at: number | null;
}

/**
 * Claims articles for a source. Race: of two sources that bring one story, the first one has it.
 *
 * @returns whose they are, by id
 */
export async function claimItems(
  db: Database,
  source: string,
  items: Pick<SourceItem, "article_id" | "item" | "url">[],
): Promise<Map<string, SourceItem>> {
  const json = JSON.stringify(items);
  const [, claimed] = await db.batch<SourceItem>([
    db
      .prepare(
        `INSERT INTO source_item (article_id, source, item, url)
         SELECT value ->> 'article_id', ?2, value ->> 'item', value ->> 'url' FROM json_each(?1) WHERE true
         ON CONFLICT (article_id) DO NOTHING`,
      )
      .bind(json, source),
    db
      .prepare("SELECT i.* FROM json_each(?) w JOIN source_item i ON i.article_id = w.value ->> 'article_id'")
      .bind(json),
  ]);
  return byId(claimed?.results ?? []);
}

/** Those of a source that it knows by one of these names. */
export async function listNamed(db: Database, source: string, names: string[]): Promise<SourceItem[]> {
  const { results } = await db
    .prepare(
      `SELECT i.* FROM json_each(?2) w JOIN source_item i INDEXED BY source_item_named ON i.source = ?1 AND i.item = w.value
       UNION SELECT i.* FROM json_each(?2) w JOIN source_item i INDEXED BY source_item_at ON i.source = ?1 AND i.url = w.value`,
    )
    .bind(source, JSON.stringify(names))
    .all<SourceItem>();
  return results;
}

/** Notes what their source says of items. */
export async function saveItems(db: Database, items: SourceItem[]): Promise<void> {
  await db
    .prepare(
      `UPDATE source_item SET item = row.value ->> 'item', url = row.value ->> 'url', said = row.value ->> 'said',
         words = row.value ->> 'words', said_at = row.value ->> 'said_at', kept_out_at = row.value ->> 'kept_out_at'
       FROM json_each(?) row WHERE article_id = row.value ->> 'article_id' AND source = row.value ->> 'source'`,
    )
    .bind(JSON.stringify(items))
    .run();
}

/** How many items of a source are shown there. */
export const countShown = async (db: Database, source: string): Promise<number> =>
  (
    await db
      .prepare("SELECT count(*) AS shown FROM source_item WHERE source = ? AND said = 'usable'")
      .bind(source)
      .first<{ shown: number }>()
  )?.shown ?? 0;

/** Items of a source, by the ids of their articles, so many behind one; `""`: from the first. */
export const listItemsAfter = async (
  db: Database,
  source: string,
  after: { item: string; id: string },
  limit: number,
): Promise<SourceItem[]> =>
  (
    await db
      .prepare(
        `SELECT * FROM source_item INDEXED BY source_item_named WHERE source = ?1 AND (item, article_id) > (?2, ?3)
         ORDER BY source, item, article_id LIMIT ?4`,
      )
      .bind(source, after.item, after.id, limit)
      .all<SourceItem>()
  ).results;

/** Stories whose source's words are kept out, the latest first. */
export const listKeptOut = async (db: Database, source: string, limit: number): Promise<SourceItem[]> =>
  (
    await db
      .prepare(
        "SELECT * FROM source_item WHERE source = ? AND kept_out_at IS NOT NULL ORDER BY kept_out_at DESC LIMIT ?",
      )
      .bind(source, limit)
      .all<SourceItem>()
  ).results;

/** Lets a source's words in again: those that the article has now count as its own. @returns whether it is the source's */
export async function letWordsIn(db: Database, source: string, id: string, words: string): Promise<boolean> {
  const { meta } = await db
    .prepare("UPDATE source_item SET words = ?3, kept_out_at = NULL WHERE article_id = ?2 AND source = ?1")
    .bind(source, id, words)
    .run();
  return meta.changes === 1;
}

const byId = (items: SourceItem[]): Map<string, SourceItem> => new Map(items.map((item) => [item.article_id, item]));
