import { millisecondsInSecond } from "date-fns/constants";
import type { Database, PreparedStatement } from "../home.ts";
import { forgetUnconfirmed } from "./callback-hosts.ts";
import { dropRequest, keepWake, type SubscriptionRequest } from "./subscription-requests.ts";

/**
 * Stores what a callback has confirmed, in place of what was before (WebSub §5.1). Race: where it has been asked for anew while the callback
 * was asked, nothing is stored: the last word is still to be confirmed.
 *
 * @param askedAt when the callback was asked: its lease is measured from there (§5.3). Milliseconds
 * @param wakes whether its feed may be asleep, and is to be woken still
 * @returns whether it was stored
 */
export async function confirmSubscription(
  db: Database,
  request: SubscriptionRequest,
  askedAt: number,
  wakes = false,
): Promise<boolean> {
  const change = request.mode === "unsubscribe" ? unsubscribe(db, request, askedAt) : subscribe(db, request, askedAt);
  const [stored] = await db.batch([
    change,
    forgetUnconfirmed(db, request.host),
    wakes ? keepWake(db, request) : dropRequest(db, request),
  ]);
  return (stored?.meta.changes ?? 0) > 0;
}

/** What it has received stays known. One that lives on is sent at once what it has missed: it has just answered. */
const subscribe = (db: Database, { id, claimed_until, lease_seconds }: SubscriptionRequest, now: number) =>
  db
    .prepare(
      `INSERT INTO subscription (feed, format, callback, host, partner, key_id, secret, algorithm, wants_delta, verified_at, lease_until)
       SELECT feed, format, callback, host, partner, key_id, secret, algorithm, wants_delta, ?3, ?4
       FROM subscription_request WHERE id = ?1 AND claimed_until = ?2
       ON CONFLICT (feed, format, callback) DO UPDATE SET
         host = excluded.host, partner = excluded.partner, key_id = excluded.key_id, secret = excluded.secret,
         algorithm = excluded.algorithm, wants_delta = excluded.wants_delta, verified_at = excluded.verified_at,
         lease_until = excluded.lease_until, attempts = 0,
         due_at = CASE WHEN ended_at IS NULL AND due_at IS NOT NULL THEN min(due_at, ?3) END,
         wanted = CASE WHEN ended_at IS NULL THEN wanted ELSE 0 END,
         wanted_since = CASE WHEN ended_at IS NULL THEN wanted_since END,
         urgent = CASE WHEN ended_at IS NULL THEN urgent ELSE 0 END,
         ended_at = NULL, end_reason = NULL`,
    )
    .bind(id, claimed_until, now, now + (lease_seconds ?? 0) * millisecondsInSecond);

/** Whether a callback is subscribed to a topic. */
export const isSubscribed = async (
  db: Database,
  { feed, format, callback }: Pick<SubscriptionRequest, "feed" | "format" | "callback">,
): Promise<boolean> =>
  (await db
    .prepare("SELECT 1 FROM subscription WHERE feed = ? AND format = ? AND callback = ? AND ended_at IS NULL")
    .bind(feed, format, callback)
    .first()) !== null;

const unsubscribe = (db: Database, { id, claimed_until }: SubscriptionRequest, now: number): PreparedStatement =>
  db
    .prepare(
      `UPDATE subscription SET ${ENDED} FROM
         (SELECT feed, format, callback FROM subscription_request WHERE id = ?3 AND claimed_until = ?4) r
       WHERE subscription.feed = r.feed AND subscription.format = r.format AND subscription.callback = r.callback
         AND ended_at IS NULL`,
    )
    .bind(now, "unsubscribed", id, claimed_until);

/** What becomes of one that ends at ?1 for the reason ?2: nothing more is due to it. What is on its way may still be a receipt. */
export const ENDED = "ended_at = ?1, end_reason = ?2, wanted_since = NULL, due_at = NULL, urgent = 0";
