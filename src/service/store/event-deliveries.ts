import { millisecondsInDay } from "date-fns/constants";
import type { Database, PreparedStatement } from "../home.ts";
import { MAX_PRUNED } from "./history.ts";

/** Events and attempts are kept for so long: what was missed over a holiday can be sent again. Days. */
export const EVENT_DAYS = 30;

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
export async function listDueEvents(
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
export async function findNextEvent(db: Database, now: number, but: string[]): Promise<number | null> {
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
export async function claimEvents(db: Database, ids: number[], now: number, until: number): Promise<EventDelivery[]> {
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
export const lineUp = (db: Database, endpoint: string, now: number, subject?: string): PreparedStatement => {
  const sql = `UPDATE event_delivery SET due_at = iif(event = (SELECT min(first.event) FROM event_delivery first
      WHERE first.endpoint = ?1 AND first.subject = event_delivery.subject AND first.outcome IS NULL), coalesce(due_at, ?2), NULL)
    WHERE endpoint = ?1 AND outcome IS NULL`;
  return subject === undefined
    ? db.prepare(sql).bind(endpoint, now)
    : db.prepare(`${sql} AND subject = ?3`).bind(endpoint, now, subject);
};

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
export async function pruneEvents(db: Database, now: number): Promise<void> {
  const old = `SELECT id FROM event WHERE at < ?1 ORDER BY at LIMIT ${MAX_PRUNED}`;
  const until = now - EVENT_DAYS * millisecondsInDay;
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
export const releaseEvents = async (db: Database): Promise<void> =>
  void (await db.prepare("UPDATE event_delivery SET claimed_until = 0 WHERE claimed_until > 0").run());
