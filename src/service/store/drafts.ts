import { type Actor, isSameActor, PUBLISH_TOKEN } from "../../people/actor.ts";
import { isConflict } from "../conflict.ts";
import type { Database, PreparedStatement } from "../home.ts";
import { type Action, type Deed, noteDeeds, noteIfDone } from "./audit.ts";

/** The fields of a story's form by their names; none of them is empty. */
export type DraftFields = Record<string, string>;

/** Whether it is being written, or waits for an editor. */
export type DraftState = "open" | "waiting";

/** A story that is being written at the desk. Times are milliseconds. */
export interface DeskDraft {
  id: string;
  articleId: string;
  /** The article's revision that it started from; 0: a new story. */
  baseRevision: number;
  author: Actor;
  state: DraftState;
  /** What an editor said who handed it back. */
  note?: string;
  /** Counted from 1, one more with every save. */
  version: number;
  fields: DraftFields;
  startedAt: number;
  updatedAt: number;
}

/** A draft in a list. */
export type ListedDraft = Omit<DeskDraft, "fields" | "note"> & { title: string };

interface DraftRow {
  id: string;
  article_id: string;
  base_revision: number;
  actor_kind: Actor["kind"];
  actor: string;
  actor_name: string;
  state: DraftState;
  note: string | null;
  version: number;
  fields: string;
  title: string;
  started_at: number;
  updated_at: number;
}

const LISTED = `id, article_id, base_revision, actor_kind, actor, actor_name, state, version, title, started_at, updated_at`;

const toListed = (row: Omit<DraftRow, "fields" | "note">): ListedDraft => ({
  id: row.id,
  articleId: row.article_id,
  baseRevision: row.base_revision,
  author: { kind: row.actor_kind, id: row.actor, name: row.actor_name },
  state: row.state,
  version: row.version,
  title: row.title,
  startedAt: row.started_at,
  updatedAt: row.updated_at,
});

function toDraft(row: DraftRow): DeskDraft {
  const { title: _, ...listed } = toListed(row);
  return { ...listed, note: row.note ?? undefined, fields: JSON.parse(row.fields) };
}

/** What a draft starts with. */
export type NewDraft = Pick<DeskDraft, "id" | "articleId" | "baseRevision" | "author" | "fields"> & {
  /** Absent: 1. */
  version?: number;
};

/** Starts a draft. @returns whether it was started: its author may have one of this article already, and an id is taken once */
export async function startDraft(db: Database, draft: NewDraft, now: number): Promise<boolean> {
  const { id, articleId, baseRevision, author, fields, version = 1 } = draft;
  try {
    await db.batch([
      db
        .prepare(`INSERT INTO draft (${LISTED}, fields) VALUES (?1, ?2, ?3, ?4, ?5, ?6, 'open', ?10, ?7, ?8, ?8, ?9)`)
        .bind(
          id,
          articleId,
          baseRevision,
          author.kind,
          author.id,
          author.name,
          fields.title ?? "",
          now,
          JSON.stringify(fields),
          version,
        ),
      noteDeeds(db, author, [deedOf(draft, "draft.started")], now),
    ]);
    return true;
  } catch (error) {
    if (isConflict(error, "draft")) return false;
    throw error;
  }
}

/** Null: there is none, or none any more. */
export async function findDraft(db: Database, id: string): Promise<DeskDraft | null> {
  const row = await db.prepare("SELECT * FROM draft WHERE id = ?").bind(id).first<DraftRow>();
  return row && toDraft(row);
}

/** Somebody's draft of an article. */
export async function findDraftOf(db: Database, articleId: string, author: Actor): Promise<DeskDraft | null> {
  const row = await db
    .prepare("SELECT * FROM draft WHERE article_id = ? AND actor_kind = ? AND actor = ?")
    .bind(articleId, author.kind, author.id)
    .first<DraftRow>();
  return row && toDraft(row);
}

/**
 * Somebody's draft of a new story into which nothing has been written yet. One that was just begun may be open in another window, in which
 * the first sentence is being written; and the publish token may be several people.
 *
 * @param before in milliseconds: one that was begun later is not it
 */
export async function findBlankDraft(db: Database, author: Actor, before: number): Promise<string | null> {
  if (isSameActor(author, PUBLISH_TOKEN)) return null;
  const row = await db
    .prepare(
      `SELECT id FROM draft WHERE actor_kind = ? AND actor = ? AND version = 1 AND base_revision = 0
         AND state = 'open' AND title = '' AND started_at < ?
       ORDER BY updated_at DESC LIMIT 1`,
    )
    .bind(author.kind, author.id, before)
    .first<{ id: string }>();
  return row?.id ?? null;
}

/** Drafts, the one that was saved last first. @param author absent: everybody's */
export async function listDrafts(db: Database, author: Actor | undefined, limit: number): Promise<ListedDraft[]> {
  const statement =
    author === undefined
      ? db.prepare(`SELECT ${LISTED} FROM draft ORDER BY updated_at DESC LIMIT ?`).bind(limit)
      : db
          .prepare(`SELECT ${LISTED} FROM draft WHERE actor_kind = ? AND actor = ? ORDER BY updated_at DESC LIMIT ?`)
          .bind(author.kind, author.id, limit);
  return (await statement.all<DraftRow>()).results.map(toListed);
}

/** Drafts that wait for an editor, the longest first. */
export async function listWaitingDrafts(db: Database, limit: number): Promise<ListedDraft[]> {
  const { results } = await db
    .prepare(`SELECT ${LISTED} FROM draft WHERE state = 'waiting' ORDER BY updated_at LIMIT ?`)
    .bind(limit)
    .all<DraftRow>();
  return results.map(toListed);
}

/** Drafts of somebody's that an editor handed back, and what the editor said; those that have lain longest first. */
export async function listHandedBack(
  db: Database,
  author: Actor,
  limit: number,
): Promise<(ListedDraft & { note: string })[]> {
  const { results } = await db
    .prepare(
      `SELECT ${LISTED}, note FROM draft INDEXED BY draft_by
       WHERE actor_kind = ? AND actor = ? AND state = 'open' AND note IS NOT NULL ORDER BY updated_at LIMIT ?`,
    )
    .bind(author.kind, author.id, limit)
    .all<DraftRow>();
  return results.map((row) => ({ ...toListed(row), note: row.note ?? "" }));
}

/** An article that is stored as a draft: nobody has published it yet. */
export interface StoredDraft {
  id: string;
  title: string;
  stored_at: number;
}

/** Articles that are stored as drafts, the latest first. The lists of articles know which: an index of its own would read each body once. */
export const listStoredDrafts = async (db: Database, limit: number): Promise<StoredDraft[]> =>
  (
    await db
      .prepare(
        `SELECT r.article_id AS id, r.body ->> '$.title' AS title, r.stored_at FROM listing_term t CROSS JOIN listing l ON l.n = t.n
         JOIN revision r ON r.article_id = l.article_id AND r.revision = l.revision
         WHERE t.kind = 'status' AND t.key = 'draft' ORDER BY l.stored DESC LIMIT ?`,
      )
      .bind(limit)
      .all<StoredDraft>()
  ).results;

/** What a draft becomes: its fields, and with them, where it follows another revision now, that one's number. */
export interface DraftSave {
  fields: DraftFields;
  baseRevision?: number;
}

/**
 * Saves a draft.
 *
 * Race: two windows, or two people, have the same draft open. Who saves second has not seen what the first wrote, and nothing is
 * overwritten.
 *
 * @param version the one that whoever saves has seen
 * @returns whether it was saved: it is at one version more then
 */
export async function saveDraft(
  db: Database,
  { id, version }: Pick<DeskDraft, "id" | "version">,
  { fields, baseRevision }: DraftSave,
  now: number,
): Promise<boolean> {
  const { meta } = await db
    .prepare(
      `UPDATE draft SET fields = ?3, title = ?4, base_revision = coalesce(?5, base_revision), version = version + 1,
         updated_at = ?6 WHERE id = ?1 AND version = ?2`,
    )
    .bind(id, version, JSON.stringify(fields), fields.title ?? "", baseRevision ?? null, now)
    .run();
  return meta.changes > 0;
}

/** What is done with a draft as a whole, in the log's words. */
const HANDED: Record<DraftState, Action> = { waiting: "draft.handed-in", open: "draft.handed-back" };

/** Hands a draft in, or back. Race: it was handed there already, and nothing is done then. @returns whether it was done */
export function handDraft(
  db: Database,
  draft: Pick<DeskDraft, "id" | "articleId" | "state" | "note" | "fields">,
  by: Actor,
  now: number,
): Promise<boolean> {
  const { id, state, note } = draft;
  const change = db
    .prepare("UPDATE draft SET state = ?2, note = ?3 WHERE id = ?1 AND state <> ?2")
    .bind(id, state, note ?? null);
  return doneWith(db, change, noteIfDone(db, by, deedOf(draft, HANDED[state], note), now));
}

const deleteDraft = (db: Database, { id, version }: Pick<DeskDraft, "id" | "version">): PreparedStatement =>
  db.prepare("DELETE FROM draft WHERE id = ? AND version = ?").bind(id, version);

/** Takes away a draft whose story is stored. Race: it was saved once more since, and stays with what was written. */
export async function endDraft(db: Database, draft: Pick<DeskDraft, "id" | "version">): Promise<void> {
  await deleteDraft(db, draft).run();
}

/** Throws a draft away. Race: it was saved since it was looked at, and stays. @returns whether it is gone */
export const discardDraft = (
  db: Database,
  draft: Pick<DeskDraft, "id" | "articleId" | "version" | "fields">,
  by: Actor,
  now: number,
): Promise<boolean> => doneWith(db, deleteDraft(db, draft), noteIfDone(db, by, deedOf(draft, "draft.discarded"), now));

/** What the log says of a draft: it may be gone soon, so that its title and its article stand there. */
const deedOf = (
  { id, articleId, fields }: Pick<DeskDraft, "id" | "articleId" | "fields">,
  action: Action,
  note?: string,
): Deed => ({ action, subject: { kind: "draft", id }, detail: { title: fields.title, article: articleId, note } });

/** Changes a draft and notes it, or neither. @returns whether there was anything to change */
async function doneWith(db: Database, change: PreparedStatement, noted: PreparedStatement): Promise<boolean> {
  const [done] = await db.batch([change, noted]);
  return (done?.meta.changes ?? 0) > 0;
}
