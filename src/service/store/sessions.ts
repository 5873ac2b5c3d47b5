import type { Actor } from "../../people/actor.ts";
import type { PersonRole } from "../../people/roles.ts";
import type { Database } from "../home.ts";
import { noteIfDone } from "./audit.ts";

/** A session at the desk. Times are milliseconds. */
export interface StoredSession {
  id: string;
  /** Of its secret; of the publish token's, with the token. */
  hash: string;
  /** Whose it is; null: whoever has the publish token. */
  person: string | null;
  started_at: number;
  /** When it ends by itself. */
  ends_at: number;
  /** What the browser calls itself, in words. */
  device: string;
  /** Where it came from, where that is known. */
  address: string | null;
}

/** A session, and who has it now. */
export interface HeldSession extends StoredSession {
  login: string | null;
  name: string | null;
  role: PersonRole | null;
}

/**
 * Starts a session. It ends the one that the same browser had before: nobody goes on with a cookie from before the sign-in.
 *
 * @param password the hash that one has signed in by. Race: where another has taken its place since it was looked at, as one does that
 * ends all sessions, there is no new one
 * @returns false where there is none
 */
export async function insertSession(
  db: Database,
  by: Actor,
  session: StoredSession,
  before: string | undefined,
  password: string | null = null,
): Promise<boolean> {
  const { id, hash, person, started_at, ends_at, device, address } = session;
  const [, inserted] = await db.batch([
    db.prepare("DELETE FROM session WHERE id = ?").bind(before ?? ""),
    db
      .prepare(
        `INSERT INTO session (id, hash, person, started_at, ends_at, device, address) SELECT ?1, ?2, ?3, ?4, ?5, ?6, ?7
         WHERE ?8 IS NULL OR EXISTS (SELECT 1 FROM person WHERE id = ?3 AND password = ?8)`,
      )
      .bind(id, hash, person, started_at, ends_at, device, address, password),
    noteIfDone(
      db,
      by,
      { action: "session.started", subject: { kind: "session", id }, detail: { device, address } },
      started_at,
    ),
  ]);
  return (inserted?.meta.changes ?? 0) > 0;
}

/** A session with the person whose it is, as that is now; null: it was ended, or never was. */
export const findStoredSession = (db: Database, id: string): Promise<HeldSession | null> =>
  db
    .prepare(
      `SELECT s.*, p.login, p.name, p.role FROM session s LEFT JOIN person p ON p.id = s.person AND p.removed_at IS NULL
       WHERE s.id = ? AND (s.person IS NULL OR p.id IS NOT NULL)`,
    )
    .bind(id)
    .first<HeldSession>();

/** The sessions of a person that last, or of the publish token's; the latest first. */
export const listSessions = async (db: Database, person: string | null, now: number): Promise<StoredSession[]> =>
  (
    await db
      .prepare("SELECT * FROM session WHERE person IS ?1 AND ends_at > ?2 ORDER BY started_at DESC LIMIT 100")
      .bind(person, now)
      .all<StoredSession>()
  ).results;

/**
 * Ends a session of a person, or of the publish token's, in all instances.
 *
 * @returns false where it is none of theirs, or over
 */
export async function deleteSession(
  db: Database,
  by: Actor,
  { id, person }: Pick<StoredSession, "id" | "person">,
  now: number,
): Promise<boolean> {
  const [deleted] = await db.batch([
    db.prepare("DELETE FROM session WHERE id = ? AND person IS ?").bind(id, person),
    noteIfDone(db, by, { action: "session.ended", subject: { kind: "session", id } }, now),
  ]);
  return (deleted?.meta.changes ?? 0) > 0;
}

/** Forgets sessions that are over by themselves. */
export async function pruneSessions(db: Database, now: number): Promise<void> {
  await db.prepare("DELETE FROM session WHERE ends_at <= ?").bind(now).run();
}
