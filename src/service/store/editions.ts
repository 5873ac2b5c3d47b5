import { changesBetween, type Manifest } from "../../edition/manifest.ts";
import type { SealedDocument } from "../../edition/seal.ts";
import type { Format } from "../../feed/feed.ts";
import type { Discrepancy } from "../../verify/discrepancy.ts";
import { isConflict } from "../conflict.ts";
import type { Database, Statement } from "../home.ts";
import type { FeedState } from "./feeds.ts";
import { type HeldRevision, recordCarried } from "./receipts.ts";

/** A D1 row holds 2 MB; a UTF-16 unit is at most 3 bytes of UTF-8. */
const PART_LENGTH = 600_000;

/** A reader that polls hourly while a feed changes every minute still gets a delta. */
export const DELTA_EDITIONS = 60;

/** ETag and Last-Modified of one format. */
export interface Validators {
  /** Opaque, without quotes. */
  etag: string;
  /** Milliseconds, whole seconds. */
  modified: number;
  /** Bytes of the document by coding: what a 304 saves. Archives have none, nor have editions from before they were noted. */
  sizes?: Record<string, number>;
}

/** The edition that is current, as a poll needs it. */
export interface CurrentEdition {
  number: number;
  validators: Record<Format, Validators>;
}

/** A document as it is stored: one coding of it. */
export interface StoredDocument {
  format: Format;
  coding: string;
  /** Text, or base64 of the compressed bytes. */
  body: string;
  spans?: SealedDocument["entries"];
}

/** The one small read of a poll. Null: no such feed, or nothing published yet. */
export async function findCurrentEdition(db: Database, slug: string): Promise<CurrentEdition | null> {
  const row = await db
    .prepare(
      "SELECT e.number, e.validators FROM feed f JOIN edition e ON e.feed = f.slug AND e.number = f.edition WHERE f.slug = ?",
    )
    .bind(slug)
    .first<{ number: number; validators: string }>();
  return row && { number: row.number, validators: JSON.parse(row.validators) };
}

/** One coding of a document, as stored; null where its edition is no longer kept. */
export async function findDocument(
  db: Database,
  slug: string,
  edition: number,
  format: Format,
  coding: string,
): Promise<string | null> {
  const { results } = await db
    .prepare("SELECT body FROM document WHERE feed = ? AND edition = ? AND format = ? AND coding = ? ORDER BY part")
    .bind(slug, edition, format, coding)
    .all<{ body: string }>();
  return results.length === 0 ? null : results.map((row) => row.body).join("");
}

export interface DeltaSource {
  /** What stood in the edition that the reader has. */
  base: Manifest;
  /** What stands in the current one, and where. */
  manifest: Manifest;
  spans: [number, number][];
}

/** What a delta is made of: null where no kept edition had this tag. Reads the last editions of one feed, by key. */
export async function findDeltaSource(
  db: Database,
  slug: string,
  current: number,
  format: Format,
  etag: string,
): Promise<DeltaSource | null> {
  const row = await db
    .prepare(
      `SELECT b.manifest AS base, c.manifest, d.spans FROM edition b
       JOIN edition c ON c.feed = ?1 AND c.number = ?2
       JOIN document d ON d.feed = ?1 AND d.edition = ?2 AND d.format = ?3 AND d.coding = 'identity' AND d.part = 0
       WHERE b.feed = ?1 AND b.number < ?2 AND b.number >= ?2 - ${DELTA_EDITIONS}
         AND b.manifest IS NOT NULL AND b.validators ->> ('$.' || ?3 || '.etag') = ?4
       ORDER BY b.number DESC LIMIT 1`,
    )
    .bind(slug, current, format, etag)
    .first<{ base: string; manifest: string; spans: string }>();
  return row && { base: JSON.parse(row.base), manifest: JSON.parse(row.manifest), spans: JSON.parse(row.spans) };
}

export interface NewEdition {
  /** Null where there is none. */
  oldest: { id: string; updated: number } | null;
  validators: Record<Format, Validators>;
  /** What stood in the edition before. */
  before: Manifest;
  manifest: Manifest;
  documents: StoredDocument[];
  /** What was left out of it, and why. */
  discrepancies: Discrepancy[];
  /** Of a partner feed: which article revisions it holds, for the receipts. */
  carried?: HeldRevision[];
}

/**
 * Makes an edition current, in all formats at once.
 *
 * Race: two publishers. Each numbers its edition one after the one that was current *before* it selected; the number is
 * unique, so of two the later one fails whole, and what it selected cannot be newer than what the earlier one saw.
 *
 * @param state as read before the selection
 * @returns false where another publisher was first
 */
export async function saveEdition(db: Database, state: FeedState, edition: NewEdition, now: number): Promise<boolean> {
  const number = state.edition + 1;
  const refusal = refusalOf(edition.discrepancies);
  try {
    await db.batch([
      db
        .prepare(
          `INSERT INTO edition (feed, number, published_at, entries, oldest_updated, oldest_id, validators, manifest, changes)
           VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)`,
        )
        .bind(
          state.slug,
          number,
          now,
          edition.manifest.length,
          edition.oldest?.updated ?? null,
          edition.oldest?.id ?? null,
          JSON.stringify(withSizes(edition)),
          JSON.stringify(edition.manifest),
          JSON.stringify(changesBetween(edition.before, edition.manifest)),
        ),
      ...noteServed(db, state.slug, number, edition, now),
      ...(edition.carried ? recordCarried(db, state.slug, number, edition.carried, now) : []),
      ...edition.documents.flatMap((document) => insertDocument(db, state.slug, number, document)),
      db
        .prepare(
          `UPDATE feed SET edition = ?2, composed = max(composed, ?3), refusal = ?4,
             stale_since = CASE WHEN changed <= ?3 THEN NULL ELSE stale_since END WHERE slug = ?1`,
        )
        .bind(state.slug, number, state.changed, refusal),
      ...noteRefusal(db, state.slug, number, refusal, now),
      // Nothing that was taken back stays where a request can reach it; a poll that is under way asks again.
      db.prepare("DELETE FROM document WHERE feed = ? AND edition < ?").bind(state.slug, number),
      db
        .prepare("UPDATE edition SET manifest = NULL WHERE feed = ? AND number = ?")
        .bind(state.slug, number - DELTA_EDITIONS - 1),
    ]);
    return true;
  } catch (error) {
    if (isConflict(error, "edition")) return false;
    throw error;
  }
}

function withSizes({ validators, documents }: NewEdition): NewEdition["validators"] {
  const sized = structuredClone(validators);
  for (const { format, coding, body } of documents) {
    const bytes = Buffer.byteLength(body, coding === "identity" ? "utf8" : "base64");
    sized[format].sizes = { ...sized[format].sizes, [coding]: bytes };
  }
  return sized;
}

/** Which revisions of which articles begin and cease to be served with an edition. */
function noteServed(
  db: Database,
  slug: string,
  number: number,
  { before, manifest }: NewEdition,
  now: number,
): Statement[] {
  const key = ([, , article, revision]: Manifest[number]) => `${revision} ${article}`;
  const rows = (list: Manifest, other: Manifest) => {
    const there = new Set(other.map(key));
    return JSON.stringify(
      list.filter((one) => !there.has(key(one))).map(([, , article, revision]) => [article, revision]),
    );
  };
  return [
    db
      .prepare(
        `UPDATE served SET last_edition = ?3, last_at = ?4 FROM json_each(?1) row
         WHERE article_id = row.value ->> 0 AND revision = row.value ->> 1 AND feed = ?2 AND last_edition IS NULL`,
      )
      .bind(rows(before, manifest), slug, number - 1, now),
    db
      .prepare(
        `INSERT INTO served (article_id, revision, feed, first_edition, first_at)
         SELECT value ->> 0, value ->> 1, ?2, ?3, ?4 FROM json_each(?1)`,
      )
      .bind(rows(manifest, before), slug, number, now),
  ];
}

/** Whether a feed's edition still has a story that readers may no longer see: gone from the feed, or turned into a notice. */
export async function holdsTakenBack(db: Database, { slug, edition }: FeedState, now: number): Promise<boolean> {
  const row = await db
    .prepare(
      `SELECT 1 FROM edition e, json_each(e.manifest) held
       LEFT JOIN membership m ON m.feed = e.feed AND m.article_id = held.value ->> 2
       LEFT JOIN article a ON a.id = m.article_id
       WHERE e.feed = ?1 AND e.number = ?2 AND (m.feed IS NULL OR m.visible_from > ?3 OR m.visible_until <= ?3
         OR (m.notice = 1 AND a.revision > held.value ->> 3)) LIMIT 1`,
    )
    .bind(slug, edition, now)
    .first();
  return row !== null;
}

/** An edition with what stands in it; null where there is none. */
export async function findEdition(
  db: Database,
  slug: string,
  number: number,
): Promise<(CurrentEdition & { manifest: Manifest }) | null> {
  const row = await db
    .prepare("SELECT validators, manifest FROM edition WHERE feed = ? AND number = ?")
    .bind(slug, number)
    .first<{ validators: string; manifest: string | null }>();
  return row && { number, validators: JSON.parse(row.validators), manifest: JSON.parse(row.manifest ?? "[]") };
}

/** The same bytes again, or a refusal: the current edition stays. Race: an edition published since has said it already. */
export async function saveComposed(
  db: Database,
  state: FeedState,
  discrepancies: Discrepancy[],
  now: number,
): Promise<void> {
  const refusal = refusalOf(discrepancies);
  await db.batch([
    db
      .prepare(
        `UPDATE feed SET composed = max(composed, ?2), refusal = ?3,
           stale_since = CASE WHEN changed <= ?2 THEN NULL ELSE stale_since END
         WHERE slug = ?1 AND edition = ?4`,
      )
      .bind(state.slug, state.changed, refusal, state.edition),
    ...noteRefusal(db, state.slug, state.edition, refusal, now),
  ]);
}

const noteRefusal = (db: Database, slug: string, number: number, refusal: string | null, now: number) =>
  refusal === null
    ? []
    : [
        db
          .prepare("INSERT OR REPLACE INTO refusal (feed, at, edition, discrepancies) VALUES (?, ?, ?, ?)")
          .bind(slug, now, number, refusal),
      ];

/** One fault repeats in every entry: some of them tell all. */
const MAX_DISCREPANCIES = 50;
const MAX_VALUE = 500;

/** Null where there is none. */
export function refusalOf(discrepancies: Discrepancy[]): string | null {
  const some = discrepancies.slice(0, MAX_DISCREPANCIES);
  const cut = (text: string): string => text.slice(0, MAX_VALUE);
  return some.length === 0
    ? null
    : JSON.stringify(some.map((found) => ({ ...found, stored: cut(found.stored), read: cut(found.read) })));
}

function insertDocument(
  db: Database,
  slug: string,
  number: number,
  { format, coding, body, spans }: StoredDocument,
): Statement[] {
  return splitText(body).map((text, part) =>
    db
      .prepare("INSERT INTO document (feed, edition, format, coding, part, body, spans) VALUES (?, ?, ?, ?, ?, ?, ?)")
      .bind(slug, number, format, coding, part, text, part === 0 && spans ? JSON.stringify(spans) : null),
  );
}

/** Never between the halves of a surrogate pair. */
export function splitText(text: string): string[] {
  const parts: string[] = [];
  for (let start = 0; start < text.length; ) {
    let end = Math.min(text.length, start + PART_LENGTH);
    if (end < text.length && /[\uDC00-\uDFFF]/.test(text[end] ?? "")) end -= 1;
    parts.push(text.slice(start, end));
    start = end;
  }
  return parts;
}
