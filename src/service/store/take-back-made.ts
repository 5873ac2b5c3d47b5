import type { Actor } from "../../people/actor.ts";
import { type PersonRole, ROLES } from "../../people/roles.ts";
import type { Database, PreparedStatement } from "../home.ts";
import type { ApiKey } from "./api-keys.ts";

/** A person as ?1, the keys that they made, and those that were made with these: whoever holds a key may have made another with it. */
const MAKERS = `(WITH RECURSIVE maker(id) AS (
    SELECT ?1 UNION SELECT k.id FROM api_key k JOIN maker ON k.made_by_id = maker.id
  ) SELECT id FROM maker)`;

/** The keys of these makers that are good still, and may do something that is not among the scopes in ?2. */
const BEYOND = `made_by_id IN ${MAKERS} AND revoked_at IS NULL
  AND EXISTS (SELECT 1 FROM json_each(scopes) given WHERE given.value NOT IN (SELECT value FROM json_each(?2)))`;

/** Whether the statement before in the batch has done it: the person is not here in any role but ?3 (null: in none). */
const IS_DONE = "NOT EXISTS (SELECT 1 FROM person WHERE id = ?1 AND removed_at IS NULL AND role IS NOT ?3)";

/**
 * Takes back what somebody made who may do less from now on: they have seen the links and the keys, and would come back by them. It belongs
 * into the batch that makes it so, behind it.
 *
 * @param role what they are now; null: nothing
 */
export function takeBackMade(
  db: Database,
  by: Actor,
  { person, role }: { person: string; role: PersonRole | null },
  now: number,
): PreparedStatement[] {
  const kept = role === null ? [] : [...ROLES[role]];
  const bound = [person, JSON.stringify(kept), role];
  const deed = [now, by.kind, by.id, by.name];
  const keys = [
    db
      .prepare(
        `INSERT INTO audit (at, actor_kind, actor, actor_name, action, subject_kind, subject, detail)
         SELECT ?4, ?5, ?6, ?7, 'key.revoked', 'key', id, json_object('name', name)
         FROM api_key WHERE ${IS_DONE} AND ${BEYOND}`,
      )
      .bind(...bound, ...deed),
    db.prepare(`UPDATE api_key SET revoked_at = ?4 WHERE ${IS_DONE} AND ${BEYOND}`).bind(...bound, now),
  ];
  if (kept.includes("people")) return keys;
  const open = `made_by_id IN ${MAKERS} AND ${IS_DONE.replace("?3", "?2")}`;
  const links = [
    db
      .prepare(
        `INSERT INTO audit (at, actor_kind, actor, actor_name, action, subject_kind, subject, detail)
         SELECT ?3, ?4, ?5, ?6, 'person.changed', 'person', coalesce(person, id),
           json_object('name', name, 'invitation', 'withdrawn')
         FROM invitation WHERE ${open}`,
      )
      .bind(person, role, ...deed),
    db.prepare(`DELETE FROM invitation WHERE ${open}`).bind(person, role),
  ];
  // Links first: to find those that were made with a key, the key need not be good.
  return [...links, ...keys];
}

/** The keys that go with somebody. */
export const listKeysMadeBy = async (
  db: Database,
  person: string,
  now: number,
): Promise<Pick<ApiKey, "id" | "name">[]> =>
  (
    await db
      .prepare(
        `SELECT id, name FROM api_key WHERE made_by_id IN ${MAKERS} AND revoked_at IS NULL AND (expires_at IS NULL OR expires_at > ?2)
         ORDER BY name, id LIMIT 100`,
      )
      .bind(person, now)
      .all<Pick<ApiKey, "id" | "name">>()
  ).results;
