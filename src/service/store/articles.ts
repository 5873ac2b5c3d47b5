import type { Article } from "../../article/article.ts";
import type { ArticleDeed } from "../../article/deed.ts";
import type { KnownArticle } from "../../article/revise.ts";
import type { Membership } from "../../feed/membership.ts";
import { type Actor, SERVICE } from "../../people/actor.ts";
import type { Scope } from "../../people/scopes.ts";
import { seesDrafts } from "../../people/sees-drafts.ts";
import type { Database, PreparedStatement } from "../home.ts";
import { type Deed, noteDeeds } from "./audit.ts";
import { CURRENT_REVISION } from "./current-revision.ts";
import { replaceListings } from "./listing.ts";
import { replaceMemberships } from "./memberships.ts";
import { type HolderRow, refuseHeld, selectHolders, toHolders } from "./shared-urls.ts";
import { refuseShown, servedSince, unshown } from "./shown.ts";
import { markTouched, newlyStaleIn, type Touched } from "./stale.ts";
import { type Left, noteTakenBack } from "./taken-back.ts";
import { insertValues, type NamedValue } from "./values.ts";

/** An article's current revision; null where no article has this id. */
export async function findArticle(
  db: Database,
  id: string,
): Promise<{ article: Article; revision: number; entryId: string } | null> {
  const row = await db
    .prepare(`SELECT a.entry_id, a.revision, r.body FROM article a JOIN ${CURRENT_REVISION} WHERE a.id = ?`)
    .bind(id)
    .first<Pick<KnownRow, "entry_id" | "revision" | "body">>();
  return row && { article: JSON.parse(row.body), revision: row.revision, entryId: row.entry_id };
}

/** The same, for somebody who may do this: null, too, where it is a draft, and not theirs to see. */
export async function findSeenArticle(
  db: Database,
  id: string,
  scopes: ReadonlySet<Scope>,
): ReturnType<typeof findArticle> {
  const found = await findArticle(db, id);
  return found?.article.status === "draft" && !seesDrafts(scopes) ? null : found;
}

/** Whether nothing was ever stored. */
export const isEmpty = async (db: Database): Promise<boolean> =>
  (await db.prepare("SELECT 1 FROM article LIMIT 1").first()) === null;

/** An article that is in the store, and the feeds that it is in. */
export type StoredMember = KnownArticle & {
  feeds: string[];
  /** It is certain that no document of this store has shown it. */
  unshown: boolean;
};

export interface KnownArticles {
  /** By the articles' ids. */
  known: Map<string, StoredMember>;
  /** The ids of the articles that entry ids belong to. */
  owners: Map<string, string>;
  /** The ids of other articles that have these URLs. */
  holders: Map<string, string>;
}

interface KnownRow {
  id: string;
  entry_id: string;
  revision: number;
  published: number;
  updated: number;
  public: number;
  body: string;
  feeds: string;
  unshown: number;
}

/**
 * What is known of articles, whose entries these ids are, and who else has these URLs, in one read.
 *
 * @param beside ids of more articles that do not count as holders
 */
export async function findKnown(
  db: Database,
  ids: string[],
  entryIds: string[],
  urls: string[],
  beside: string[] = [],
): Promise<KnownArticles> {
  const [known, owners, holders] = await db.batch([
    db
      .prepare(
        `SELECT a.id, a.entry_id, a.revision, a.published, a.updated, a.public, r.body,
           (SELECT json_group_array(m.feed) FROM membership m WHERE m.article_id = a.id) AS feeds,
           a.public = 0 AND ${unshown("a.id", "?2")} AS unshown
         FROM json_each(?1) wanted
         JOIN article a ON a.id = wanted.value
         JOIN ${CURRENT_REVISION}`,
      )
      .bind(JSON.stringify(ids), servedSince(Date.now())),
    selectOwners(db, entryIds),
    selectHolders(db, urls, [...ids, ...beside]),
  ]);
  return {
    known: new Map(((known?.results ?? []) as KnownRow[]).map((row) => [row.id, toKnown(row)])),
    owners: toOwners((owners?.results ?? []) as OwnerRow[]),
    holders: toHolders((holders?.results ?? []) as HolderRow[]),
  };
}

/** Whose articles entries are, by the entries' ids. */
export const listOwners = async (db: Database, entryIds: string[]): Promise<Map<string, string>> =>
  toOwners((await selectOwners(db, entryIds).all<OwnerRow>()).results);

interface OwnerRow {
  entry_id: string;
  id: string;
}

const selectOwners = (db: Database, entryIds: string[]): PreparedStatement =>
  db
    .prepare("SELECT a.entry_id, a.id FROM json_each(?) wanted JOIN article a ON a.entry_id = wanted.value")
    .bind(JSON.stringify(entryIds));

const toOwners = (rows: OwnerRow[]): Map<string, string> => new Map(rows.map(({ entry_id, id }) => [entry_id, id]));

const toKnown = (row: KnownRow): StoredMember => ({
  article: JSON.parse(row.body),
  entryId: row.entry_id,
  revision: row.revision,
  dates: { published: row.published, updated: row.updated, public: row.public === 1 },
  feeds: JSON.parse(row.feeds),
  unshown: row.unshown === 1,
});

/** A new revision of an article, and all that it changes. */
export interface NewRevision extends KnownArticle {
  memberships: Membership[];
  /** The feeds that it comes into, stays in, or leaves. */
  touched: string[];
  /** No other article may have its URL. */
  alone?: boolean;
  /** It leaves no notice, because no document has shown it. */
  unseen?: boolean;
  /** What the save did; absent: it made the article. */
  deed?: ArticleDeed;
  origin?: RevisionOrigin;
}

/** What a revision was taken from, as the log tells it. */
export interface RevisionOrigin {
  /** The former revision that it is again. */
  restored?: number;
  /** Who wrote the draft that another has published. */
  writer?: string;
}

/**
 * Stores new revisions in one transaction: each with its memberships, and the touched feeds marked stale. One bound JSON array
 * a statement, whatever the number of articles: D1 binds at most 100 parameters.
 *
 * @param values what of the articles' values has no feed yet
 * @param by whose deed it is
 * @returns feeds that were fresh before: somebody has to wake the publisher for them
 * @throws Conflict where another save took a revision's number, an entry's id, a value's feed or the URL of one that is `alone` since
 *   they were read, or one that is `unseen` was shown
 */
export async function saveRevisions(
  db: Database,
  revisions: NewRevision[],
  now: number,
  values: NamedValue[] = [],
  by: Actor = SERVICE,
): Promise<string[]> {
  const rows = revisions.map(({ article, entryId, revision, dates }) => ({
    id: article.id,
    entry_id: entryId,
    revision,
    ...dates,
  }));
  const unseen = revisions.flatMap(({ article, unseen }) => (unseen ? article.id : []));
  const alone = revisions.flatMap(({ article, alone }) => (alone ? article.url : []));
  const json = JSON.stringify(rows);
  const bodies = JSON.stringify(rows.map((row, index) => ({ ...row, body: revisions[index]?.article })));
  const left = revisions.flatMap(leftBy);
  const results = await db.batch<Touched>([
    ...(unseen.length === 0 ? [] : [refuseShown(db, unseen)]),
    ...(alone.length === 0
      ? []
      : [
          refuseHeld(
            db,
            alone,
            rows.map(({ id }) => id),
          ),
        ]),
    ...insertValues(db, values),
    upsertCurrent(db, json),
    db
      .prepare(
        `INSERT INTO revision (article_id, revision, stored_at, updated, body)
         SELECT value ->> 'id', value ->> 'revision', ?2, value ->> 'updated', value -> 'body' FROM json_each(?1)`,
      )
      .bind(bodies, now),
    db
      .prepare(
        `UPDATE revision SET superseded_at = ?2 FROM json_each(?1) row
         WHERE article_id = row.value ->> 'id' AND revision = row.value ->> 'revision' - 1`,
      )
      .bind(json, now),
    ...replaceListings(
      db,
      revisions.map((one) => ({ ...one, storedAt: now })),
    ),
    noteDeeds(db, by, revisions.map(deedOf), now),
    ...(left.length === 0 ? [] : [noteTakenBack(db, left, now)]),
    ...replaceMemberships(
      db,
      "m.article_id IN (SELECT value ->> 'id' FROM json_each(?1))",
      json,
      revisions.flatMap((one) => one.memberships),
    ),
    markTouched(
      db,
      revisions.flatMap((one) => one.touched),
      now,
      left.map(({ feed }) => feed),
    ),
  ]);
  return newlyStaleIn(results);
}

const deedOf = ({ article, revision, deed = "article.created", origin }: NewRevision): Deed => ({
  action: deed,
  subject: { kind: "article", id: article.id },
  detail: {
    revision,
    // The log is read by those, too, to whom a draft is not there.
    title: article.status === "draft" ? undefined : article.title,
    reason: deed === "article.retracted" ? article.reason : undefined,
    ...origin,
  },
});

/** The feeds in which an article's story stands no more. */
const leftBy = ({ article, revision, touched, memberships }: NewRevision): Left[] =>
  touched
    .filter((slug) => !memberships.some(({ feed, notice }) => feed === slug && notice === 0))
    .map((feed) => ({ article: article.id, revision, feed }));

/**
 * Makes revisions the current ones of their articles.
 *
 * @param rows a JSON array of `id`, `entry_id`, `revision` and the dates
 */
export const upsertCurrent = (db: Database, rows: string): PreparedStatement =>
  db
    .prepare(
      `INSERT INTO article (id, entry_id, revision, published, updated, public)
       SELECT value ->> 'id', value ->> 'entry_id', value ->> 'revision', value ->> 'published', value ->> 'updated',
         value ->> 'public'
       FROM json_each(?) WHERE true
       ON CONFLICT (id) DO UPDATE SET revision = excluded.revision, published = excluded.published,
         updated = excluded.updated, public = excluded.public`,
    )
    .bind(rows);
