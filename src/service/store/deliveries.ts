import type { Format } from "../../feed/feed.ts";
import { DELIVERY_CLAIM, MAX_RETRY_AFTER } from "../../hub/delivery-limits.ts";
import type { SigningAlgorithm } from "../../hub/signature.ts";
import type { Database } from "../home.ts";

/**
 * SQL: nobody is at it. A claim that ends later than any can says that the clock was set back; of two machines at the edge, one may be
 * ahead by less.
 */
const isFree = (now: string): string =>
  `(claimed_until <= ${now} OR claimed_until > ${now} + ${2 * DELIVERY_CLAIM}) AND lease_until > ${now}`;

const OTHERS = "host NOT IN (SELECT value FROM json_each(?2))";

/**
 * Subscribers that are due by now and that nobody is at, at most so many: those that may have a story that was taken back before all
 * others, then those that have waited longest.
 *
 * @param but hosts that are not to be asked
 */
export async function listDueDeliveries(
  db: Database,
  now: number,
  but: string[],
  limit: number,
): Promise<{ id: number; host: string }[]> {
  const due = (urgent: 0 | 1) =>
    `SELECT id, host FROM (SELECT id, host FROM subscription
       WHERE urgent = ${urgent} AND due_at <= ?1 AND ${isFree("?1")} AND ${OTHERS} ORDER BY due_at LIMIT ?3)`;
  const { results } = await db
    .prepare(`${due(1)} UNION ALL ${due(0)} LIMIT ?3`)
    .bind(now, JSON.stringify(but), limit)
    .all<{ id: number; host: string }>();
  return results;
}

/** When the next is due that nobody is at, in milliseconds; null: none is. @param but hosts that do not count */
export async function findNextDelivery(db: Database, now: number, but: string[] = []): Promise<number | null> {
  const next = (urgent: 0 | 1) =>
    `SELECT due_at FROM (SELECT due_at FROM subscription
       WHERE urgent = ${urgent} AND due_at IS NOT NULL AND ${isFree("?1")} AND ${OTHERS} ORDER BY due_at LIMIT 1)`;
  const row = await db
    .prepare(`SELECT min(due_at) AS due FROM (${next(1)} UNION ALL ${next(0)})`)
    .bind(now, JSON.stringify(but))
    .first<{ due: number | null }>();
  return row?.due ?? null;
}

/** A delivery that one sender has claimed. Times are milliseconds. */
export interface ClaimedDelivery {
  id: number;
  host: string;
  feed: string;
  format: Format;
  callback: string;
  /** Of a partner's feed; null: it is everybody's. */
  partner: string | null;
  key_id: string | null;
  secret: string | null;
  algorithm: SigningAlgorithm;
  wants_delta: 0 | 1;
  verified_at: number;
  lease_until: number;
  /** The newest edition that the subscriber has; 0: none. */
  acknowledged: number;
  wanted: number;
  /** That have failed since the last that succeeded. */
  attempts: number;
  /** Tells this claim from any other. */
  claimed_until: number;
  /** Where the feed stands in the store; null: it is there no more. */
  place: { edition: number; asleep: 0 | 1; family: string | null } | null;
}

/** Race: of two senders, one has each, and what has been unsubscribed or sent meanwhile nobody. */
export async function claimDeliveries(db: Database, ids: number[], now: number): Promise<ClaimedDelivery[]> {
  const { results } = await db
    .prepare(
      `UPDATE subscription SET claimed_until = ?2 + ${DELIVERY_CLAIM}
       WHERE id IN (SELECT value FROM json_each(?1)) AND due_at <= ?2 AND ended_at IS NULL AND ${isFree("?2")}
       RETURNING id, host, feed, format, callback, partner, key_id, secret, algorithm, wants_delta, verified_at, lease_until, acknowledged, wanted,
         attempts, claimed_until, (SELECT json_object('edition', f.edition, 'asleep', f.asleep, 'family', f.family)
           FROM feed f WHERE f.slug = subscription.feed) AS place`,
    )
    .bind(JSON.stringify(ids), now)
    .all<Omit<ClaimedDelivery, "place"> & { place: string | null }>();
  return results.map(({ place, ...row }) => ({ ...row, place: place === null ? null : JSON.parse(place) }));
}

/** Lets go of all that was claimed: only where whoever claimed it is no more. */
export const releaseDeliveries = async (db: Database): Promise<void> =>
  void (await db
    .prepare("UPDATE subscription SET claimed_until = 0 WHERE claimed_until > 0 AND due_at IS NOT NULL")
    .run());

/** Brings near what is due later than any attempt is put off: the clock was set back. */
export async function bringDeliveriesNear(db: Database, now: number): Promise<void> {
  const late = (urgent: 0 | 1) =>
    `UPDATE subscription SET due_at = ?1 WHERE urgent = ${urgent} AND due_at > ?1 + ${MAX_RETRY_AFTER}`;
  await db.batch(([0, 1] as const).map((urgent) => db.prepare(late(urgent)).bind(now)));
}

/** What is told of all deliveries at once. */
export interface DeliverySums {
  subscribers: number;
  due: number;
  failing: number;
  /** When the oldest edition was published that somebody lacks, in milliseconds; null: nobody lacks any. */
  wanted_since: number | null;
}

/** Of those that are subscribed, however many have ended. */
export async function sumDeliveries(db: Database, now: number): Promise<DeliverySums> {
  const sums = db
    .prepare(
      `SELECT (SELECT count(*) FROM subscription WHERE ended_at IS NULL AND lease_until > ?1) AS subscribers,
         count(*) FILTER (WHERE due_at <= ?1) AS due, count(*) FILTER (WHERE attempts > 0) AS failing, min(wanted_since) AS wanted_since
       FROM subscription WHERE urgent IN (0, 1) AND due_at IS NOT NULL AND lease_until > ?1`,
    )
    .bind(now);
  return (await sums.first<DeliverySums>()) ?? { subscribers: 0, due: 0, failing: 0, wanted_since: null };
}
