import type { SealedDocument } from "../../edition.ts";
import type { Format } from "../../feed/feed.ts";
import type { Discrepancy } from "../../verify/discrepancy.ts";
import type { FeedState } from "./feeds.ts";

/** A D1 row holds 2 MB; a UTF-16 unit is at most 3 bytes of UTF-8. */
const PART_LENGTH = 600_000;

export interface ServedDocument {
  text: string;
  etag: string;
  edition: number;
  /** Milliseconds. */
  publishedAt: number;
}

/** The document that is current. */
export async function findDocument(db: D1Database, slug: string, format: Format): Promise<ServedDocument | null> {
  const { results } = await db
    .prepare(
      `SELECT d.text, d.etag, e.number, e.published_at FROM feed f
       JOIN edition e ON e.feed = f.slug AND e.number = f.edition
       JOIN document d ON d.feed = f.slug AND d.edition = f.edition AND d.format = ?2
       WHERE f.slug = ?1 ORDER BY d.part`,
    )
    .bind(slug, format)
    .all<{ text: string; etag: string; number: number; published_at: number }>();
  const first = results[0];
  return first
    ? {
        text: results.map((row) => row.text).join(""),
        etag: first.etag,
        edition: first.number,
        publishedAt: first.published_at,
      }
    : null;
}

/** Each format's tag in the current edition. */
export async function listEtags(db: D1Database, state: FeedState): Promise<Map<string, string>> {
  const { results } = await db
    .prepare("SELECT format, etag FROM document WHERE feed = ? AND edition = ? AND part = 0")
    .bind(state.slug, state.edition)
    .all<{ format: string; etag: string }>();
  return new Map(results.map((row) => [row.format, row.etag]));
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
export async function saveEdition(
  db: D1Database,
  state: FeedState,
  documents: SealedDocument[],
  entries: number,
  now: number,
): Promise<boolean> {
  const number = state.edition + 1;
  try {
    await db.batch([
      db
        .prepare("INSERT INTO edition (feed, number, published_at, entries) VALUES (?, ?, ?, ?)")
        .bind(state.slug, number, now, entries),
      ...documents.flatMap((document) => insertDocument(db, state.slug, number, document)),
      db
        .prepare(
          `UPDATE feed SET edition = ?2, composed = max(composed, ?3), composed_at = ?4, refusal = NULL,
             stale_since = CASE WHEN changed <= ?3 THEN NULL ELSE stale_since END WHERE slug = ?1`,
        )
        .bind(state.slug, number, state.changed, now),
      db.prepare("DELETE FROM document WHERE feed = ? AND edition < ?").bind(state.slug, number - 1),
    ]);
    return true;
  } catch (error) {
    if (/UNIQUE constraint failed: edition/.test(String(error))) return false;
    throw error;
  }
}

/** The same bytes again, or a refusal: the current edition stays. Race: an edition published since has said it already. */
export async function saveComposed(
  db: D1Database,
  state: FeedState,
  discrepancies: Discrepancy[],
  now: number,
): Promise<void> {
  await db
    .prepare(
      `UPDATE feed SET composed = max(composed, ?2), composed_at = ?3, refusal = ?4,
         stale_since = CASE WHEN changed <= ?2 THEN NULL ELSE stale_since END
       WHERE slug = ?1 AND edition = ?5`,
    )
    .bind(state.slug, state.changed, now, discrepancies.length === 0 ? null : refusal(discrepancies), state.edition)
    .run();
}

/** One fault repeats in every entry: some of them tell all. */
const MAX_DISCREPANCIES = 50;
const MAX_VALUE = 500;

const refusal = (discrepancies: Discrepancy[]): string =>
  JSON.stringify(
    discrepancies
      .slice(0, MAX_DISCREPANCIES)
      .map((found) => ({ ...found, stored: found.stored.slice(0, MAX_VALUE), read: found.read.slice(0, MAX_VALUE) })),
  );

function insertDocument(db: D1Database, slug: string, number: number, document: SealedDocument): D1PreparedStatement[] {
  return split(document.text).map((text, part) =>
    db
      .prepare("INSERT INTO document (feed, edition, format, part, etag, text) VALUES (?, ?, ?, ?, ?, ?)")
      .bind(slug, number, document.format, part, document.etag, text),
  );
}

/** Never between the halves of a surrogate pair. */
function split(text: string): string[] {
  const parts: string[] = [];
  for (let start = 0; start < text.length; ) {
    let end = Math.min(text.length, start + PART_LENGTH);
    if (end < text.length && /[\uDC00-\uDFFF]/.test(text[end] ?? "")) end -= 1;
    parts.push(text.slice(start, end));
    start = end;
  }
  return parts;
}
