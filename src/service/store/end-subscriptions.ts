import { millisecondsInHour } from "date-fns/constants";
import { PUSH_RETENTION } from "../../hub/limits.ts";
import type { Database } from "../home.ts";
import { ENDED } from "./confirm-subscription.ts";

/** Subscriptions that one sweep ends, denies or takes away of each: the next goes on. */
const MAX_ENDED = 500;

/** Much longer than a delivery takes, whose receipt is told by the secret that it was signed with. Milliseconds. */
const SECRET_KEPT = millisecondsInHour;

/** Feeds, and keys with feeds, that are looked at in one go, whether they are still there. */
export const MAX_SUBSCRIBED_LOOKED_AT = 1_000;

/** Ends those whose lease is over (WebSub §5.3.1: hubs "MUST enforce lease expirations"). */
export async function endLapsed(db: Database, now: number): Promise<void> {
  await db
    .prepare(
      `UPDATE subscription SET ${ENDED} WHERE id IN (SELECT id FROM subscription
         WHERE ended_at IS NULL AND lease_until <= ?1 ORDER BY lease_until LIMIT ${MAX_ENDED})`,
    )
    .bind(now, "lapsed")
    .run();
}

/**
 * The feeds that somebody is subscribed to without a key, by hops through an index: how many are subscribed to one makes no difference.
 *
 * @param after where it goes on; empty: from the first
 */
export const listSubscribedFeeds = async (db: Database, after: string): Promise<string[]> =>
  (
    await db
      .prepare(
        `WITH RECURSIVE looked(feed) AS (
           ${nextAfter("?1")}
           UNION ALL
           SELECT (${nextAfter("looked.feed")}) FROM looked WHERE looked.feed IS NOT NULL LIMIT ${MAX_SUBSCRIBED_LOOKED_AT})
         SELECT feed FROM looked WHERE feed IS NOT NULL`,
      )
      .bind(after)
      .all<{ feed: string }>()
  ).results.map(({ feed }) => feed);

const nextAfter = (feed: string): string =>
  `SELECT min(feed) FROM subscription INDEXED BY subscription_topic WHERE partner IS NULL AND ended_at IS NULL AND feed > ${feed}`;

/** A partner's feed that is subscribed to, and the key that asked. */
export interface SubscribedKey {
  feed: string;
  partner: string;
  key_id: string;
}

/** Each once. */
export const listSubscribedKeys = async (db: Database): Promise<SubscribedKey[]> =>
  (
    await db
      .prepare(
        `SELECT DISTINCT partner, key_id, feed FROM subscription INDEXED BY subscription_key
         WHERE partner IS NOT NULL AND ended_at IS NULL ORDER BY partner, key_id, feed LIMIT ${MAX_SUBSCRIBED_LOOKED_AT}`,
      )
      .all<SubscribedKey>()
  ).results;

/** Of those who are subscribed to a feed with one key, or without any, so many as one sweep ends. */
export const listSubscribedIds = async (
  db: Database,
  { feed, key_id }: { feed: string; key_id: string | null },
): Promise<number[]> =>
  (
    await db
      .prepare(`SELECT id FROM subscription WHERE feed = ? AND key_id IS ? AND ended_at IS NULL LIMIT ${MAX_ENDED}`)
      .bind(feed, key_id)
      .all<{ id: number }>()
  ).results.map(({ id }) => id);

/** Forgets the secrets of those that have ended: what was on its way then has arrived. */
export const forgetSecrets = async (db: Database, now: number): Promise<void> =>
  void (await db
    .prepare(
      "UPDATE subscription SET secret = NULL WHERE ended_at IS NOT NULL AND ended_at <= ? AND secret IS NOT NULL",
    )
    .bind(now - SECRET_KEPT)
    .run());

/** Takes away those that ended long ago, once their receipts have gone. */
export async function pruneSubscriptions(db: Database, now: number): Promise<void> {
  await db
    .prepare(
      `DELETE FROM subscription WHERE id IN (SELECT s.id FROM subscription s
         WHERE s.ended_at IS NOT NULL AND s.ended_at <= ?1 AND NOT EXISTS (SELECT 1 FROM push p WHERE p.subscription = s.id)
         ORDER BY s.ended_at LIMIT ${MAX_ENDED})`,
    )
    .bind(now - PUSH_RETENTION)
    .run();
}
