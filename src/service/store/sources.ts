import { millisecondsInMinute } from "date-fns/constants";
import type { Source } from "../../feed/source.ts";
import type { Database } from "../home.ts";

/** How long a source is its asker's alone, if that one does not come back: longer than one answer of a site takes to come and be taken in. Milliseconds. */
export const SOURCE_LEASE = 5 * millisecondsInMinute;

/** A source as it stands. Times are milliseconds. */
export interface SourceState {
  name: string;
  due_at: number | null;
  claimed_until: number;
  asked_at: number | null;
  succeeded_at: number | null;
  /** Since the last success. */
  failures: number;
  fault: string | null;
  failed_at: number | null;
  etag: string | null;
  last_modified: string | null;
  /** RFC 3339: what was changed there before has been taken in. */
  since: string | null;
  compared_at: number | null;
  /** By how many more items it showed, when that was last compared, than are known. */
  surplus: number | null;
  moved_to: string | null;
  gone_at: number | null;
  created: number;
  changed: number;
  taken_back: number;
  /** JSON. */
  brought: string | null;
}

/** What a source has brought. */
export interface Brought {
  created: number;
  changed: number;
  taken_back: number;
}

/** Takes up which sources there are. One whose definition has changed is read anew; one that there is no more is asked no more. */
export async function saveSources(db: Database, sources: Source[], now: number): Promise<void> {
  const rows = sources.map((source) => ({
    name: source.name,
    definition: JSON.stringify(source),
    host: URL.parse(source.url ?? "")?.host ?? "",
    due_at: source.kind === "webhook" ? null : now,
  }));
  const json = JSON.stringify(rows);
  await db.batch([
    db
      .prepare(
        `INSERT INTO source (name, definition, host, due_at)
         SELECT value ->> 'name', value ->> 'definition', value ->> 'host', value ->> 'due_at' FROM json_each(?) WHERE true
         ON CONFLICT (name) DO UPDATE SET definition = excluded.definition, host = excluded.host, due_at = excluded.due_at,
           failures = 0, fault = NULL, failed_at = NULL, etag = NULL, last_modified = NULL, since = NULL, compared_at = NULL,
           surplus = NULL, moved_to = NULL, gone_at = NULL
         WHERE source.definition <> excluded.definition`,
      )
      .bind(json),
    db
      .prepare(
        `UPDATE source SET definition = '', due_at = NULL, failures = 0
         WHERE definition <> '' AND name NOT IN (SELECT value ->> 'name' FROM json_each(?))`,
      )
      .bind(json),
  ]);
}

/**
 * Claims the source that has been due for longest, unless another of its host is being asked. Race: of two who want one, the store lets
 * one have it.
 *
 * @returns null: none is due, or those that are wait for their hosts
 */
export const claimSource = (db: Database, now: number): Promise<SourceState | null> =>
  db
    .prepare(
      `UPDATE source SET claimed_until = ?1 + ${SOURCE_LEASE}, asked_at = ?1 WHERE name = (
         SELECT s.name FROM source s WHERE s.due_at <= ?1 AND NOT EXISTS (
           SELECT 1 FROM source o WHERE o.host = s.host AND o.claimed_until > ?1 AND o.claimed_until <= ?1 + ${SOURCE_LEASE})
         ORDER BY s.due_at LIMIT 1)
       RETURNING *`,
    )
    .bind(now)
    .first<SourceState>();

/** Keeps a claim for longer. @returns the claim's new end; null: it has ended, and somebody else may have one by now */
export async function renewClaim(
  db: Database,
  { name, claimed_until }: SourceState,
  now: number,
): Promise<number | null> {
  const { meta } = await db
    .prepare("UPDATE source SET claimed_until = ?3 WHERE name = ?1 AND claimed_until = ?2")
    .bind(name, claimed_until, now + SOURCE_LEASE)
    .run();
  return meta.changes === 1 ? now + SOURCE_LEASE : null;
}

/** What a claim ends with. */
export interface SourceAsked
  extends Pick<
    SourceState,
    "due_at" | "etag" | "last_modified" | "since" | "compared_at" | "surplus" | "moved_to" | "gone_at"
  > {
  /** Null: it went well. */
  fault: string | null;
}

/** Ends a claim. Race: what made the source due again meanwhile holds. */
export async function saveAsked(db: Database, claimed: SourceState, asked: SourceAsked, now: number): Promise<void> {
  await db
    .prepare(
      `UPDATE source SET claimed_until = 0, due_at = iif(due_at IS ?3, ?4, due_at), etag = ?5, last_modified = ?6, since = ?7,
         compared_at = ?8, surplus = ?9, moved_to = ?10, gone_at = ?11, fault = ?12,
         failures = iif(?12 IS NULL, 0, failures + 1), failed_at = iif(?12 IS NULL, failed_at, ?13),
         succeeded_at = iif(?12 IS NULL, ?13, succeeded_at)
       WHERE name = ?1 AND claimed_until = ?2`,
    )
    .bind(
      ...[claimed.name, claimed.claimed_until, claimed.due_at, asked.due_at, asked.etag, asked.last_modified],
      ...[asked.since, asked.compared_at, asked.surplus, asked.moved_to, asked.gone_at, asked.fault, now],
    )
    .run();
}

/** Makes a source due, also one that has ended. @returns whether it is one that is asked at all */
export async function makeDue(db: Database, name: string, at: number): Promise<boolean> {
  const { meta } = await db
    .prepare(
      "UPDATE source SET due_at = min(coalesce(due_at, ?2), ?2), gone_at = NULL WHERE name = ?1 AND host <> '' AND definition <> ''",
    )
    .bind(name, at)
    .run();
  return meta.changes === 1;
}

/** Lets a source be read from its beginning, at once. */
export const readAnew = async (db: Database, name: string, now: number): Promise<void> =>
  void (await db
    .prepare(
      `UPDATE source SET due_at = ?2, since = NULL, etag = NULL, last_modified = NULL WHERE name = ?1 AND host <> ''`,
    )
    .bind(name, now)
    .run());

/** Counts what a source has brought. */
export async function noteBrought(db: Database, name: string, brought: Brought, now: number): Promise<void> {
  const { created, changed, taken_back } = brought;
  await db
    .prepare(
      `UPDATE source SET created = created + ?2, changed = changed + ?3, taken_back = taken_back + ?4, brought = ?5 WHERE name = ?1`,
    )
    .bind(name, created, changed, taken_back, JSON.stringify({ at: now, ...brought }))
    .run();
}

/** Notes that a source that calls itself has called, and was understood. */
export const noteCalled = async (db: Database, name: string, now: number): Promise<void> =>
  void (await db
    .prepare("UPDATE source SET succeeded_at = ?2, failures = 0, fault = NULL WHERE name = ?1 AND host = ''")
    .bind(name, now)
    .run());

export const listSources = async (db: Database, names: string[]): Promise<SourceState[]> =>
  (
    await db
      .prepare("SELECT s.* FROM json_each(?) wanted JOIN source s ON s.name = wanted.value")
      .bind(JSON.stringify(names))
      .all<SourceState>()
  ).results;

/** The names of sources that failed when they were last asked. */
export const listFailing = async (db: Database): Promise<string[]> =>
  (await db.prepare("SELECT name FROM source WHERE failures > 0 ORDER BY name").all<{ name: string }>()).results.map(
    ({ name }) => name,
  );
