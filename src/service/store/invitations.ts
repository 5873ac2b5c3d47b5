import type { Actor } from "../../people/actor.ts";
import type { DeskPerson } from "../../people/person.ts";
import type { PersonRole } from "../../people/roles.ts";
import type { Database, PreparedStatement } from "../home.ts";
import { noteDeeds, noteIfDone } from "./audit.ts";

/** A link by which somebody comes in, once. */
export interface Invitation {
  id: string;
  role: PersonRole;
  /** Of whom it is for; empty: of whoever joins first. */
  name: string;
  /** Whom it lets in again; null: somebody new. */
  person: string | null;
  /** 1: it is good while nobody has joined. */
  first: 0 | 1;
  created_at: number;
  expires_at: number;
}

const COLUMNS = "id, role, name, person, first, created_at, expires_at";

/** Stores an invitation. Of one person there is one link at most. */
export async function insertInvitation(
  db: Database,
  by: Actor,
  { hash, ...invitation }: Invitation & { hash: string },
  now: number,
): Promise<void> {
  const { id, role, name, person } = invitation;
  const subject = { kind: "person", id: person ?? id } as const;
  await db.batch([
    db.prepare("DELETE FROM invitation WHERE person = ?").bind(person),
    insertOf(db, by, { hash, ...invitation }),
    noteDeeds(db, by, [{ action: "person.invited", subject, detail: { name, role } }], now),
  ]);
}

/**
 * Stores the invitation of whoever is to be the first owner, in the place of the one before.
 *
 * @returns false where somebody has joined
 */
export async function inviteFirst(
  db: Database,
  by: Actor,
  invitation: Invitation & { hash: string },
  now: number,
): Promise<boolean> {
  const [, inserted] = await db.batch([
    db.prepare("DELETE FROM invitation WHERE first = 1"),
    insertOf(db, by, invitation, "NOT EXISTS (SELECT 1 FROM person WHERE removed_at IS NULL)"),
    noteIfDone(
      db,
      by,
      { action: "person.invited", subject: { kind: "person", id: invitation.id }, detail: { role: "owner" } },
      now,
    ),
  ]);
  return (inserted?.meta.changes ?? 0) > 0;
}

const insertOf = (
  db: Database,
  by: Actor,
  invitation: Invitation & { hash: string },
  condition = "1",
): PreparedStatement => {
  const { id, hash, role, name, person, first, created_at, expires_at } = invitation;
  return db
    .prepare(
      `INSERT INTO invitation (id, hash, role, name, person, first, made_by_id, created_at, expires_at)
       SELECT ?, ?, ?, ?, ?, ?, ?, ?, ? WHERE ${condition}`,
    )
    .bind(id, hash, role, name, person, first, by.id, created_at, expires_at);
};

/** Those that are good still, the latest first. */
export const listInvitations = async (db: Database, now: number): Promise<Invitation[]> =>
  (
    await db
      .prepare(`SELECT ${COLUMNS} FROM invitation WHERE expires_at > ? ORDER BY expires_at DESC LIMIT 200`)
      .bind(now)
      .all<Invitation>()
  ).results;

/** When an invitation is good, with its hash as ?1 and the time as ?2. */
const GOOD = `hash = ?1 AND expires_at > ?2
  AND (first = 0 OR NOT EXISTS (SELECT 1 FROM person WHERE removed_at IS NULL))`;

/** The invitation of a link; null: it was used, withdrawn, is over, or never was. */
export const findInvitation = (db: Database, hash: string, now: number): Promise<Invitation | null> =>
  db.prepare(`SELECT ${COLUMNS} FROM invitation WHERE ${GOOD}`).bind(hash, now).first<Invitation>();

/** @returns false where there is no such invitation */
export async function deleteInvitation(
  db: Database,
  by: Actor,
  { id, name }: Pick<Invitation, "id" | "name">,
  now: number,
): Promise<boolean> {
  const [deleted] = await db.batch([
    db.prepare("DELETE FROM invitation WHERE id = ?").bind(id),
    noteIfDone(
      db,
      by,
      { action: "person.changed", subject: { kind: "person", id }, detail: { name, invitation: "withdrawn" } },
      now,
    ),
  ]);
  return (deleted?.meta.changes ?? 0) > 0;
}

/** What somebody joins with. */
export interface Joining {
  /** The link's. */
  hash: string;
  person: DeskPerson;
  /** A password's hash; null: a passkey follows. */
  password: string | null;
}

/**
 * Makes somebody new of an invitation. Race: of two who come with one link at once, one joins.
 *
 * @returns false where the link is good no more, or somebody signs in by this name
 */
export async function joinNew(db: Database, { hash, person, password }: Joining, now: number): Promise<boolean> {
  const { id, login, name, role } = person;
  const by: Actor = { kind: "person", id, name };
  const [joined] = await db.batch([
    db
      .prepare(
        `INSERT INTO person (id, login, name, role, password, created_at)
         SELECT ?3, ?4, ?5, role, ?6, ?2 FROM invitation WHERE ${GOOD} AND person IS NULL
         AND NOT EXISTS (SELECT 1 FROM person WHERE login = ?4 AND removed_at IS NULL)`,
      )
      .bind(hash, now, id, login, name, password),
    noteIfDone(
      db,
      by,
      { action: "person.joined", subject: { kind: "person", id }, detail: { name, login, role } },
      now,
    ),
    db.prepare("DELETE FROM invitation WHERE hash = ?1 AND EXISTS (SELECT 1 FROM person WHERE id = ?2)").bind(hash, id),
  ]);
  return (joined?.meta.changes ?? 0) > 0;
}

/**
 * Lets somebody in again who has lost what one signs in by. Whoever has found it comes in no more: the passkeys go, the sessions end, and
 * the new password takes the old one's place; without a new one there is none. Race: of two who come with one link at once, one joins, and
 * what that one has begun goes on.
 *
 * @returns false where the link is good no more
 */
export async function joinAgain(db: Database, { hash, person, password }: Joining, now: number): Promise<boolean> {
  const { id, name } = person;
  const by: Actor = { kind: "person", id, name };
  // Each statement is guarded alike, and the link goes last: what the link opens is either done as a whole or not at all.
  const isLetIn = `(SELECT p.id FROM invitation JOIN person p ON p.id = invitation.person AND p.removed_at IS NULL
    WHERE ${GOOD}) = ?3`;
  const [joined] = await db.batch([
    db.prepare(`UPDATE person SET password = ?4 WHERE id = ?3 AND ${isLetIn}`).bind(hash, now, id, password),
    noteIfDone(db, by, { action: "person.joined", subject: { kind: "person", id }, detail: { again: true } }, now),
    ...["passkey", "session", "invitation"].map((table) =>
      db.prepare(`DELETE FROM ${table} WHERE person = ?3 AND ${isLetIn}`).bind(hash, now, id),
    ),
  ]);
  return (joined?.meta.changes ?? 0) > 0;
}

/** Forgets links that are over. */
export async function pruneInvitations(db: Database, now: number): Promise<void> {
  await db.prepare("DELETE FROM invitation WHERE expires_at <= ?").bind(now).run();
}
