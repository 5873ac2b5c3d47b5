import type { Format } from "../../feed/feed.ts";
import type { SigningAlgorithm } from "../../hub/signature.ts";
import type { Database, PreparedStatement } from "../home.ts";

/** What a callback is to be asked, or told, once. */
export interface SubscriptionRequest {
  id: number;
  /** `wake`: it has confirmed, and only its feed is to be woken still. */
  mode: "subscribe" | "unsubscribe" | "denied" | "wake";
  /** With the format, the topic. */
  feed: string;
  format: Format;
  callback: string;
  host: string;
  /** Of a partner's feed: whose it is, and whose key asked. */
  partner: string | null;
  key_id: string | null;
  secret: string | null;
  algorithm: SigningAlgorithm;
  wants_delta: 0 | 1;
  verify_token: string | null;
  lease_seconds: number | null;
  /** Of a denial. */
  reason: string | null;
  /** Whoever has claimed it has this as the proof. */
  claimed_until: number;
}

/** How long a claim holds: longer than a callback is waited for, and the store after it. Milliseconds. */
const CLAIM = 60_000;

/** Stores what was asked for. The last word on a topic and callback counts: what was asked for before, and is not confirmed, is not asked any more. */
export async function saveSubscriptionRequest(
  db: Database,
  request: Omit<SubscriptionRequest, "id" | "claimed_until">,
  now: number,
): Promise<void> {
  const { mode, feed, format, callback, host, partner, key_id, secret, algorithm, wants_delta } = request;
  const { verify_token, lease_seconds, reason } = request;
  await db
    .prepare(
      `INSERT OR REPLACE INTO subscription_request (mode, feed, format, callback, host, partner, key_id, secret, algorithm, wants_delta,
         verify_token, lease_seconds, reason, asked_at, due_at)
       VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11, ?12, ?13, ?14, ?14)`,
    )
    .bind(
      ...[mode, feed, format, callback, host, partner, key_id, secret, algorithm, wants_delta],
      ...[verify_token, lease_seconds, reason, now],
    )
    .run();
}

/** What is due and claimed by nobody, what has waited longest first. @param but hosts that are left out */
export const listDueRequests = async (
  db: Database,
  now: number,
  but: string[],
  limit: number,
): Promise<{ id: number; host: string }[]> =>
  (
    await db
      .prepare(
        `SELECT id, host FROM subscription_request INDEXED BY subscription_request_due
         WHERE due_at <= ?1 AND claimed_until <= ?1 AND host NOT IN (SELECT value FROM json_each(?2)) ORDER BY due_at LIMIT ?3`,
      )
      .bind(now, JSON.stringify(but), limit)
      .all<{ id: number; host: string }>()
  ).results;

/** Race: of two who claim one, the store lets one have it. @returns those that are the caller's now */
export const claimRequests = async (db: Database, ids: number[], now: number): Promise<SubscriptionRequest[]> =>
  (
    await db
      .prepare(
        `UPDATE subscription_request SET claimed_until = ?1 + ${CLAIM}
         WHERE id IN (SELECT value FROM json_each(?2)) AND due_at <= ?1 AND claimed_until <= ?1 RETURNING *`,
      )
      .bind(now, JSON.stringify(ids))
      .all<SubscriptionRequest>()
  ).results;

/** When the next is due that nobody has claimed, in milliseconds; null: none is. @param but hosts that do not count */
export const findNextRequest = async (db: Database, now: number, but: string[]): Promise<number | null> =>
  (
    await db
      .prepare(
        `SELECT due_at FROM subscription_request INDEXED BY subscription_request_due
         WHERE claimed_until <= ? AND host NOT IN (SELECT value FROM json_each(?)) ORDER BY due_at LIMIT 1`,
      )
      .bind(now, JSON.stringify(but))
      .first<{ due_at: number }>()
  )?.due_at ?? null;

/** Lets go of all claims: whoever had them is no more. */
export const releaseRequests = async (db: Database): Promise<void> =>
  void (await db.prepare("UPDATE subscription_request SET claimed_until = 0 WHERE claimed_until > 0").run());

type Claimed = Pick<SubscriptionRequest, "id" | "claimed_until">;

/** A statement that takes away what was asked, unless it has been asked for anew meanwhile. */
export const dropRequest = (db: Database, { id, claimed_until }: Claimed): PreparedStatement =>
  db.prepare("DELETE FROM subscription_request WHERE id = ? AND claimed_until = ?").bind(id, claimed_until);

/** A statement that leaves of what was confirmed that its feed is to be woken. */
export const keepWake = (db: Database, { id, claimed_until }: Claimed): PreparedStatement =>
  db
    .prepare("UPDATE subscription_request SET mode = 'wake', secret = NULL WHERE id = ? AND claimed_until = ?")
    .bind(id, claimed_until);

/** Leaves the waking of a feed for later. */
export async function postponeWake(db: Database, { id, claimed_until }: Claimed, dueAt: number): Promise<void> {
  await db
    .prepare("UPDATE subscription_request SET due_at = ?3, claimed_until = 0 WHERE id = ?1 AND claimed_until = ?2")
    .bind(id, claimed_until, dueAt)
    .run();
}
