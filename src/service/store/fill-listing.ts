import { contain } from "../../article/contain.ts";
import type { Database } from "../home.ts";
import { logThrown } from "../log.ts";
import { StoreFault } from "../store-fault.ts";
import { CURRENT_REVISION } from "./current-revision.ts";
import { type ListedRevision, replaceListings } from "./listing.ts";
import { isRefused } from "./refuse-batch.ts";
import { refuseSaved } from "./reselect.ts";

/** Articles whose rows are looked at for one step, and of those that no list has, how many are put in. Each may hold a megabyte. */
const LOOKED_AT = 1_000;
const STEP = 100;
/** UTF-16 units of the articles of one step; one more may go over. */
const MAX_STEP = 1_000_000;

/** SQL: the rowid up to which all articles are listed. */
const AFTER = "(SELECT after FROM listing_fill WHERE one = 1)";

interface Unlisted {
  n: number;
  id: string;
  revision: number;
  published: number;
  updated: number;
  stored_at: number;
  body: string;
}

/** SQL: the lists have nothing of an article `a`, or what an earlier revision said: a version of before lists does not write them. */
const LACKING = "(l.n IS NULL OR l.revision <> a.revision)";

/**
 * One step of putting into the lists what was stored before there were lists, in the order in which it came. What a version of before
 * stores while a deployment is under way is found as well: a step that finds nothing more costs one look.
 *
 * @returns whether there may be more
 */
export async function fillListing(db: Database): Promise<boolean> {
  const { results: looked } = await db
    .prepare(
      `SELECT a.rowid AS n, ${LACKING} AS lacking, ${AFTER} AS after FROM article a LEFT JOIN listing l ON l.n = a.rowid
       WHERE a.rowid > ${AFTER} ORDER BY a.rowid LIMIT ${LOOKED_AT}`,
    )
    .all<{ n: number; lacking: 0 | 1; after: number }>();
  const last = looked.at(-1);
  if (!last) return false;
  const { after } = last;
  const lacking = looked.flatMap(({ n, lacking }) => (lacking ? n : [])).slice(0, STEP);
  if (lacking.length === 0) return (await advance(db, after, last.n)) && looked.length === LOOKED_AT;
  const articles = await readSome(db, lacking);
  if (await list(db, articles)) await advance(db, after, articles.at(-1)?.n ?? last.n);
  return true;
}

/**
 * Lists anew what a version of before has changed, while a deployment was under way or was rolled back: of what was stored last, a step. No
 * other look would ever come to what the lists had before.
 */
export async function mendListing(db: Database): Promise<void> {
  const { results } = await db
    .prepare(
      `SELECT a.rowid AS n FROM revision r JOIN article a ON a.id = r.article_id AND a.revision = r.revision
       LEFT JOIN listing l ON l.n = a.rowid
       WHERE r.rowid > (SELECT max(rowid) FROM revision) - ${LOOKED_AT} AND a.rowid <= ${AFTER} AND ${LACKING} LIMIT ${STEP}`,
    )
    .all<{ n: number }>();
  if (results.length > 0)
    await list(
      db,
      await readSome(
        db,
        results.map(({ n }) => n),
      ),
    );
}

/**
 * Lists articles. One that breaks the code which works on it is in no list, and the others are.
 *
 * @returns false: one of them was saved since it was read. That save lists it; the others have to be read again.
 */
async function list(db: Database, articles: Unlisted[]): Promise<boolean> {
  return contain(
    async () => {
      await db.batch([refuseSaved(db, articles), ...replaceListings(db, articles.map(toListed))]);
      return true;
    },
    async (fault) => {
      if (fault instanceof StoreFault) throw fault;
      if (isRefused(fault)) return false;
      const half = articles.length >> 1;
      if (half > 0) return (await list(db, articles.slice(0, half))) && (await list(db, articles.slice(half)));
      logThrown("article not listed", fault, { article: articles[0]?.id });
      return true;
    },
  );
}

const toListed = ({ body, revision, published, updated, stored_at }: Unlisted): ListedRevision => ({
  article: JSON.parse(body),
  revision,
  dates: { published, updated },
  storedAt: stored_at,
});

/** As many as a step may hold. */
async function readSome(db: Database, rows: number[]): Promise<Unlisted[]> {
  const { results } = await db
    .prepare(
      `SELECT n, id, revision, published, updated, stored_at, body FROM (
         SELECT a.rowid AS n, a.id, a.revision, a.published, a.updated, r.stored_at, r.body,
           sum(octet_length(r.body)) OVER (ORDER BY a.rowid) - octet_length(r.body) AS before
         FROM json_each(?1) wanted JOIN article a ON a.rowid = wanted.value JOIN ${CURRENT_REVISION})
       WHERE before < ${MAX_STEP} ORDER BY n`,
    )
    .bind(JSON.stringify(rows))
    .all<Unlisted>();
  return results;
}

/** Race: of two that fill at once, one moves on. */
async function advance(db: Database, from: number, to: number): Promise<boolean> {
  const { meta } = await db
    .prepare("UPDATE listing_fill SET after = ?2 WHERE one = 1 AND after = ?1")
    .bind(from, to)
    .run();
  return meta.changes === 1;
}

/** Whether something that is stored is in no list yet, as far as one look tells. */
export const isFilling = async (db: Database): Promise<boolean> =>
  (await db
    .prepare(
      `SELECT 1 FROM (SELECT a.rowid AS next FROM article a WHERE a.rowid > ${AFTER} ORDER BY a.rowid LIMIT ${LOOKED_AT})
       WHERE NOT EXISTS (SELECT 1 FROM listing l WHERE l.n = next) LIMIT 1`,
    )
    .first()) !== null;

/** Pages of the index of words that a sweep merges: some milliseconds. */
const MERGED_PAGES = 500;

/** Merges segments of the index of words where there are many, a step: each save has added one, and a search looks into all. */
export const mergeWords = async (db: Database): Promise<void> => {
  await db.prepare(`INSERT INTO words (words, rank) VALUES ('merge', ${MERGED_PAGES})`).run();
};
