import type { Actor } from "../../people/actor.ts";
import type { DeskPerson } from "../../people/person.ts";
import type { Database } from "../home.ts";
import { noteIfDone } from "./audit.ts";

/** A key that a device or a password manager holds, and signs with. */
export interface Passkey {
  /** The credential's, base64url. */
  id: string;
  person: string;
  /** COSE, base64url. */
  public_key: string;
  counter: number;
  /** A JSON array. */
  transports: string;
  label: string;
  created_at: number;
  used_at: number | null;
}

export const listPasskeys = async (db: Database, person: string): Promise<Passkey[]> =>
  (await db.prepare("SELECT * FROM passkey WHERE person = ? ORDER BY id").bind(person).all<Passkey>()).results;

/** A passkey and whose it is; null: nobody's who may come. */
export const findPasskey = (db: Database, id: string): Promise<(Passkey & DeskPerson) | null> =>
  db
    .prepare(
      `SELECT k.*, k.id AS id, p.login, p.name, p.role FROM passkey k JOIN person p ON p.id = k.person AND p.removed_at IS NULL
       WHERE k.id = ?`,
    )
    .bind(id)
    .first<Passkey & DeskPerson>();

/**
 * @param session in which it is added. Race: where it was ended meanwhile, as by whoever has joined again, none is
 * @returns false there, and where the passkey is somebody's already
 */
export async function insertPasskey(
  db: Database,
  by: Actor,
  passkey: Passkey,
  session: string,
  now: number,
): Promise<boolean> {
  const { id, person, public_key, counter, transports, label, created_at } = passkey;
  const [inserted] = await db.batch([
    db
      .prepare(
        `INSERT INTO passkey (id, person, public_key, counter, transports, label, created_at)
         SELECT ?1, ?2, ?3, ?4, ?5, ?6, ?7 FROM session WHERE id = ?8 AND person = ?2
         ON CONFLICT (id) DO NOTHING`,
      )
      .bind(id, person, public_key, counter, transports, label, created_at, session),
    noteIfDone(
      db,
      by,
      { action: "person.changed", subject: { kind: "person", id: person }, detail: { passkey: "added", label } },
      now,
    ),
  ]);
  return (inserted?.meta.changes ?? 0) > 0;
}

/**
 * Removes a passkey, unless it is the only way in that its owner has.
 *
 * @returns false where it is, or there is none
 */
export async function deletePasskey(
  db: Database,
  by: Actor,
  { id, person }: Pick<Passkey, "id" | "person">,
  now: number,
): Promise<boolean> {
  const [deleted] = await db.batch([
    db
      .prepare(
        `DELETE FROM passkey WHERE id = ?1 AND person = ?2 AND (
           EXISTS (SELECT 1 FROM passkey other WHERE other.person = ?2 AND other.id <> ?1)
           OR (SELECT password FROM person WHERE id = ?2) IS NOT NULL)`,
      )
      .bind(id, person),
    noteIfDone(
      db,
      by,
      { action: "person.changed", subject: { kind: "person", id: person }, detail: { passkey: "removed" } },
      now,
    ),
  ]);
  return (deleted?.meta.changes ?? 0) > 0;
}

/**
 * Notes that a passkey has signed, and how often it says that it has. Race: of two answers with one count, one is taken; one that does
 * not count says 0 each time.
 *
 * @returns false where it said so before: somebody has a copy
 */
export async function notePasskeyUse(
  db: Database,
  { id, counter }: Pick<Passkey, "id" | "counter">,
  now: number,
): Promise<boolean> {
  const { meta } = await db
    .prepare(
      "UPDATE passkey SET counter = ?2, used_at = ?3 WHERE id = ?1 AND (counter < ?2 OR (counter = 0 AND ?2 = 0))",
    )
    .bind(id, counter, now)
    .run();
  return meta.changes > 0;
}

/** Remembers what a passkey was asked to sign. @param person who adds a passkey; null: somebody signs in */
export async function insertChallenge(
  db: Database,
  { challenge, person, expires_at }: { challenge: string; person: string | null; expires_at: number },
): Promise<void> {
  await db
    .prepare("INSERT INTO passkey_challenge (challenge, person, expires_at) VALUES (?, ?, ?)")
    .bind(challenge, person, expires_at)
    .run();
}

/** Takes a challenge, which is good once. @returns false where it is not good, or not any more */
export async function takeChallenge(
  db: Database,
  { challenge, person }: { challenge: string; person: string | null },
  now: number,
): Promise<boolean> {
  const { meta } = await db
    .prepare("DELETE FROM passkey_challenge WHERE challenge = ?1 AND person IS ?2 AND expires_at > ?3")
    .bind(challenge, person, now)
    .run();
  return meta.changes > 0;
}

/** Forgets what nobody has signed in time. */
export async function pruneChallenges(db: Database, now: number): Promise<void> {
  await db.prepare("DELETE FROM passkey_challenge WHERE expires_at <= ?").bind(now).run();
}
