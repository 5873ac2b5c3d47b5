import type { Format } from "../../feed/feed.ts";
import type { Database } from "../home.ts";

/**
 * How a subscriber fares: it has what is current; it is to be sent that; it has not taken it, once or more; or it is none any more.
 */
export const SUBSCRIBER_STATES = ["current", "waiting", "failing", "ended"] as const;
export type SubscriberState = (typeof SUBSCRIBER_STATES)[number];

/** A subscription, without its secret. Times are milliseconds. */
export interface Subscriber {
  id: number;
  feed: string;
  format: Format;
  callback: string;
  host: string;
  partner: string | null;
  key_id: string | null;
  is_signed: 0 | 1;
  wants_delta: 0 | 1;
  verified_at: number;
  lease_until: number;
  ended_at: number | null;
  end_reason: string | null;
  /** The newest edition that it has answered with 2xx; 0: none. */
  acknowledged: number;
  acknowledged_at: number | null;
  /** The newest edition that it is to have; 0: none yet. */
  wanted: number;
  /** Since when it has not all that it is to have; null: it has. */
  wanted_since: number | null;
  /** Whether a story was taken back that it may have. */
  urgent: 0 | 1;
  due_at: number | null;
  attempts: number;
  last_status: number | null;
  last_fault: string | null;
  state: SubscriberState;
}

const STATE = `CASE WHEN ended_at IS NOT NULL THEN 'ended' WHEN due_at IS NULL THEN 'current'
  WHEN attempts > 0 THEN 'failing' ELSE 'waiting' END`;

const COLUMNS = `id, feed, format, callback, host, partner, key_id, secret IS NOT NULL AS is_signed, wants_delta, verified_at, lease_until,
  ended_at, end_reason, acknowledged, acknowledged_at, wanted, wanted_since, urgent, due_at, attempts, last_status, last_fault,
  ${STATE} AS state`;

export interface SubscriberFilter {
  state?: SubscriberState;
  host?: string;
  feed?: string;
  partner?: string;
}

/** Subscribers that are looked through for one page. */
const MAX_LOOKED_AT = 5_000;

/**
 * The latest first, `limit` at most. Of a filter that few fit a page may have none, and a `next`.
 *
 * @param before where the page before ended; 0: from the latest on
 */
export async function listSubscribers(
  db: Database,
  { state, host, feed, partner }: SubscriberFilter,
  limit: number,
  before = 0,
): Promise<{ subscribers: Subscriber[]; next: number | null }> {
  const { results } = await db
    .prepare(
      `WITH candidates AS (
         SELECT ${COLUMNS} FROM subscription WHERE id < ?1 AND (?2 IS NULL OR host = ?2) AND (?3 IS NULL OR feed = ?3)
           AND (?4 IS NULL OR partner = ?4) ORDER BY id DESC LIMIT ${MAX_LOOKED_AT}
       )
       SELECT candidates.*, (SELECT count(*) FROM candidates) AS looked_at, (SELECT min(id) FROM candidates) AS last
       FROM candidates WHERE ?5 IS NULL OR state = ?5 ORDER BY id DESC LIMIT ?6`,
    )
    .bind(before || Number.MAX_SAFE_INTEGER, host ?? null, feed ?? null, partner ?? null, state ?? null, limit + 1)
    .all<Subscriber & { looked_at: number; last: number }>();
  const subscribers = results.slice(0, limit).map(({ looked_at: _, last: __, ...one }) => one);
  const [first] = results;
  if (results.length > limit) return { subscribers, next: subscribers.at(-1)?.id ?? null };
  return { subscribers, next: first && first.looked_at === MAX_LOOKED_AT ? first.last : null };
}

/** Null: nobody has this id. */
export const findSubscriber = (db: Database, id: number): Promise<Subscriber | null> =>
  db.prepare(`SELECT ${COLUMNS} FROM subscription WHERE id = ?`).bind(id).first<Subscriber>();

/** Subscriptions of one partner: more than it has systems. */
const MAX_OF_PARTNER = 200;

/** A partner's, without those that have ended. */
export const listSubscribersOfPartner = async (db: Database, partner: string): Promise<Subscriber[]> =>
  (
    await db
      .prepare(
        `SELECT ${COLUMNS} FROM subscription INDEXED BY subscription_key
         WHERE partner = ? AND ended_at IS NULL ORDER BY feed, id LIMIT ${MAX_OF_PARTNER}`,
      )
      .bind(partner)
      .all<Subscriber>()
  ).results;

/** What a subscriber has answered with 2xx. */
export interface Push {
  edition: number;
  status: number;
  attempts: number;
  is_delta: 0 | 1;
  /** Milliseconds. */
  pushed_at: number;
}

/** The latest editions first. */
export const listPushes = async (db: Database, subscriber: number, limit: number): Promise<Push[]> =>
  (
    await db
      .prepare(
        `SELECT edition, status, attempts, is_delta, pushed_at FROM push INDEXED BY push_subscription
         WHERE subscription = ? ORDER BY edition DESC LIMIT ?`,
      )
      .bind(subscriber, limit)
      .all<Push>()
  ).results;

/** How the subscribers of a host, or of a topic, fare, those that have ended left out. */
export interface SubscriberCounts {
  subscribers: number;
  current: number;
  failing: number;
  /** Since when one of them has not all that it is to have, in milliseconds; null: all have. */
  wanted_since: number | null;
}

export type HostCounts = SubscriberCounts & { host: string };
export type TopicCounts = SubscriberCounts & { feed: string; format: Format };

/** Subscribers that are counted: more than a newsroom has. */
export const MAX_COUNTED_SUBSCRIBERS = 20_000;
/** Hosts and topics that are shown: as many as one looks through. */
export const MAX_COUNTED_PLACES = 40;

const COUNTS = `count(*) AS subscribers, count(*) FILTER (WHERE due_at IS NULL) AS current,
  count(*) FILTER (WHERE due_at IS NOT NULL AND attempts > 0) AS failing, min(wanted_since) AS wanted_since`;
const COUNTED = `(SELECT host, feed, format, due_at, attempts, CASE WHEN due_at IS NOT NULL THEN wanted_since END AS wanted_since
  FROM subscription WHERE ended_at IS NULL LIMIT ${MAX_COUNTED_SUBSCRIBERS})`;

/** Hosts whose subscribers fail come first, then those that lag behind the most; topics with the most subscribers do. */
export async function countSubscribers(
  db: Database,
): Promise<{ all: SubscriberCounts; hosts: HostCounts[]; topics: TopicCounts[] }> {
  const [all, hosts, topics] = await db.batch([
    db.prepare(`SELECT ${COUNTS} FROM ${COUNTED}`),
    db.prepare(
      `SELECT host, ${COUNTS} FROM ${COUNTED} GROUP BY host
       ORDER BY failing > 0 DESC, coalesce(wanted_since, ${Number.MAX_SAFE_INTEGER}), subscribers DESC, host LIMIT ${MAX_COUNTED_PLACES}`,
    ),
    db.prepare(
      `SELECT feed, format, ${COUNTS} FROM ${COUNTED} GROUP BY feed, format
       ORDER BY subscribers DESC, feed, format LIMIT ${MAX_COUNTED_PLACES}`,
    ),
  ]);
  const [whole = { subscribers: 0, current: 0, failing: 0, wanted_since: null }] = (all?.results ??
    []) as SubscriberCounts[];
  return {
    all: whole,
    hosts: (hosts?.results ?? []) as HostCounts[],
    topics: (topics?.results ?? []) as TopicCounts[],
  };
}

/** Subscribers that need somebody. Times are milliseconds. */
export interface SubscriberTrouble {
  failing: { count: number; hosts: number; host: string; since: number } | null;
  /** To whom it could not be told that a story was taken back. */
  untold: { count: number; hosts: number; host: string; since: number } | null;
}

/**
 * Who has not taken what is current since before these times, by an index of those that are due.
 *
 * @param failing of those that fail
 * @param untold of those that may have a story that was taken back
 */
export async function findSubscriberTrouble(
  db: Database,
  { failing, untold }: { failing: number; untold: number },
): Promise<SubscriberTrouble> {
  const since = (which: string) =>
    `SELECT count(*) AS count, count(DISTINCT host) AS hosts, min(host) AS host, min(wanted_since) AS since
     FROM (SELECT host, wanted_since FROM subscription INDEXED BY subscription_due
       WHERE ${which} AND due_at IS NOT NULL AND ended_at IS NULL AND wanted_since < ? LIMIT ${MAX_COUNTED_SUBSCRIBERS})`;
  type Row = NonNullable<SubscriberTrouble["failing"]>;
  const [fails, waits] = await db.batch<Row>([
    db.prepare(since("urgent IN (0, 1) AND attempts > 0")).bind(failing),
    db.prepare(since("urgent = 1")).bind(untold),
  ]);
  const found = (row: Row | undefined) => (row && row.count > 0 ? row : null);
  return { failing: found(fails?.results[0]), untold: found(waits?.results[0]) };
}
