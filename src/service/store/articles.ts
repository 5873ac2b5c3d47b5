import type { Article } from "../../article/article.ts";
import { type Dates, firstDates, nextDates } from "../../article/dates.ts";
import type { Problem } from "../../article/parse.ts";
import type { Catalog } from "../../feed/catalog.ts";
import { mintEntryId } from "../../feed/identity.ts";
import { feedsOf } from "../../feed/select.ts";
import { type Membership, memberships, replaceMemberships } from "./memberships.ts";

export type Saved =
  | { status: "created" | "changed" | "unchanged"; id: string; revision: number; feeds: string[] }
  | { status: "refused"; id: string; problems: Problem[] }
  /** Somebody else has changed it since; `revision` is theirs, 0 where there is none. */
  | { status: "conflict"; id: string; revision: number };

/** Whether a save may follow this revision; 0: the article is not there yet (RFC 9110 §13.1). */
export type Precondition = (revision: number) => boolean;

export interface SaveResult {
  saved: Saved[];
  /** Feeds that were fresh before: somebody has to wake the publisher for them. */
  newlyStale: string[];
}

interface Current {
  id: string;
  entry_id: string;
  revision: number;
  published: number;
  updated: number;
  public: number;
  body: string;
  feeds: string;
}

/** Two desks can save one article at once; the later one starts over from the other's revision. */
const MAX_ATTEMPTS = 5;

/**
 * Saves articles in one transaction: each one's new revision, its memberships, and the touched feeds marked stale. The
 * same content again is no revision. The ids must differ from one another.
 */
export async function saveArticles(
  db: D1Database,
  catalog: Catalog,
  articles: Article[],
  now: number,
  precondition: Precondition = () => true,
): Promise<SaveResult> {
  for (let attempt = 1; ; attempt += 1) {
    try {
      return await trySave(db, catalog, articles, now, precondition);
    } catch (error) {
      // Race: another save took the revision number, or minted the entry id, since ours was read.
      if (attempt === MAX_ATTEMPTS || !/UNIQUE constraint failed/.test(String(error))) throw error;
    }
  }
}

export async function findArticle(
  db: D1Database,
  id: string,
): Promise<{ article: Article; revision: number; entryId: string } | null> {
  const row = await db
    .prepare(
      "SELECT a.entry_id, a.revision, r.body FROM article a JOIN revision r ON r.article_id = a.id AND r.revision = a.revision WHERE a.id = ?",
    )
    .bind(id)
    .first<Pick<Current, "entry_id" | "revision" | "body">>();
  return row && { article: JSON.parse(row.body), revision: row.revision, entryId: row.entry_id };
}

/** Whether nothing was ever stored. */
export const isEmpty = async (db: D1Database): Promise<boolean> =>
  (await db.prepare("SELECT 1 FROM article LIMIT 1").first()) === null;

async function trySave(
  db: D1Database,
  catalog: Catalog,
  articles: Article[],
  now: number,
  precondition: Precondition,
): Promise<SaveResult> {
  const { current, owners } = await readCurrent(db, catalog, articles);
  const rows: Row[] = [];
  const saved = articles.map(({ minor = false, ...article }): Saved => {
    const old = current.get(article.id);
    if (!precondition(old?.revision ?? 0)) return { status: "conflict", id: article.id, revision: old?.revision ?? 0 };
    const entryId = old?.entry_id ?? entryIdOf(catalog, article);
    const problem = identityProblem(article, entryId, old, owners);
    if (problem) return { status: "refused", id: article.id, problems: [problem] };
    owners.set(entryId, article.id);
    const feeds = feedsOf(catalog, article);
    if (old && old.body === JSON.stringify(article))
      return { status: "unchanged", id: article.id, revision: old.revision, feeds };
    const revision = (old?.revision ?? 0) + 1;
    const dates = old
      ? nextDates({ ...old, public: old.public === 1 }, { old: JSON.parse(old.body), article, minor }, now)
      : firstDates(article, now);
    const touched = new Set([...(JSON.parse(old?.feeds ?? "[]") as string[]), ...feeds]);
    rows.push({
      id: article.id,
      entry_id: entryId,
      revision,
      dates,
      body: article,
      touched: [...touched],
      memberships: memberships(article, dates, catalog, feeds),
    });
    return { status: old ? "changed" : "created", id: article.id, revision, feeds: [...touched] };
  });
  return { saved, newlyStale: rows.length === 0 ? [] : await write(db, rows, now) };
}

interface Row {
  id: string;
  entry_id: string;
  revision: number;
  dates: Dates;
  body: Article;
  touched: string[];
  memberships: Membership[];
}

async function readCurrent(db: D1Database, catalog: Catalog, articles: Article[]) {
  const ids = JSON.stringify(articles.map((article) => article.id));
  const entryIds = JSON.stringify(articles.map((article) => entryIdOf(catalog, article)));
  const [current, owners] = await db.batch([
    db
      .prepare(
        `SELECT a.id, a.entry_id, a.revision, a.published, a.updated, a.public, r.body,
           (SELECT json_group_array(m.feed) FROM membership m WHERE m.article_id = a.id) AS feeds
         FROM json_each(?) wanted
         JOIN article a ON a.id = wanted.value
         JOIN revision r ON r.article_id = a.id AND r.revision = a.revision`,
      )
      .bind(ids),
    db
      .prepare("SELECT a.entry_id, a.id FROM json_each(?) wanted JOIN article a ON a.entry_id = wanted.value")
      .bind(entryIds),
  ]);
  return {
    current: new Map(((current?.results ?? []) as Current[]).map((row) => [row.id, row])),
    owners: new Map(
      ((owners?.results ?? []) as { entry_id: string; id: string }[]).map((row) => [row.entry_id, row.id]),
    ),
  };
}

const entryIdOf = (catalog: Catalog, article: Article): string => article.guid ?? mintEntryId(catalog.site, article.id);

/** An entry's id never changes, and belongs to one article (RFC 4287 §4.2.6). */
export function identityProblem(
  article: Article,
  entryId: string,
  old: Pick<Current, "entry_id"> | undefined,
  owners: Map<string, string>,
): Problem | null {
  if (old && article.guid !== undefined && article.guid !== old.entry_id)
    return { path: "/guid", detail: `the entry's id is ${old.entry_id} and cannot change` };
  const owner = old ? undefined : owners.get(entryId);
  if (owner === undefined) return null;
  return {
    path: article.guid === undefined ? "/id" : "/guid",
    detail: `the entry id ${entryId} belongs to the article ${owner} already`,
  };
}

/** One bound JSON array a statement, whatever the number of articles: D1 binds at most 100 parameters. */
async function write(db: D1Database, rows: Row[], now: number): Promise<string[]> {
  const json = JSON.stringify(rows.map(({ id, entry_id, revision, dates }) => ({ id, entry_id, revision, ...dates })));
  const bodies = JSON.stringify(rows.map(({ id, revision, dates, body }) => ({ id, revision, ...dates, body })));
  const touched = JSON.stringify([...new Set(rows.flatMap((row) => row.touched))]);
  const results = await db.batch<{ slug: string; was_fresh: number }>([
    db
      .prepare(
        `INSERT INTO article (id, entry_id, revision, published, updated, public)
         SELECT value ->> 'id', value ->> 'entry_id', value ->> 'revision', value ->> 'published', value ->> 'updated',
           value ->> 'public'
         FROM json_each(?) WHERE true
         ON CONFLICT (id) DO UPDATE SET revision = excluded.revision, published = excluded.published,
           updated = excluded.updated, public = excluded.public`,
      )
      .bind(json),
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
    ...replaceMemberships(
      db,
      "m.article_id IN (SELECT value ->> 'id' FROM json_each(?1))",
      json,
      rows.flatMap((row) => row.memberships),
    ),
    db
      .prepare(
        `UPDATE feed SET changed = changed + 1, stale_since = CASE WHEN changed = composed THEN ?2 ELSE stale_since END
         WHERE slug IN (SELECT value FROM json_each(?1)) RETURNING slug, changed - 1 = composed AS was_fresh`,
      )
      .bind(touched, now),
  ]);
  return (results.at(-1)?.results ?? []).filter((row) => row.was_fresh).map((row) => row.slug);
}
