import type { Article } from "../../article/article.ts";
import type { Dates } from "../../article/dates.ts";
import type { Discrepancy } from "../../verify/discrepancy.ts";
import type { Database, Rows } from "../home.ts";
import { CURRENT_REVISION } from "./current-revision.ts";
import { servedSince, unshown } from "./shown.ts";

/** An article with all that the store knows of it. */
export interface DeskArticle {
  article: Article;
  entryId: string;
  revision: number;
  storedAt: number;
  dates: Dates;
  /** It is certain that no document of this store has shown it. */
  unshown: boolean;
  memberships: DeskMembership[];
}

/** That a feed shows an article, and when. Times are milliseconds. */
export interface DeskMembership {
  feed: string;
  visible_from: number;
  visible_until: number | null;
  notice: 0 | 1;
  /** The page of the feed's archive that holds the article; null: none yet. */
  page: number | null;
}

/** Null: no article has this id. */
export async function findDeskArticle(db: Database, id: string): Promise<DeskArticle | null> {
  const [articles, memberships] = await db.batch([
    db
      .prepare(
        `SELECT a.entry_id, a.revision, a.published, a.updated, a.public, r.stored_at, r.body,
           a.public = 0 AND ${unshown("a.id", "?2")} AS unshown
         FROM article a JOIN ${CURRENT_REVISION} WHERE a.id = ?1`,
      )
      .bind(id, servedSince(Date.now())),
    db
      .prepare(
        "SELECT feed, visible_from, visible_until, notice, page FROM membership WHERE article_id = ? ORDER BY feed",
      )
      .bind(id),
  ]);
  const row = (articles?.results as DeskArticleRow[] | undefined)?.[0];
  if (!row) return null;
  return {
    article: JSON.parse(row.body),
    entryId: row.entry_id,
    revision: row.revision,
    storedAt: row.stored_at,
    dates: { published: row.published, updated: row.updated, public: row.public === 1 },
    unshown: row.unshown === 1,
    memberships: (memberships?.results ?? []) as DeskMembership[],
  };
}

interface DeskArticleRow {
  entry_id: string;
  revision: number;
  published: number;
  updated: number;
  public: number;
  unshown: number;
  stored_at: number;
  body: string;
}

/** Sorts after whatever an id goes on with: ids that start with a text lie between it and it with this. */
const LAST = "\u{10FFFF}";

/**
 * The rows of articles whose id starts with a text, whose current address is one of `urls`, or whose entry's id it is, by index; in this
 * order, each once.
 */
export async function findNamed(db: Database, text: string, urls: string[], limit: number): Promise<number[]> {
  const results = await db.batch<{ n: number }>([
    db
      .prepare("SELECT a.rowid AS n FROM article a WHERE a.id >= ?1 AND a.id < ?2 ORDER BY a.id LIMIT ?3")
      .bind(text, text + LAST, limit),
    db
      .prepare(
        `SELECT a.rowid AS n FROM json_each(?1) wanted
         CROSS JOIN revision r INDEXED BY revision_url ON r.body ->> '$.url' = wanted.value AND r.superseded_at IS NULL
         JOIN article a ON a.id = r.article_id LIMIT ?2`,
      )
      .bind(JSON.stringify(urls), limit),
    db.prepare("SELECT a.rowid AS n FROM article a WHERE a.entry_id = ?").bind(text),
  ]);
  return [...new Set(results.flatMap((result) => result.results.map(({ n }) => n)))].slice(0, limit);
}

/** An article that comes into sight, or leaves it. */
export interface Ahead {
  id: string;
  title: string;
  /** Milliseconds. */
  at: number;
  /** Those of them that were asked for; none: it is in no such feed, or in feeds of families. */
  feeds: string[];
}

/**
 * The next embargoes and expiries, those of the articles themselves and those of each feed, for a partner may have a story later, or for
 * less long: a few steps of an index for each.
 */
export async function listAhead(
  db: Database,
  slugs: string[],
  now: number,
  limit: number,
): Promise<{ embargoes: Ahead[]; expiries: Ahead[] }> {
  const next = (column: "visible_from" | "visible_until", index: string) =>
    db
      .prepare(
        `SELECT wanted.value AS feed, (SELECT json_group_array(json_array(article_id, at)) FROM (
           SELECT m.article_id, m.${column} AS at FROM membership m INDEXED BY ${index}
           WHERE m.feed = wanted.value AND m.${column} > ?2 AND NOT m.notice ORDER BY m.${column} LIMIT ?3)) AS next
         FROM json_each(?1) wanted`,
      )
      .bind(JSON.stringify(slugs), now, limit);
  const own = (column: "visible_from" | "visible_until", index: string) =>
    db
      .prepare(
        `SELECT NULL AS feed, (SELECT json_group_array(json_array(article_id, at)) FROM (
           SELECT article_id, ${column} AS at FROM listing INDEXED BY ${index} WHERE ${column} > ?1 ORDER BY ${column} LIMIT ?2)) AS next`,
      )
      .bind(now, limit);
  const [from, ownFrom, until, ownUntil] = await db.batch<NextOfFeed>([
    next("visible_from", "membership_from"),
    own("visible_from", "listing_from"),
    next("visible_until", "membership_until"),
    own("visible_until", "listing_until"),
  ]);
  const merged = (...parts: (Rows<NextOfFeed> | undefined)[]) =>
    byArticle(parts.flatMap((part) => part?.results ?? [])).slice(0, limit);
  const [embargoes, expiries] = [merged(from, ownFrom), merged(until, ownUntil)];
  const titles = await listTitlesOf(
    db,
    [...embargoes, ...expiries].map(({ id }) => id),
  );
  const named = (list: Omit<Ahead, "title">[]) => list.map((one) => ({ ...one, title: titles.get(one.id) ?? one.id }));
  return { embargoes: named(embargoes), expiries: named(expiries) };
}

/** What is next in a feed, as JSON; null: of the articles themselves. */
interface NextOfFeed {
  feed: string | null;
  next: string;
}

/** Each article once for each time that something of it comes or goes. */
function byArticle(rows: NextOfFeed[]): Omit<Ahead, "title">[] {
  const articles = new Map<string, Omit<Ahead, "title">>();
  for (const { feed, next } of rows)
    for (const [id, at] of JSON.parse(next) as [string, number][]) {
      const key = JSON.stringify([id, at]);
      const known = articles.get(key) ?? { id, at, feeds: [] };
      if (feed !== null) known.feeds.push(feed);
      articles.set(key, known);
    }
  return [...articles.values()].sort((a, b) => a.at - b.at);
}

/** The titles of articles by their ids. */
export async function listTitlesOf(db: Database, ids: string[]): Promise<Map<string, string>> {
  const { results } = await db
    .prepare(
      `SELECT a.id, r.body ->> '$.title' AS title FROM json_each(?) wanted JOIN article a ON a.id = wanted.value JOIN ${CURRENT_REVISION}`,
    )
    .bind(JSON.stringify(ids))
    .all<{ id: string; title: string }>();
  return new Map(results.map(({ id, title }) => [id, title]));
}

/** A composition that was kept back. */
export interface Refusal {
  feed: string;
  /** When it was kept back, in milliseconds; null for a page of the archive, of which no history is kept. */
  at: number | null;
  /** Null: it is an edition. */
  page: number | null;
  /** Whether it keeps the feed back now, or the page of its archive. */
  current: boolean;
  discrepancies: Discrepancy[];
}

type RefusalRow = Omit<Refusal, "current" | "discrepancies"> & { current: 0 | 1; discrepancies: string };

/** The latest refusals of editions, and pages of archives that are held back now. */
export async function listRefusals(db: Database, limit: number): Promise<Refusal[]> {
  const [pages, editions] = await db.batch<RefusalRow>([
    db
      .prepare(
        `SELECT feed, NULL AS at, page, 1 AS current, refusal AS discrepancies FROM archive INDEXED BY archive_refused
         WHERE refusal IS NOT NULL LIMIT ?`,
      )
      .bind(limit),
    db
      .prepare(
        `SELECT r.feed, r.at, NULL AS page, coalesce(f.refusal = r.discrepancies, 0) AS current, r.discrepancies
         FROM refusal r LEFT JOIN feed f ON f.slug = r.feed ORDER BY r.at DESC LIMIT ?`,
      )
      .bind(limit),
  ]);
  return [...(pages?.results ?? []), ...(editions?.results ?? [])].map((row) => ({
    ...row,
    current: row.current === 1,
    discrepancies: JSON.parse(row.discrepancies),
  }));
}
