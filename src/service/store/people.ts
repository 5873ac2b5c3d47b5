import type { Actor } from "../../people/actor.ts";
import type { DeskPerson } from "../../people/person.ts";
import type { Database } from "../home.ts";
import { noteIfDone } from "./audit.ts";
import { takeBackMade } from "./take-back-made.ts";

/** A person, and by what one signs in. */
export interface ListedPerson extends DeskPerson {
  has_password: 0 | 1;
  passkeys: number;
  created_at: number;
}

/** A person with the hash of the password; null: there is none. */
export interface PersonWithPassword extends DeskPerson {
  password: string | null;
}

const LISTED = `SELECT p.id, p.login, p.name, p.role, p.created_at, p.password IS NOT NULL AS has_password,
  (SELECT count(*) FROM passkey k WHERE k.person = p.id) AS passkeys FROM person p`;

/** Everybody who may come to the desk, by their names. */
export const listPeople = async (db: Database): Promise<ListedPerson[]> =>
  (await db.prepare(`${LISTED} WHERE p.removed_at IS NULL ORDER BY p.name, p.id`).all<ListedPerson>()).results;

/** Null: there is nobody of this id, or not any more. */
export const findPerson = (db: Database, id: string): Promise<ListedPerson | null> =>
  db.prepare(`${LISTED} WHERE p.id = ? AND p.removed_at IS NULL`).bind(id).first<ListedPerson>();

/** Null: nobody signs in by this name. */
export const findByLogin = (db: Database, login: string): Promise<PersonWithPassword | null> =>
  db
    .prepare("SELECT id, login, name, role, password FROM person WHERE login = ? AND removed_at IS NULL")
    .bind(login)
    .first<PersonWithPassword>();

/** Whether anybody has joined yet. */
export const isAnybodyThere = async (db: Database): Promise<boolean> =>
  (await db.prepare("SELECT 1 AS there FROM person WHERE removed_at IS NULL LIMIT 1").first()) !== null;

/** Somebody owns the newsroom, always: the last owner neither goes nor becomes something else. */
const NOT_LAST_OWNER = `(role <> 'owner' OR EXISTS (
  SELECT 1 FROM person other WHERE other.role = 'owner' AND other.removed_at IS NULL AND other.id <> person.id))`;

/**
 * Gives somebody another role, and ends their sessions; what they have made for others goes as far as the role does not. Race: of two owners who make each other editors at once, one stays.
 *
 * @returns false where nobody is called so, or they are the last owner
 */
export async function changeRole(
  db: Database,
  by: Actor,
  { id, name, role }: Pick<DeskPerson, "id" | "name" | "role">,
  now: number,
): Promise<boolean> {
  const [changed] = await db.batch([
    db
      .prepare(
        `UPDATE person SET role = ?2 WHERE id = ?1 AND removed_at IS NULL AND role <> ?2 AND (?2 = 'owner' OR ${NOT_LAST_OWNER})`,
      )
      .bind(id, role),
    noteIfDone(db, by, { action: "person.changed", subject: { kind: "person", id }, detail: { name, role } }, now),
    db.prepare("DELETE FROM session WHERE person = ?1 AND changes() > 0").bind(id),
    ...takeBackMade(db, by, { person: id, role }, now),
  ]);
  return (changed?.meta.changes ?? 0) > 0;
}

/**
 * Stores a password's hash, and ends all sessions of its owner.
 *
 * @param session in which it is changed. Race: where it was ended meanwhile, as by whoever has joined again, nothing is changed
 */
export async function changePassword(
  db: Database,
  by: Actor,
  { id, password, session }: { id: string; password: string; session: string },
  now: number,
): Promise<void> {
  await db.batch([
    db
      .prepare(
        `UPDATE person SET password = ?1 WHERE id = ?2 AND removed_at IS NULL
         AND EXISTS (SELECT 1 FROM session WHERE id = ?3 AND person = ?2)`,
      )
      .bind(password, id, session),
    noteIfDone(
      db,
      by,
      { action: "person.changed", subject: { kind: "person", id }, detail: { password: "changed" } },
      now,
    ),
    db
      .prepare("DELETE FROM session WHERE person = ?1 AND (SELECT password FROM person WHERE id = ?1) = ?2")
      .bind(id, password),
  ]);
}

/** Stores the same password, hashed at today's cost; unless it was changed meanwhile. */
export async function rehashPassword(
  db: Database,
  id: string,
  { from, to }: { from: string; to: string },
): Promise<void> {
  await db.prepare("UPDATE person SET password = ?3 WHERE id = ?1 AND password = ?2").bind(id, from, to).run();
}

/**
 * Lets somebody in no more: sessions, links, passkeys, the password, and keys that they made go at once. What they
 * did stays theirs.
 *
 * @returns false where nobody is called so, or they are the last owner
 */
export async function removePerson(db: Database, by: Actor, { id, name }: DeskPerson, now: number): Promise<boolean> {
  const [removed] = await db.batch([
    db
      .prepare(
        `UPDATE person SET removed_at = ?2, password = NULL WHERE id = ?1 AND removed_at IS NULL AND ${NOT_LAST_OWNER}`,
      )
      .bind(id, now),
    noteIfDone(db, by, { action: "person.removed", subject: { kind: "person", id }, detail: { name } }, now),
    ...["session", "invitation", "passkey"].map((table) =>
      db
        .prepare(`DELETE FROM ${table} WHERE person = ?1 AND (SELECT removed_at FROM person WHERE id = ?1) IS NOT NULL`)
        .bind(id),
    ),
    ...takeBackMade(db, by, { person: id, role: null }, now),
  ]);
  return (removed?.meta.changes ?? 0) > 0;
}
