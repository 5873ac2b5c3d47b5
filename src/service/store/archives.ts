import type { StoredArticle } from "../../feed/entry.ts";
import type { Format } from "../../feed/feed.ts";
import type { Discrepancy } from "../../verify/discrepancy.ts";
import { isConflict } from "../conflict.ts";
import type { Database } from "../home.ts";
import { CURRENT_REVISION } from "./current-revision.ts";
import { notePageEvents } from "./events.ts";
import type { FeedState } from "./feeds.ts";
import { type StoredRow, toStored } from "./held-articles.ts";
import { listNear } from "./near.ts";
import { MAX_EDITION_BYTES } from "./newest.ts";
import { insertPurges } from "./purges.ts";
import { refusalOf } from "./refusals.ts";
import { splitText } from "./split-text.ts";
import { markChanged } from "./stale.ts";
import type { CurrentEdition, Validators } from "./validators.ts";
import { visibleOrNotice } from "./visible.ts";

/** A page of a feed's archive, as the publisher sees it. */
export interface PageState {
  page: number;
  changed: number;
  /** 0: it has no documents now. */
  composed: number;
  version: number;
  /** Null: it has not been published yet. */
  validators: Record<Format, Validators> | null;
}

/** The one small read of a poll of an archive. Null: no such page, or not yet published. */
export async function findCurrentPage(db: Database, slug: string, page: number): Promise<CurrentEdition | null> {
  const row = await db
    .prepare(`SELECT a.version, a.validators FROM archive a JOIN feed f ON f.slug = a.feed
       WHERE a.feed = ? AND a.page = ? AND a.version > 0 AND a.composed > 0 AND NOT f.asleep`)
    .bind(slug, page)
    .first<{ version: number; validators: string }>();
  return row && { number: row.version, validators: JSON.parse(row.validators) };
}

/** Names one document of one page. */
export interface PageDocumentKey {
  slug: string;
  page: number;
  version: number;
  format: Format;
}

/** A page's document, gzip in base64; null where its version is no longer kept. */
export async function findPageDocument(
  db: Database,
  { slug, page, version, format }: PageDocumentKey,
): Promise<string | null> {
  const parts = await listNear<{ body: string }>(
    db,
    "SELECT body FROM archive_document WHERE feed = ? AND page = ? AND version = ? AND format = ? ORDER BY part",
    [slug, page, version, format],
  );
  return parts.length === 0 ? null : parts.map((part) => part.body).join("");
}

/**
 * A new page of the oldest articles that no page holds yet, as many as the feed's pages and the size of an edition allow.
 * They stand in it for good. Race: of two publishers one makes the page, and the other's batch fails whole.
 */
export async function addPage(db: Database, { slug, pages, page_size }: FeedState, now: number): Promise<void> {
  const page = pages + 1;
  try {
    await db.batch([
      db.prepare("INSERT INTO archive (feed, page) VALUES (?, ?)").bind(slug, page),
      db
        .prepare(
          `WITH oldest AS (
             SELECT m.article_id AS id, m.updated FROM membership m
             WHERE m.feed = ?1 AND m.page IS NULL AND m.visible_from <= ?5 ORDER BY m.updated, m.article_id LIMIT ?3
           ), sized AS (
             SELECT oldest.id, length(r.body) AS size, sum(length(r.body)) OVER (ORDER BY oldest.updated, oldest.id) AS total
             FROM oldest JOIN article a ON a.id = oldest.id JOIN ${CURRENT_REVISION}
           )
           UPDATE membership SET page = ?2
           WHERE feed = ?1 AND article_id IN (SELECT id FROM sized WHERE total <= ?4 OR total = size)`,
        )
        .bind(slug, page, page_size, MAX_EDITION_BYTES, now),
      // From now on readers may have it from there, whatever becomes of the feed.
      db
        .prepare(
          "UPDATE article SET public = 1 WHERE public = 0 AND id IN (SELECT article_id FROM membership WHERE feed = ? AND page = ?)",
        )
        .bind(slug, page),
      db.prepare("UPDATE feed SET pages = ? WHERE slug = ?").bind(page, slug),
    ]);
  } catch (error) {
    if (!isConflict(error, "archive")) throw error;
  }
}

/** Null: the feed has no such page. */
export async function findPage(db: Database, slug: string, page: number): Promise<PageState | null> {
  const row = await db
    .prepare("SELECT page, changed, composed, version, validators FROM archive WHERE feed = ? AND page = ?")
    .bind(slug, page)
    .first<Omit<PageState, "validators"> & { validators: string | null }>();
  return row && { ...row, validators: row.validators === null ? null : JSON.parse(row.validators) };
}

/** A page's visible articles, the newest first. */
export async function listPage(db: Database, slug: string, page: number, now: number): Promise<StoredArticle[]> {
  const { results } = await db
    .prepare(
      `SELECT a.entry_id, a.revision, a.published, m.updated, r.body FROM membership m JOIN article a ON a.id = m.article_id
       JOIN ${CURRENT_REVISION}
       WHERE m.feed = ?1 AND m.page = ?2 AND ${visibleOrNotice("m", "?3")}
       ORDER BY m.updated DESC, m.article_id DESC`,
    )
    .bind(slug, page, now)
    .all<StoredRow>();
  return results.map(toStored);
}

export interface PageDocuments {
  validators: Record<Format, Validators>;
  /** gzip in base64. */
  bodies: [Format, string][];
  /** What was left out of it, and why. */
  discrepancies: Discrepancy[];
  /** Whether a cache that takes purges stands in front of it; absent: no cache may have it. */
  isPurged?: boolean;
}

/** Race: two publishers. The version is unique, so of two the later one fails whole, and the page stays stale for it. */
export async function savePage(
  db: Database,
  slug: string,
  { page, changed, composed, version }: PageState,
  documents: PageDocuments,
  now: number,
): Promise<boolean> {
  const insert = "INSERT INTO archive_document (feed, page, version, format, part, body) VALUES (?, ?, ?, ?, ?, ?)";
  try {
    await db.batch([
      ...documents.bodies.flatMap(([format, body]) =>
        splitText(body).map((text, part) => db.prepare(insert).bind(slug, page, version + 1, format, part, text)),
      ),
      db
        .prepare(
          "UPDATE archive SET version = ?3, validators = ?4, composed = max(composed, ?5), refusal = ?6 WHERE feed = ?1 AND page = ?2",
        )
        .bind(
          slug,
          page,
          version + 1,
          JSON.stringify(documents.validators),
          changed,
          refusalOf(documents.discrepancies),
        ),
      db.prepare("DELETE FROM archive_document WHERE feed = ? AND page = ? AND version <= ?").bind(slug, page, version),
      ...notePageEvents(db, { feed: slug, page, before: composed, composed: changed }, now),
      ...insertPurges(db, {
        ...{ feed: slug, page, number: version + 1, at: now, before: composed, composed: changed },
        isPurged: documents.isPurged,
      }),
    ]);
    return true;
  } catch (error) {
    if (isConflict(error, "archive_document")) return false;
    throw error;
  }
}

/** Notes that a composition has brought no new version: it had the bytes of the current one, or was refused. */
export async function savePageComposed(
  db: Database,
  slug: string,
  { page, changed }: PageState,
  discrepancies: Discrepancy[],
): Promise<void> {
  await db
    .prepare("UPDATE archive SET composed = max(composed, ?3), refusal = ?4 WHERE feed = ?1 AND page = ?2")
    .bind(slug, page, changed, refusalOf(discrepancies))
    .run();
}

/** Links the archive up to a page. The feed becomes stale, for its subscription document has to say so. */
export async function linkPages(db: Database, slug: string, page: number, now: number): Promise<void> {
  await db
    .prepare(`UPDATE feed SET linked = ?2, ${markChanged("?3")} WHERE slug = ?1 AND linked < ?2`)
    .bind(slug, page, now)
    .run();
}
