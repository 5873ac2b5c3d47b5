import type { Database } from "../home.ts";

/** Starts a session of a partner's page; those that have ended go. */
export async function savePartnerSession(
  db: Database,
  session: { hash: string; keyId: string; endsAt: number },
  now: number,
): Promise<void> {
  await db.batch([
    db.prepare("DELETE FROM partner_session WHERE ends_at < ?").bind(now),
    db
      .prepare("INSERT INTO partner_session (hash, key_id, ends_at) VALUES (?, ?, ?)")
      .bind(session.hash, session.keyId, session.endsAt),
  ]);
}

/** The id of the key that a session was opened with; null: there is no such session, or not any more. */
export const findPartnerSession = async (db: Database, hash: string, now: number): Promise<string | null> =>
  (
    await db
      .prepare("SELECT key_id FROM partner_session WHERE hash = ? AND ends_at > ?")
      .bind(hash, now)
      .first<{ key_id: string }>()
  )?.key_id ?? null;

export async function endPartnerSession(db: Database, hash: string): Promise<void> {
  await db.prepare("DELETE FROM partner_session WHERE hash = ?").bind(hash).run();
}

/** A poll of a partner's that was refused. */
export interface PartnerError {
  /** Milliseconds. */
  at: number;
  key_id: string;
  status: number;
  /** Without a query. */
  path: string;
}

/** Errors of a partner that are kept, the latest ones: as many as tell what is wrong with its system. */
const MAX_ERRORS = 20;

/** Notes a poll that was refused; the oldest give way. */
export async function savePartnerError(
  db: Database,
  partner: string,
  { at, key_id, status, path }: PartnerError,
): Promise<void> {
  await db.batch([
    db
      .prepare("INSERT INTO partner_error (partner, at, key_id, status, path) VALUES (?, ?, ?, ?, ?)")
      .bind(partner, at, key_id, status, path),
    db
      .prepare(
        `DELETE FROM partner_error WHERE partner = ?1 AND id <= (SELECT id FROM partner_error WHERE partner = ?1
           ORDER BY id DESC LIMIT 1 OFFSET ${MAX_ERRORS})`,
      )
      .bind(partner),
  ]);
}

/** The latest first. */
export const listPartnerErrors = async (db: Database, partner: string): Promise<PartnerError[]> =>
  (
    await db
      .prepare("SELECT at, key_id, status, path FROM partner_error WHERE partner = ? ORDER BY id DESC")
      .bind(partner)
      .all<PartnerError>()
  ).results;

/** A story that was taken back in an edition that a partner has not picked up. */
export interface MissedRetraction {
  feed: string;
  edition: number;
  title: string;
  /** Milliseconds. */
  published_at: number;
}

/** Retractions of one feed that are shown. */
const MAX_MISSED = 50;

/** Stories of a feed that were taken back after the edition that its partner has, the latest first. */
export const listMissedRetractions = async (db: Database, feed: string, edition: number): Promise<MissedRetraction[]> =>
  (
    await db
      .prepare(
        `SELECT c.feed, c.edition, c.published_at, r.body ->> '$.title' AS title FROM carried c
         JOIN revision r ON r.article_id = c.article_id AND r.revision = c.revision
         WHERE c.feed = ? AND c.retracted = 1 AND c.edition > ? ORDER BY c.published_at DESC LIMIT ${MAX_MISSED}`,
      )
      .bind(feed, edition)
      .all<MissedRetraction>()
  ).results;
