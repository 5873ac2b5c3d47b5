import { changesBetween, type Manifest } from "../../edition/manifest.ts";
import type { Format } from "../../feed/feed.ts";
import type { Discrepancy } from "../../verify/discrepancy.ts";
import { isConflict } from "../conflict.ts";
import type { Database, PreparedStatement } from "../home.ts";
import { dropManifest } from "./delta-source.ts";
import { insertDocument, type StoredDocument } from "./documents.ts";
import type { EditionStamp } from "./edition-stamp.ts";
import { noteEditionEvents } from "./events.ts";
import type { FeedState } from "./feeds.ts";
import { oweEdition } from "./owed-editions.ts";
import { insertPurges } from "./purges.ts";
import { type HeldRevision, recordCarried } from "./receipts.ts";
import { noteRefusal, refusalOf } from "./refusals.ts";
import { noteServed } from "./served.ts";
import { wakeUp } from "./sleep.ts";
import { markComposed } from "./stale.ts";
import type { CurrentEdition, Validators } from "./validators.ts";

/** The one small read of a poll. Null: no such feed, nothing published yet, or the feed is asleep. */
export async function findCurrentEdition(db: Database, slug: string): Promise<CurrentEdition | null> {
  const row = await db
    .prepare(
      "SELECT e.number, e.validators FROM feed f JOIN edition e ON e.feed = f.slug AND e.number = f.edition WHERE f.slug = ? AND NOT f.asleep",
    )
    .bind(slug)
    .first<{ number: number; validators: string }>();
  return row && { number: row.number, validators: JSON.parse(row.validators) };
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
  /** Whether a cache that takes purges stands in front of it; absent: no cache may have it. */
  isPurged?: boolean;
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
 * @returns to how many subscribers it is owed, and whether webhooks are to be told of it; null where another publisher was first
 */
export async function saveEdition(
  db: Database,
  state: FeedState,
  edition: NewEdition,
  now: number,
): Promise<{ owed: number; isHeard: boolean } | null> {
  const stamp = { feed: state.slug, number: state.edition + 1, at: now };
  const { feed, number } = stamp;
  const refusal = refusalOf(edition.discrepancies);
  const events = noteEditionEvents(db, stamp, edition);
  try {
    const results = await db.batch([
      insertEdition(db, stamp, edition),
      ...events,
      ...noteServed(db, stamp, edition.before, edition.manifest),
      ...(edition.carried ? recordCarried(db, stamp, edition.carried) : []),
      ...edition.documents.flatMap((document) => insertDocument(db, feed, number, document)),
      db
        .prepare(`UPDATE feed SET edition = ?2, refusal = ?4, ${markComposed("?3")} WHERE slug = ?1`)
        .bind(feed, number, state.changed, refusal),
      ...(state.asleep ? [wakeUp(db, feed, now)] : []),
      ...noteRefusal(db, stamp, refusal),
      // Nothing that was taken back stays where a request can reach it; a poll that is under way asks again.
      db.prepare("DELETE FROM document WHERE feed = ? AND edition < ?").bind(feed, number),
      dropManifest(db, feed, number),
      ...insertPurges(db, {
        ...{ feed, page: 0, number, at: now, before: state.composed, composed: state.changed },
        isPurged: state.asleep ? undefined : edition.isPurged,
      }),
      oweEdition(db, stamp, state.urgent === 1),
    ]);
    return { owed: results.at(-1)?.meta.changes ?? 0, isHeard: (results[events.length]?.meta.changes ?? 0) > 0 };
  } catch (error) {
    if (isConflict(error, "edition")) return null;
    throw error;
  }
}

const insertEdition = (db: Database, { feed, number, at }: EditionStamp, edition: NewEdition): PreparedStatement =>
  db
    .prepare(
      `INSERT INTO edition (feed, number, published_at, entries, oldest_updated, oldest_id, validators, manifest, changes)
       VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)`,
    )
    .bind(
      feed,
      number,
      at,
      edition.manifest.length,
      edition.oldest?.updated ?? null,
      edition.oldest?.id ?? null,
      JSON.stringify(withSizes(edition)),
      JSON.stringify(edition.manifest),
      JSON.stringify(changesBetween(edition.before, edition.manifest)),
    );

function withSizes({ validators, documents }: NewEdition): NewEdition["validators"] {
  const sized = structuredClone(validators);
  for (const { format, coding, body } of documents) {
    const bytes = Buffer.byteLength(body, coding === "identity" ? "utf8" : "base64");
    sized[format].sizes = { ...sized[format].sizes, [coding]: bytes };
  }
  return sized;
}
