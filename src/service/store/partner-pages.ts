import type { Actor } from "../../people/actor.ts";
import type { Database } from "../home.ts";
import { noteDeeds, noteIfDone } from "./audit.ts";

/** Starts a session of a partner's page, and writes that into the log; those that have ended go. */
export async function savePartnerSession(
  db: Database,
  by: Actor,
  session: { hash: string; keyId: string; endsAt: number },
  now: number,
): Promise<void> {
  await db.batch([
    db.prepare("DELETE FROM partner_session WHERE ends_at < ?").bind(now),
    db
      .prepare("INSERT INTO partner_session (hash, key_id, ends_at) VALUES (?, ?, ?)")
      .bind(session.hash, session.keyId, session.endsAt),
    noteDeeds(
      db,
      by,
      [
        {
          action: "partner-page.opened",
          subject: { kind: "partner-key", id: session.keyId },
        },
      ],
      now,
    ),
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

/** Ends a session of a partner's page, and writes that into the log, where there is one. */
export async function endPartnerSession(
  db: Database,
  by: Actor,
  { hash, keyId }: { hash: string; keyId: string },
  now: number,
): Promise<void> {
  await db.batch([
    db.prepare("DELETE FROM partner_session WHERE hash = ?").bind(hash),
    noteIfDone(db, by, { action: "partner-page.closed", subject: { kind: "partner-key", id: keyId } }, now),
  ]);
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

/** A story of which a feed says something that its partner has not picked up. */
export interface NotPickedUp {
  feed: string;
  entry_id: string;
  title: string;
  url: string | null;
  /** When the feed said so, in milliseconds. */
  published_at: number;
  /** Whether the partner was given the story before. */
  had: 0 | 1;
}

/** Of each kind as many as somebody reads through. */
const MAX_NOT_PICKED_UP = 50;

/**
 * What feeds say since the editions that their partner has, the latest first: which stories were taken back that it has, and which are
 * new or changed. Of a story only the last word counts: one that was taken back and restored since is a change.
 *
 * @param has the edition of each feed that the partner has
 */
export async function listNotPickedUp(
  db: Database,
  has: { feed: string; edition: number }[],
): Promise<{ missed: NotPickedUp[]; changed: NotPickedUp[] }> {
  const last = (which: string) =>
    db
      .prepare(
        `SELECT n.feed, a.entry_id, r.body ->> '$.title' AS title, r.body ->> '$.url' AS url, n.published_at, n.had FROM (
           SELECT c.feed, c.article_id, max(c.edition), c.revision, c.present, c.retracted, c.published_at,
             EXISTS (SELECT 1 FROM carried o WHERE o.article_id = c.article_id AND o.feed = c.feed
               AND o.edition <= wanted.value ->> '$.edition' AND o.present = 1) AS had
           FROM json_each(?1) wanted CROSS JOIN carried c INDEXED BY carried_feed
             ON c.feed = wanted.value ->> '$.feed' AND c.edition > wanted.value ->> '$.edition'
           GROUP BY c.feed, c.article_id
         ) n JOIN article a ON a.id = n.article_id
         JOIN revision r ON r.article_id = n.article_id AND r.revision = n.revision
         WHERE ${which} ORDER BY n.published_at DESC LIMIT ${MAX_NOT_PICKED_UP}`,
      )
      .bind(JSON.stringify(has));
  const [missed, changed] = await db.batch<NotPickedUp>([
    last("n.retracted = 1 AND n.had"),
    last("n.retracted = 0 AND n.present = 1"),
  ]);
  return { missed: missed?.results ?? [], changed: changed?.results ?? [] };
}
