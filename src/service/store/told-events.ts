import type { Database } from "../home.ts";
import { type EventAttempt, lineUp, type StoredEvent } from "./event-deliveries.ts";

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
