import type { CarriedRevision, RevisionRow, Trail } from "../../partner/receipt-report.ts";
import type { Receipt } from "../../partner/receipts.ts";
import type { Database, PreparedStatement } from "../home.ts";
import { CURRENT_REVISION } from "./current-revision.ts";
import type { EditionStamp } from "./edition-stamp.ts";
import { visible } from "./visible.ts";

/** An article in an edition: what it said, and whether that is its retraction. */
export type HeldRevision = [articleId: string, revision: number, retracted: 0 | 1];

/**
 * What an edition of a partner feed says of its articles, where that differs from the edition before: one row a change. What
 * newer ones pushed out is still the partner's to have; what is gone otherwise is not.
 */
export function recordCarried(
  db: Database,
  { feed, number, at }: EditionStamp,
  carried: HeldRevision[],
): PreparedStatement[] {
  const json = JSON.stringify(carried);
  return [
    db
      .prepare(
        `INSERT INTO carried (article_id, feed, edition, revision, present, pushed, retracted, published_at)
         SELECT h.value ->> 0, ?1, ?2, h.value ->> 1, 1, 0, h.value ->> 2, ?4 FROM json_each(?3) h
         WHERE coalesce((SELECT c.revision <> h.value ->> 1 OR c.present = 0 FROM carried c
           WHERE c.article_id = h.value ->> 0 AND c.feed = ?1 ORDER BY c.edition DESC LIMIT 1), 1)`,
      )
      .bind(feed, number, json, at),
    db
      .prepare(
        `INSERT INTO carried (article_id, feed, edition, revision, present, pushed, retracted, published_at)
         SELECT a.id, ?1, ?2, a.revision, 0, m.feed IS NOT NULL, m.feed IS NULL AND r.body ->> '$.status' = 'canceled', ?4
         FROM edition e CROSS JOIN json_each(e.manifest) was CROSS JOIN article a ON a.entry_id = was.value ->> 0
         CROSS JOIN ${CURRENT_REVISION}
         LEFT JOIN membership m ON m.feed = ?1 AND m.article_id = a.id
           AND ${visible("m", "?4")}
         WHERE e.feed = ?1 AND e.number = ?2 - 1 AND a.id NOT IN (SELECT value ->> 0 FROM json_each(?3))`,
      )
      .bind(feed, number, json, at),
  ];
}

/** What a poll with a key leaves in the store. */
export interface PollNote {
  keyId: string;
  /** Since 1970, of the bytes. */
  day: number;
  /** Full-document bytes since the last note. */
  bytes: number;
  /** Absent for a page of an archive. */
  poll?: { feed: string; partner: string };
  /** The first time, as far as is known here, that this edition was served. */
  receipt?: Receipt;
}

/** Race: instances serve one edition to a partner at once. Each notes its poll and bytes; the first one's receipt stands. */
export async function savePollNote(
  db: Database,
  { keyId, day, bytes, poll, receipt }: PollNote,
  now: number,
): Promise<void> {
  const statements = [
    db
      .prepare(
        `UPDATE partner_key SET last_used_at = max(coalesce(last_used_at, 0), ?2),
           bytes = CASE WHEN day = ?3 THEN bytes + ?4 ELSE ?4 END, day = ?3 WHERE id = ?1`,
      )
      .bind(keyId, now, day, bytes),
  ];
  if (poll)
    statements.push(
      db
        .prepare(
          `INSERT INTO partner_poll (feed, partner, polled_at, edition) VALUES (?, ?, ?, ?)
           ON CONFLICT (feed, partner) DO UPDATE SET
             polled_at = max(polled_at, excluded.polled_at), edition = max(edition, excluded.edition)`,
        )
        .bind(poll.feed, poll.partner, now, receipt?.edition ?? 0),
    );
  if (receipt)
    statements.push(
      db
        .prepare(
          `INSERT INTO receipt (feed, partner, edition, key_id, format, status, served_at) VALUES (?, ?, ?, ?, ?, ?, ?)
           ON CONFLICT (feed, edition, partner) DO NOTHING`,
        )
        .bind(receipt.feed, receipt.partner, receipt.edition, receipt.key_id, receipt.format, receipt.status, now),
    );
  await db.batch(statements);
}

/** When a partner last came for a feed, to the hour, or was sent it, and the newest edition that it is known to have; 0: none. */
export interface Pickup {
  feed: string;
  partner: string;
  /** Null: it never has. */
  polled_at: number | null;
  /** Null: it never was. */
  pushed_at: number | null;
  edition: number;
}

/** Of these feeds. */
export const listPickups = async (db: Database, feeds: string[]): Promise<Pickup[]> =>
  (
    await db
      .prepare(
        `SELECT p.feed, p.partner, nullif(p.polled_at, 0) AS polled_at, p.pushed_at, p.edition FROM json_each(?) wanted
         JOIN partner_poll p ON p.feed = wanted.value`,
      )
      .bind(JSON.stringify(feeds))
      .all<Pickup>()
  ).results;

/** Receipts of older editions that are looked at for each change: an instance lags by one, and by more only in trouble. */
const MAX_OUTDATED = 20;

/** All that is known of an article's way to the partners, in the order of editions. */
export async function findReceipts(db: Database, articleId: string): Promise<Trail> {
  const [revisions, carried, polls] = await db.batch([
    db.prepare("SELECT revision, stored_at FROM revision WHERE article_id = ? ORDER BY revision").bind(articleId),
    db
      .prepare(
        `SELECT c.feed, c.edition, c.revision, c.present, c.pushed, c.retracted, c.published_at,
           (SELECT json_object('partner', r.partner, 'edition', r.edition, 'key_id', r.key_id, 'format', r.format,
              'status', r.status, 'served_at', r.served_at, 'via', r.via)
            FROM receipt r WHERE r.feed = c.feed AND r.edition >= c.edition ORDER BY r.edition LIMIT 1) AS receipt,
           (SELECT json_group_array(json_object('edition', o.edition, 'key_id', o.key_id, 'served_at', o.served_at))
            FROM (SELECT r.edition, r.key_id, r.served_at FROM receipt r WHERE r.feed = c.feed AND r.edition < c.edition
              AND r.via = 'poll' ORDER BY r.edition DESC LIMIT ${MAX_OUTDATED}) o WHERE o.served_at > c.published_at) AS outdated
         FROM carried c WHERE c.article_id = ? ORDER BY c.feed, c.edition`,
      )
      .bind(articleId),
    db
      .prepare(
        `SELECT p.feed, max(p.polled_at) AS polled_at FROM partner_poll p
         WHERE p.feed IN (SELECT c.feed FROM carried c WHERE c.article_id = ?) AND p.polled_at > 0 GROUP BY p.feed`,
      )
      .bind(articleId),
  ]);
  return {
    revisions: (revisions?.results ?? []) as RevisionRow[],
    carried: ((carried?.results ?? []) as CarriedJson[]).map(({ receipt, outdated, ...row }) => ({
      ...row,
      receipt: receipt === null ? null : JSON.parse(receipt),
      outdated: JSON.parse(outdated),
    })),
    polls: new Map(((polls?.results ?? []) as { feed: string; polled_at: number }[]).map((p) => [p.feed, p.polled_at])),
  };
}

type CarriedJson = Omit<CarriedRevision, "receipt" | "outdated"> & { receipt: string | null; outdated: string };
