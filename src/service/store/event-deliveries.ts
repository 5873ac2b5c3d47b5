import type { Database, PreparedStatement } from "../home.ts";

/** An event that an endpoint is to be told of: all that a request needs. Times are milliseconds. */
export interface EventDelivery {
  id: number;
  endpoint: string;
  url: string;
  host: string;
  /** With the first, and with all of them, it is signed. */
  secrets: string[];
  /** What the endpoint is called. */
  description: string;
  event: StoredEvent;
  subject: string;
  /** Failed ones since it was begun. */
  attempts: number;
  /** The claim: what comes of it counts only while it is this one's. */
  claimed_until: number;
}

/** Something that has happened. */
export interface StoredEvent {
  /** Its place in the order of all. */
  id: number;
  uid: string;
  type: string;
  /** Milliseconds. */
  at: number;
  data: Record<string, unknown>;
}

/** What is due by now, by indexes of what is due alone: what was taken back, then what has waited longest. */
export async function listDueDeliveries(
  db: Database,
  now: number,
  but: string[],
  limit: number,
): Promise<{ id: number; host: string }[]> {
  const due = (urgent: 0 | 1) =>
    `SELECT * FROM (SELECT d.id, p.host FROM event_delivery d CROSS JOIN endpoint p ON p.id = d.endpoint
       WHERE d.urgent = ${urgent} AND d.due_at <= ?1 AND d.claimed_until <= ?1
         AND p.host NOT IN (SELECT value FROM json_each(?2)) ORDER BY d.due_at LIMIT ?3)`;
  const { results } = await db
    .prepare(`${due(1)} UNION ALL ${due(0)} LIMIT ?3`)
    .bind(now, JSON.stringify(but), limit)
    .all<{ id: number; host: string }>();
  return results;
}

/** When the next is due that nobody has claimed, at none of these hosts; null: nothing is. */
export async function findNextDelivery(db: Database, now: number, but: string[]): Promise<number | null> {
  const next = (urgent: 0 | 1) =>
    `SELECT * FROM (SELECT d.due_at AS at FROM event_delivery d CROSS JOIN endpoint p ON p.id = d.endpoint
       WHERE d.urgent = ${urgent} AND d.due_at IS NOT NULL AND d.claimed_until <= ?1
         AND p.host NOT IN (SELECT value FROM json_each(?2)) ORDER BY d.due_at LIMIT 1)`;
  const row = await db
    .prepare(`SELECT min(at) AS at FROM (${next(1)} UNION ALL ${next(0)})`)
    .bind(now, JSON.stringify(but))
    .first<{ at: number | null }>();
  return row?.at ?? null;
}

/** Race: of two senders, each gets those that the other has not. */
export async function claimDeliveries(
  db: Database,
  ids: number[],
  now: number,
  until: number,
): Promise<EventDelivery[]> {
  const [claimed] = await db.batch<{ id: number }>([
    db
      .prepare(
        `UPDATE event_delivery SET claimed_until = ?3
         WHERE id IN (SELECT value FROM json_each(?1)) AND due_at <= ?2 AND claimed_until <= ?2 RETURNING id`,
      )
      .bind(JSON.stringify(ids), now, until),
  ]);
  return readDeliveries(db, claimed?.results.map(({ id }) => id) ?? [], now);
}

type DeliveryRow = Omit<EventDelivery, "secrets" | "event"> &
  Omit<StoredEvent, "id" | "data"> & { event: number; data: string; secret: string; former_secret: string | null };

/** Those that were claimed, with what they need. */
async function readDeliveries(db: Database, ids: number[], now: number): Promise<EventDelivery[]> {
  if (ids.length === 0) return [];
  const { results } = await db
    .prepare(
      `SELECT d.id, d.endpoint, p.url, p.host, p.description, p.secret, iif(p.former_until > ?2, p.former_secret, NULL) AS former_secret,
         d.event, e.uid, e.type, e.at, e.data, d.subject, d.attempts, d.claimed_until
       FROM json_each(?1) one CROSS JOIN event_delivery d ON d.id = one.value CROSS JOIN event e ON e.id = d.event
       CROSS JOIN endpoint p ON p.id = d.endpoint`,
    )
    .bind(JSON.stringify(ids), now)
    .all<DeliveryRow>();
  return results.map(({ event, uid, type, at, data, secret, former_secret, ...row }) => ({
    ...row,
    secrets: former_secret === null ? [secret] : [secret, former_secret],
    event: { id: event, uid, type, at, data: JSON.parse(data) },
  }));
}

/** What came of a request. */
export interface EventAttempt {
  /** Milliseconds. */
  at: number;
  milliseconds: number;
  /** Null: there was no answer. */
  status: number | null;
  /** Null: it was taken. */
  fault: string | null;
}

/**
 * Notes what came of a request. Race: a claim that has ended may be another sender's by now; then only the attempt is noted.
 *
 * @param retryAt when it is tried again, if it has failed; null: not at all
 */
export async function saveAttempt(
  db: Database,
  delivery: Pick<EventDelivery, "id" | "endpoint" | "subject" | "claimed_until"> & { event: { id: number } },
  attempt: EventAttempt,
  retryAt: number | null,
): Promise<void> {
  const { id, endpoint, subject, claimed_until } = delivery;
  const { at, milliseconds, status, fault } = attempt;
  const now = at + milliseconds;
  // What may take the place of others does so even where it came while they were in hand.
  const isOvertaken = `EXISTS (SELECT 1 FROM event_delivery n JOIN event e ON e.id = n.event
    WHERE n.endpoint = ?3 AND n.subject = ?4 AND n.outcome IS NULL AND n.event > event_delivery.event
      AND e.type IN ('article.retracted', 'edition.published'))`;
  await db.batch([
    fault === null
      ? db
          .prepare(
            `UPDATE event_delivery SET outcome = 'delivered', due_at = NULL, claimed_until = 0, attempts = attempts + 1, settled_at = ?3
             WHERE id = ?1 AND claimed_until = ?2`,
          )
          .bind(id, claimed_until, now)
      : db
          .prepare(
            `UPDATE event_delivery SET claimed_until = 0, attempts = attempts + 1,
               outcome = CASE WHEN outcome IS NOT NULL THEN outcome WHEN ${isOvertaken} THEN 'superseded' WHEN ?5 IS NULL THEN 'failed' END,
               due_at = CASE WHEN outcome IS NULL AND NOT ${isOvertaken} THEN ?5 END,
               settled_at = CASE WHEN outcome IS NOT NULL OR ${isOvertaken} OR ?5 IS NULL THEN ?6 END
             WHERE id = ?1 AND claimed_until = ?2`,
          )
          .bind(id, claimed_until, endpoint, subject, retryAt, now),
    db
      .prepare(
        // It may have gone with its endpoint meanwhile.
        `INSERT INTO event_attempt (delivery, at, milliseconds, status, fault)
         SELECT ?1, ?2, ?3, ?4, ?5 WHERE EXISTS (SELECT 1 FROM event_delivery WHERE id = ?1)`,
      )
      .bind(id, at, milliseconds, status, fault),
    fault === null
      ? db.prepare("UPDATE endpoint SET failing_since = NULL WHERE id = ? AND failing_since IS NOT NULL").bind(endpoint)
      : db.prepare("UPDATE endpoint SET failing_since = ?2 WHERE id = ?1 AND failing_since IS NULL").bind(endpoint, at),
    lineUp(db, endpoint, now, subject),
  ]);
}

/**
 * Of what an endpoint is still to be told of one subject, the first is due, and the others wait for it.
 *
 * @param subject absent: of each
 */
const lineUp = (db: Database, endpoint: string, now: number, subject?: string): PreparedStatement => {
  const sql = `UPDATE event_delivery SET due_at = iif(event = (SELECT min(first.event) FROM event_delivery first
      WHERE first.endpoint = ?1 AND first.subject = event_delivery.subject AND first.outcome IS NULL), coalesce(due_at, ?2), NULL)
    WHERE endpoint = ?1 AND outcome IS NULL`;
  return subject === undefined
    ? db.prepare(sql).bind(endpoint, now)
    : db.prepare(`${sql} AND subject = ?3`).bind(endpoint, now, subject);
};

/** What an endpoint was told, or is to be told, and what came of it so far. */
export interface ToldEvent {
  event: StoredEvent;
  delivery: number;
  /** Null: it is still to be sent. */
  outcome: "delivered" | "failed" | "superseded" | "ended" | null;
  /** When it is sent next; null: it is settled, or waits for an earlier one of the same article, feed or alert. */
  due_at: number | null;
  /** The latest ones, the last first. */
  attempts: EventAttempt[];
}

/** Attempts of one event that are shown: those of one round. */
const MAX_SHOWN_ATTEMPTS = 12;

/** The latest events of an endpoint before one, the newest first. */
export async function listToldEvents(
  db: Database,
  endpoint: string,
  { before = Number.MAX_SAFE_INTEGER, limit, failed = false }: { before?: number; limit: number; failed?: boolean },
): Promise<ToldEvent[]> {
  const { results } = await db
    .prepare(
      `SELECT e.id, e.uid, e.type, e.at, e.data, d.id AS delivery, d.outcome, d.due_at,
         (SELECT json_group_array(json_object('at', a.at, 'milliseconds', a.milliseconds, 'status', a.status, 'fault', a.fault))
          FROM (SELECT * FROM event_attempt WHERE delivery = d.id ORDER BY id DESC LIMIT ${MAX_SHOWN_ATTEMPTS}) a) AS attempts
       FROM event_delivery d INDEXED BY event_delivery_endpoint CROSS JOIN event e ON e.id = d.event
       WHERE d.endpoint = ?1 AND d.event < ?2 AND (NOT ?4 OR d.outcome IN ('failed', 'ended')) ORDER BY d.event DESC LIMIT ?3`,
    )
    .bind(endpoint, before, limit, failed ? 1 : 0)
    .all<Omit<StoredEvent, "data"> & { data: string; attempts: string } & Omit<ToldEvent, "event" | "attempts">>();
  return results.map(({ id, uid, type, at, data, attempts, ...row }) => ({
    ...row,
    event: { id, uid, type, at, data: JSON.parse(data) },
    attempts: JSON.parse(attempts),
  }));
}

/** Which events are to be sent again: one, or those that failed, or ended with the endpoint, since a time. */
export type Replayed = { uid: string } | { failedSince: number };

/**
 * Lets an endpoint be told again, with as many attempts as at first. Whatever of one subject is to be sent is sent in its order.
 *
 * @returns how many there are; null: there is no such event of this endpoint
 */
export async function replay(
  db: Database,
  endpoint: string,
  which: Replayed,
  { limit, now }: { limit: number; now: number },
): Promise<number | null> {
  const begin = `UPDATE event_delivery SET outcome = NULL, settled_at = NULL, attempts = 0, due_at = ?1
    WHERE EXISTS (SELECT 1 FROM endpoint p WHERE p.id = ?2 AND p.disabled_at IS NULL)`;
  const [begun] = await db.batch([
    "uid" in which
      ? db
          .prepare(
            `${begin} AND outcome IS NOT NULL AND endpoint = ?2 AND event = (SELECT e.id FROM event e WHERE e.uid = ?3)`,
          )
          .bind(now, endpoint, which.uid)
      : db
          .prepare(
            `${begin} AND id IN (SELECT d.id FROM event_delivery d INDEXED BY event_delivery_endpoint CROSS JOIN event e ON e.id = d.event
               WHERE d.endpoint = ?2 AND d.outcome IN ('failed', 'ended') AND e.at >= ?3 ORDER BY d.event LIMIT ?4)`,
          )
          .bind(now, endpoint, which.failedSince, limit),
    lineUp(db, endpoint, now),
  ]);
  const count = begun?.meta.changes ?? 0;
  if (count > 0 || !("uid" in which)) return count;
  const known = await db
    .prepare("SELECT 1 FROM event e JOIN event_delivery d ON d.event = e.id WHERE e.uid = ?1 AND d.endpoint = ?2")
    .bind(which.uid, endpoint)
    .first();
  return known ? 0 : null;
}

/**
 * Makes an event for one endpoint alone. Whoever asks for it sends it at once, and nobody else does.
 *
 * @param until its claim
 */
export async function insertTestEvent(
  db: Database,
  endpoint: string,
  { uid, data, now, until }: { uid: string; data: Record<string, unknown>; now: number; until: number },
): Promise<EventDelivery | null> {
  const [, inserted] = await db.batch<{ id: number }>([
    db
      .prepare("INSERT INTO event (uid, type, subject, at, data) VALUES (?1, 'webhook.test', 'test ' || ?1, ?2, ?3)")
      .bind(uid, now, JSON.stringify(data)),
    db
      .prepare(
        `INSERT INTO event_delivery (event, endpoint, subject, urgent, due_at, claimed_until)
         SELECT e.id, ?2, e.subject, 0, NULL, ?3 FROM event e WHERE e.uid = ?1 RETURNING id`,
      )
      .bind(uid, endpoint, until),
  ]);
  const [delivery] = await readDeliveries(db, inserted?.results.map(({ id }) => id) ?? [], now);
  return delivery ?? null;
}

/** Takes away what is older than it is kept, by its index, and secrets that sign no more. */
export async function pruneEvents(db: Database, now: number, days: number, limit: number): Promise<void> {
  const old = `SELECT id FROM event WHERE at < ?1 ORDER BY at LIMIT ${limit}`;
  const until = now - days * 86_400_000;
  await db.batch([
    db
      .prepare(
        `DELETE FROM event_attempt WHERE delivery IN (SELECT d.id FROM event_delivery d WHERE d.event IN (${old}))`,
      )
      .bind(until),
    db.prepare(`DELETE FROM event_delivery WHERE event IN (${old})`).bind(until),
    db.prepare(`DELETE FROM event WHERE id IN (${old})`).bind(until),
    db.prepare("UPDATE endpoint SET former_secret = NULL, former_until = NULL WHERE former_until <= ?").bind(now),
  ]);
}

/** Claims of senders that are no more: on one machine, all there are at its start. */
export const releaseDeliveries = async (db: Database): Promise<void> =>
  void (await db.prepare("UPDATE event_delivery SET claimed_until = 0 WHERE claimed_until > 0").run());

/** Endpoints that have taken nothing since before a time, or have said that they are gone. */
export interface FailingEndpoint {
  id: string;
  description: string;
  host: string;
  failing_since: number | null;
  disabled_at: number | null;
}

export const listFailingEndpoints = async (db: Database, since: number): Promise<FailingEndpoint[]> =>
  (
    await db
      .prepare(
        `SELECT id, description, host, failing_since, disabled_at FROM endpoint
         WHERE disabled_at IS NULL AND failing_since <= ?1 OR disabled_by = 'receiver' ORDER BY id`,
      )
      .bind(since)
      .all<FailingEndpoint>()
  ).results;
