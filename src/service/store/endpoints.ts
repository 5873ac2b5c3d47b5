import type { Actor } from "../../people/actor.ts";
import type { Database, PreparedStatement } from "../home.ts";
import { type Deed, noteDeeds, noteIfDone } from "./audit.ts";

/** A system that is told what happens, without its secrets. Times are milliseconds. */
export interface Endpoint {
  id: string;
  url: string;
  description: string;
  /** Of which types of events it is told; `article.*` is all of articles. */
  types: string[];
  /** What its maker was called then. */
  made_by: string;
  created_at: number;
  /** Until when events are signed with the former secret, too; null: they are not. */
  former_until: number | null;
  /** Null: it is told. */
  disabled_at: number | null;
  /** `receiver`: it has answered that it is gone (410). */
  disabled_by: "newsroom" | "receiver" | null;
  /** Since when it has taken nothing; null: it takes what it is sent. */
  failing_since: number | null;
}

type Row = Omit<Endpoint, "types"> & { types: string };

const toEndpoint = ({ types, ...row }: Row): Endpoint => ({ ...row, types: JSON.parse(types) as string[] });

const COLUMNS =
  "id, url, description, types, made_by, created_at, former_until, disabled_at, disabled_by, failing_since";

/** All of them, the first made first. */
export const listEndpoints = async (db: Database): Promise<Endpoint[]> =>
  (await db.prepare(`SELECT ${COLUMNS} FROM endpoint ORDER BY created_at, id`).all<Row>()).results.map(toEndpoint);

/** Null: there is none. */
export async function findEndpoint(db: Database, id: string): Promise<Endpoint | null> {
  const row = await db.prepare(`SELECT ${COLUMNS} FROM endpoint WHERE id = ?`).bind(id).first<Row>();
  return row && toEndpoint(row);
}

/** What the newsroom says of an endpoint. */
export type EndpointFields = Pick<Endpoint, "url" | "description" | "types">;

const valuesOf = ({ url, description, types }: EndpointFields): string[] => [
  ...[url, hostOf({ url }), description, JSON.stringify(types)],
];

/** As much of a URL as the log is told: whoever knows the rest of it may send there. */
const hostOf = ({ url }: Pick<Endpoint, "url">): string => new URL(url).host;

const deed = (action: Deed["action"], id: string, detail: Record<string, unknown>): Deed => ({
  ...{ action, subject: { kind: "webhook", id }, detail },
});

/** @returns false where there are `limit` of them already */
export async function insertEndpoint(
  db: Database,
  by: Actor,
  { id, secret, ...fields }: EndpointFields & { id: string; secret: string },
  { limit, now }: { limit: number; now: number },
): Promise<boolean> {
  const { description, types } = fields;
  const [inserted] = await db.batch([
    db
      .prepare(
        `INSERT INTO endpoint (id, url, host, description, types, secret, made_by, created_at)
         SELECT ?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8 WHERE (SELECT count(*) FROM endpoint) < ?9`,
      )
      .bind(id, ...valuesOf(fields), secret, by.name, now, limit),
    noteIfDone(db, by, deed("webhook.created", id, { name: description, host: hostOf(fields), types }), now),
  ]);
  return (inserted?.meta.changes ?? 0) > 0;
}

/** @returns false where there is no such endpoint any more */
export async function changeEndpoint(
  db: Database,
  by: Actor,
  id: string,
  fields: EndpointFields,
  now: number,
): Promise<boolean> {
  const { description, types } = fields;
  return isDone(db, [
    db
      .prepare("UPDATE endpoint SET url = ?2, host = ?3, description = ?4, types = ?5 WHERE id = ?1")
      .bind(id, ...valuesOf(fields)),
    noteIfDone(db, by, deed("webhook.changed", id, { name: description, host: hostOf(fields), types }), now),
  ]);
}

/**
 * Gives an endpoint a new secret; the one before signs, too, until a time, so that its receiver loses nothing while it takes up the new one.
 *
 * @returns false where there is no such endpoint any more
 */
export const rotateSecret = (
  db: Database,
  by: Actor,
  { id, description }: Endpoint,
  { secret, formerUntil, now }: { secret: string; formerUntil: number; now: number },
): Promise<boolean> =>
  isDone(db, [
    db
      .prepare("UPDATE endpoint SET former_secret = secret, former_until = ?3, secret = ?2 WHERE id = ?1")
      .bind(id, secret, formerUntil),
    noteIfDone(db, by, deed("webhook.rotated", id, { name: description }), now),
  ]);

/** Tells it again, from now on. @returns false where it is told already */
export const enableEndpoint = (db: Database, by: Actor, { id, description }: Endpoint, now: number): Promise<boolean> =>
  isDone(db, [
    db
      .prepare(
        `UPDATE endpoint SET disabled_at = NULL, disabled_by = NULL, failing_since = NULL
         WHERE id = ? AND disabled_at IS NOT NULL`,
      )
      .bind(id),
    noteIfDone(db, by, deed("webhook.enabled", id, { name: description }), now),
  ]);

/** Tells it nothing more; what it has not taken yet is not sent. @returns false where it is told nothing already */
export const disableEndpoint = (
  db: Database,
  by: Actor,
  { id, description }: Pick<Endpoint, "id" | "description">,
  disabledBy: NonNullable<Endpoint["disabled_by"]>,
  now: number,
): Promise<boolean> =>
  isDone(db, [
    db
      .prepare("UPDATE endpoint SET disabled_at = ?2, disabled_by = ?3 WHERE id = ?1 AND disabled_at IS NULL")
      .bind(id, now, disabledBy),
    noteIfDone(db, by, deed("webhook.disabled", id, { name: description, by: disabledBy }), now),
    endPending(db, id, now),
  ]);

/** What was to be sent to an endpoint is no more. */
const endPending = (db: Database, id: string, now: number): PreparedStatement =>
  db
    .prepare(
      "UPDATE event_delivery SET outcome = 'ended', due_at = NULL, settled_at = ?2 WHERE endpoint = ?1 AND outcome IS NULL",
    )
    .bind(id, now);

/** Takes an endpoint away, with what it was sent. @returns false where there is no such endpoint any more */
export const deleteEndpoint = (
  db: Database,
  by: Actor,
  { id, description, ...endpoint }: Endpoint,
  now: number,
): Promise<boolean> =>
  isDone(db, [
    db.prepare("DELETE FROM endpoint WHERE id = ?").bind(id),
    noteIfDone(db, by, deed("webhook.removed", id, { name: description, host: hostOf(endpoint) }), now),
    db
      .prepare("DELETE FROM event_attempt WHERE delivery IN (SELECT d.id FROM event_delivery d WHERE d.endpoint = ?)")
      .bind(id),
    db.prepare("DELETE FROM event_delivery WHERE endpoint = ?").bind(id),
    // Nobody notes what happens from here on: whoever is told next begins anew.
    db.prepare("DELETE FROM told WHERE NOT EXISTS (SELECT 1 FROM endpoint)"),
  ]);

/** Notes something that was done with an endpoint and has not changed it. */
export const noteEndpointDeed = async (
  db: Database,
  by: Actor,
  action: "webhook.tested" | "webhook.replayed",
  { id, description }: Endpoint,
  now: number,
  detail: Record<string, unknown> = {},
): Promise<void> => void (await noteDeeds(db, by, [deed(action, id, { name: description, ...detail })], now).run());

/** Whether the first statement of a batch has changed anything. */
async function isDone(db: Database, statements: PreparedStatement[]): Promise<boolean> {
  const [done] = await db.batch(statements);
  return (done?.meta.changes ?? 0) > 0;
}

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
