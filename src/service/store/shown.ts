import { millisecondsInDay } from "date-fns/constants";
import type { Article } from "../../article/article.ts";
import type { Membership } from "../../feed/membership.ts";
import type { Database, PreparedStatement } from "../home.ts";
import { CURRENT_REVISION } from "./current-revision.ts";
import { EDITION_DAYS } from "./history.ts";
import { replaceMemberships } from "./memberships.ts";
import { isRefused, refuseBatch } from "./refuse-batch.ts";
import { refuseSaved } from "./reselect.ts";
import { markTouched } from "./stale.ts";

/** SQL: whether an edition, or a page of an archive, has shown an article, as far as that is kept. */
const shown = (id: string): string =>
  `(EXISTS (SELECT 1 FROM served s WHERE s.article_id = ${id})
    OR EXISTS (SELECT 1 FROM membership p WHERE p.article_id = ${id} AND p.page IS NOT NULL))`;

/**
 * SQL: whether it is certain that no document of this store has ever shown an article: all of its life is kept, and nothing in it
 * says so.
 *
 * @param since where the statement has the value of `servedSince`
 */
export const unshown = (id: string, since: string): string =>
  `(NOT ${shown(id)} AND EXISTS (SELECT 1 FROM revision f WHERE f.article_id = ${id} AND f.revision = 1 AND f.stored_at > ${since}))`;

/** From when on all is kept of what was served. Milliseconds. */
export const servedSince = (now: number): number => now - EDITION_DAYS * millisecondsInDay;

/** Keeps a batch out of the store where one of these articles has been shown after all. */
export const refuseShown = (db: Database, ids: string[]): PreparedStatement =>
  refuseBatch(db, `json_each(?) one WHERE ${shown("one.value")}`).bind(JSON.stringify(ids));

/** An article that is in an edition, and was taken back as one that nobody had seen. */
export interface TakenBackUnseen {
  article: Article;
  revision: number;
  /** Milliseconds. */
  published: number;
}

/** Those that a feed's edition has. */
export async function listTakenBackUnseen(db: Database, slug: string, edition: number): Promise<TakenBackUnseen[]> {
  const { results } = await db
    .prepare(
      `SELECT a.revision, a.published, r.body FROM edition e, json_each(e.manifest) held
       JOIN article a ON a.id = held.value ->> 2 AND a.revision > held.value ->> 3 AND a.public = 0 JOIN ${CURRENT_REVISION}
       WHERE e.feed = ?1 AND e.number = ?2 AND r.body ->> '$.status' = 'canceled'`,
    )
    .bind(slug, edition)
    .all<{ revision: number; published: number; body: string }>();
  return results.map(({ body, ...row }) => ({ ...row, article: JSON.parse(body) }));
}

/** Gives an article that was taken back the notices that it lacks. Race: one that was saved since has what that save gave it. */
export async function saveNotices(
  db: Database,
  { article, revision }: TakenBackUnseen,
  updated: number,
  notices: Membership[],
): Promise<void> {
  const { id } = article;
  try {
    await db.batch([
      refuseSaved(db, [{ id, revision }]),
      db.prepare("UPDATE article SET public = 1, updated = ? WHERE id = ?").bind(updated, id),
      db
        .prepare("UPDATE listing SET updated = ?1 WHERE n = (SELECT rowid FROM article WHERE id = ?2)")
        .bind(updated, id),
      ...replaceMemberships(db, "m.article_id = ?1", id, notices),
      markTouched(
        db,
        notices.map(({ feed }) => feed),
        updated,
      ),
    ]);
  } catch (error) {
    if (!isRefused(error)) throw error;
  }
}
