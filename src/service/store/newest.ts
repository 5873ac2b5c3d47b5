import type { Definition } from "../../feed/definition.ts";
import type { StoredArticle } from "../../feed/entry.ts";
import type { Database } from "../home.ts";
import { CURRENT_REVISION } from "./current-revision.ts";
import { HeldArticles, type Standing } from "./held-articles.ts";
import { visible } from "./visible.ts";

/**
 * As much article text as one edition holds: three documents of it, twice, and their readers' trees fit in a worker's
 * 128 MB. Feeds of news length stay far below; older entries give way.
 */
export const MAX_EDITION_BYTES = 4_000_000;

/** The newest visible articles of a feed, by index, as many as the definition and the size of an edition allow. */
export async function listNewest(
  db: Database,
  definition: Definition,
  now: number,
  held = new HeldArticles(),
): Promise<StoredArticle[]> {
  const { results } = await db
    .prepare(
      `WITH newest AS (
         SELECT m.article_id AS id, m.updated FROM membership m INDEXED BY membership_newest
         WHERE m.feed = ?1 AND ${visible("m", "?2")} ORDER BY m.updated DESC, m.article_id DESC LIMIT ?3
       ), sized AS (
         SELECT newest.id, a.entry_id, a.revision, a.published, newest.updated, octet_length(r.body) AS size,
           sum(octet_length(r.body)) OVER (ORDER BY newest.updated DESC, newest.id DESC) AS total
         FROM newest JOIN article a ON a.id = newest.id JOIN ${CURRENT_REVISION}
       )
       SELECT id, entry_id, revision, published, updated, size FROM sized
       WHERE total <= ?4 OR total = size ORDER BY updated DESC, id DESC`,
    )
    .bind(definition.slug, now, definition.entries, MAX_EDITION_BYTES)
    .all<Standing>();
  return held.read(db, results);
}
