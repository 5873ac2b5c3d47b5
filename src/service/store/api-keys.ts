import type { Actor } from "../../people/actor.ts";
import type { Scope } from "../../people/scopes.ts";
import type { Database } from "../home.ts";
import { noteDeeds, noteIfDone } from "./audit.ts";

/** A system's key, never the key itself. Times are milliseconds. */
export interface ApiKey {
  /** The part of the key that may be seen. */
  id: string;
  name: string;
  scopes: Scope[];
  /** What its maker was called then. */
  made_by: string;
  created_at: number;
  expires_at: number | null;
  revoked_at: number | null;
  /** To the minute. */
  used_at: number | null;
}

type Row = Omit<ApiKey, "scopes"> & { scopes: string };

const toApiKey = <R extends Row>({ scopes, ...row }: R): Omit<R, "scopes"> & { scopes: Scope[] } => ({
  ...row,
  scopes: JSON.parse(scopes) as Scope[],
});

const COLUMNS = "id, name, scopes, made_by, created_at, expires_at, revoked_at, used_at";

/** Keys that are listed at most, the latest: those revoked among them. */
export const MAX_LISTED_KEYS = 500;

export const listApiKeys = async (db: Database): Promise<ApiKey[]> =>
  (
    await db.prepare(`SELECT ${COLUMNS} FROM api_key ORDER BY created_at DESC LIMIT ?`).bind(MAX_LISTED_KEYS).all<Row>()
  ).results.map(toApiKey);

/** A key by the part of it that may be seen, with its hash; null: there is none. */
export async function findApiKey(db: Database, id: string): Promise<(ApiKey & { hash: string }) | null> {
  const row = await db
    .prepare(`SELECT ${COLUMNS}, hash FROM api_key WHERE id = ?`)
    .bind(id)
    .first<Row & { hash: string }>();
  return row && toApiKey(row);
}

/** What a key is made of. */
export interface NewApiKey {
  id: string;
  hash: string;
  name: string;
  scopes: Scope[];
  expires_at: number | null;
}

export async function insertApiKey(db: Database, by: Actor, key: NewApiKey, now: number): Promise<void> {
  const { id, hash, name, scopes, expires_at } = key;
  await db.batch([
    db
      .prepare(
        "INSERT INTO api_key (id, hash, name, scopes, made_by, made_by_id, created_at, expires_at) VALUES (?, ?, ?, ?, ?, ?, ?, ?)",
      )
      .bind(id, hash, name, JSON.stringify(scopes), by.name, by.id, now, expires_at),
    noteDeeds(
      db,
      by,
      [{ action: "key.created", subject: { kind: "key", id }, detail: { name, scopes, expires_at } }],
      now,
    ),
  ]);
}

/** @returns false where there is no such key that is good still */
export async function revokeApiKey(
  db: Database,
  by: Actor,
  { id, name }: Pick<ApiKey, "id" | "name">,
  now: number,
): Promise<boolean> {
  const [revoked] = await db.batch([
    db.prepare("UPDATE api_key SET revoked_at = ?2 WHERE id = ?1 AND revoked_at IS NULL").bind(id, now),
    noteIfDone(db, by, { action: "key.revoked", subject: { kind: "key", id }, detail: { name } }, now),
  ]);
  return (revoked?.meta.changes ?? 0) > 0;
}

/** Notes that a key was used. @param since it is not written where it was, later than then */
export async function noteApiKeyUse(db: Database, id: string, now: number, since: number): Promise<void> {
  await db
    .prepare("UPDATE api_key SET used_at = ?2 WHERE id = ?1 AND (used_at IS NULL OR used_at <= ?3)")
    .bind(id, now, since)
    .run();
}
