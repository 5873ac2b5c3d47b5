import { millisecondsInDay } from "date-fns/constants";
import type { Database } from "../home.ts";

/** A session at the desk that has been ended is remembered so long after its end: the clock may be set back. Milliseconds. */
const KEPT = millisecondsInDay;

/** Ends a session for all instances. @param endsAt when it would end by itself, in milliseconds */
export async function saveEndedSession(db: Database, id: string, endsAt: number): Promise<void> {
  await db
    .prepare("INSERT INTO ended_session (id, ends_at) VALUES (?, ?) ON CONFLICT (id) DO NOTHING")
    .bind(id, endsAt)
    .run();
}

/** Whether a session was ended before its time. */
export const isEndedSession = async (db: Database, id: string): Promise<boolean> =>
  (await db.prepare("SELECT 1 AS ended FROM ended_session WHERE id = ?").bind(id).first()) !== null;

/** Forgets sessions that have long been over by themselves. */
export async function pruneEndedSessions(db: Database, now: number): Promise<void> {
  await db
    .prepare("DELETE FROM ended_session WHERE ends_at < ?")
    .bind(now - KEPT)
    .run();
}
