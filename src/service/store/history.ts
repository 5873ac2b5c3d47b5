import { millisecondsInDay } from "date-fns/constants";
import type { Article } from "../../article/article.ts";
import type { EntryChanges } from "../../edition/manifest.ts";
import type { Discrepancy } from "../../verify/discrepancy.ts";
import type { Database } from "../home.ts";

/** Superseded revisions are kept for this long: a complaint about a story can take a year to come. Days. */
export const REVISION_DAYS = 400;
/** Editions, refusals, and what was served in which edition are kept for this long. Days. */
export const EDITION_DAYS = 400;

/** Rows of a table that one sweep takes away: the next goes on. */
export const MAX_PRUNED = 1_000;

/** A revision of an article. Times are milliseconds. */
export interface Revision {
  revision: number;
  stored_at: number;
  /** What it made of the article's `updated`. */
  updated: number;
  article: Article;
}

/**
 * The newest revisions of an article up to one, the newest first, `limit` of them at most.
 *
 * @param drafts whether those are among them that it had as a draft
 */
export async function listRevisions(
  db: Database,
  id: string,
  upTo: number,
  limit: number,
  drafts = true,
): Promise<Revision[]> {
  const { results } = await db
    .prepare(
      `SELECT revision, stored_at, updated, body FROM revision
       WHERE article_id = ?1 AND revision <= ?2 AND (?4 OR body ->> '$.status' <> 'draft')
       ORDER BY revision DESC LIMIT ?3`,
    )
    .bind(id, upTo, limit, drafts ? 1 : 0)
    .all<Omit<Revision, "article"> & { body: string }>();
  return results.map(({ body, ...row }) => ({ ...row, article: JSON.parse(body) }));
}

/** Null: the article never had this revision, or it is no longer kept. */
export const findRevision = async (db: Database, id: string, revision: number): Promise<Article | null> => {
  const [found] = await listRevisions(db, id, revision, 1);
  return found?.revision === revision ? found.article : null;
};

/** An edition that was published, or a composition that was refused. */
export interface EditionRecord {
  /** Of the edition; for a refusal, of the one that stayed current. */
  number: number;
  /** Milliseconds. */
  at: number;
  /** Null: this one was refused. */
  entries: number | null;
  /** Against the edition before; null: this one was refused. */
  changes: EntryChanges | null;
  /** Why it was refused; null: it was published. */
  discrepancies: Discrepancy[] | null;
}

type EditionRow = Omit<EditionRecord, "changes" | "discrepancies"> & {
  changes: string | null;
  discrepancies: string | null;
};

const toRecord = ({ changes, discrepancies, ...row }: EditionRow): EditionRecord => ({
  ...row,
  changes: changes === null ? null : JSON.parse(changes),
  discrepancies: discrepancies === null ? null : JSON.parse(discrepancies),
});

/** A feed's newest editions and refusals before a time, the newest first. */
export async function listEditions(
  db: Database,
  slug: string,
  before: number,
  limit: number,
): Promise<EditionRecord[]> {
  const [published, refused] = await db.batch<EditionRow>([
    db
      .prepare(
        `SELECT number, published_at AS at, entries, changes, NULL AS discrepancies FROM edition
         WHERE feed = ? AND published_at < ? ORDER BY number DESC LIMIT ?`,
      )
      .bind(slug, before, limit),
    db
      .prepare(
        `SELECT edition AS number, at, NULL AS entries, NULL AS changes, discrepancies FROM refusal
         WHERE feed = ? AND at < ? ORDER BY at DESC LIMIT ?`,
      )
      .bind(slug, before, limit),
  ]);
  const rows = [...(published?.results ?? []), ...(refused?.results ?? [])];
  return rows
    .sort((a, b) => b.at - a.at)
    .slice(0, limit)
    .map(toRecord);
}

/** Takes away history that is older than it is kept. What is current stays, however old: the store's own triggers mark it. */
export async function pruneHistory(db: Database, now: number): Promise<void> {
  const [revisions, editions] = [now - REVISION_DAYS * millisecondsInDay, now - EDITION_DAYS * millisecondsInDay];
  await db.batch([
    db
      .prepare(
        `DELETE FROM revision WHERE rowid IN (SELECT rowid FROM revision WHERE superseded_at < ? LIMIT ${MAX_PRUNED})`,
      )
      .bind(revisions),
    db
      .prepare(
        `DELETE FROM served WHERE (article_id, revision, feed, first_edition) IN (
           SELECT article_id, revision, feed, first_edition FROM served WHERE last_at < ? LIMIT ${MAX_PRUNED})`,
      )
      .bind(editions),
    db
      .prepare(
        `DELETE FROM edition WHERE (feed, number) IN (
           SELECT feed, number FROM edition WHERE is_current = 0 AND published_at < ? LIMIT ${MAX_PRUNED})`,
      )
      .bind(editions),
    db
      .prepare(
        `DELETE FROM refusal WHERE (feed, at) IN (SELECT feed, at FROM refusal WHERE at < ? LIMIT ${MAX_PRUNED})`,
      )
      .bind(editions),
    db
      .prepare(
        `DELETE FROM purge WHERE (feed, page, number) IN (
           SELECT feed, page, number FROM purge WHERE at < ? LIMIT ${MAX_PRUNED})`,
      )
      .bind(editions),
    db
      .prepare(
        `DELETE FROM taken_back WHERE (article_id, revision, feed, page) IN (
           SELECT article_id, revision, feed, page FROM taken_back WHERE at < ? LIMIT ${MAX_PRUNED})`,
      )
      .bind(editions),
  ]);
}
