import type { Database } from "../home.ts";
import { type ArticleFilter, conditionsOf, type ListCondition } from "./list-conditions.ts";
import { rankedMatches, type WeighedMatch, weigh } from "./match.ts";
import { type Bind, statement } from "./statement.ts";

/** Articles that are looked at for one page, where no condition is met by fewer: some ten milliseconds. */
export const MAX_ARTICLES_LOOKED_AT = 10_000;

/** So many that meet a condition are gone through as they are; of the matches of a query that has more, those stored first last. */
export const MAX_CANDIDATES = 5_000;

/** Of the matches of a query, so many are ranked, those stored last: each takes some microseconds for each of its words. */
const MAX_RANKED = 2_000;

/** The times that a list is sorted by, the latest first. */
export const LIST_TIMES = ["stored", "published", "updated"] as const;

export type ListTime = (typeof LIST_TIMES)[number];

/** Where a list goes on. In a list by time: after the article `n` with this time. By rank: after so many of those that are not newer than `n`. */
export type ListCursor = { sort: ListTime; at: number; n: number } | { sort: "rank"; skip: number; n: number };

/** A list of articles. */
export interface ListQuery {
  filter: ArticleFilter;
  /** `rank`: the best match first; it needs a query. */
  sort: ListTime | "rank";
  /** Of the time that it is sorted by, or was published at; milliseconds, both inclusive. */
  from?: number;
  to?: number;
  /** Absent: from the first. */
  after?: ListCursor;
  limit: number;
}

/** One page of a list. */
export interface ListedRows {
  /** Rows of `listing`, in their order. */
  rows: number[];
  /** Null: there are no more. A page may have fewer than there is room for, and a next. */
  next: ListCursor | null;
  /** How many there are in all, `MAX_CANDIDATES` + 1 for whatever is more; null: it would take too long to count. */
  count: number | null;
}

/**
 * A page of articles. What the filter asks for that the fewest articles meet is where they are looked for; where each is met by many, they
 * are looked at in the list's order, so far and no further. An article that is saved while somebody pages on moves to the top of what is
 * sorted by its storing or update: nobody sees one twice, and all that is not saved is seen.
 */
export async function listArticles(db: Database, query: ListQuery, now: number): Promise<ListedRows> {
  const { match, ...filter } = query.filter;
  const words = match === undefined ? undefined : await weigh(db, match);
  const conditions = conditionsOf(filter, now);
  const counts = await countEach(db, [...(words ? [matchingRows(words)] : []), ...conditions.map(({ rows }) => rows)]);
  const fewest = Math.min(...counts);
  // Where the query itself has the fewest, there is none.
  const least = fewest <= MAX_CANDIDATES ? conditions[counts.indexOf(fewest) - (words ? 1 : 0)] : undefined;
  const spans = query.from !== undefined || query.to !== undefined;
  const count = counts.length === 1 && !spans && Number.isFinite(counts[0]) ? (counts[0] ?? null) : null;
  const page = await (query.sort === "rank"
    ? listRanked(db, query, words, conditions, least)
    : listByTime(db, { ...query, sort: query.sort }, words, conditions, least));
  return { ...page, count };
}

type Rows = NonNullable<ListCondition["rows"]>;

const matchingRows =
  ({ match }: WeighedMatch, among?: ListCondition): Rows =>
  (bind) =>
    `SELECT rowid AS n FROM words WHERE words MATCH ${bind(match)} AND ${amongFew(among, bind)} ORDER BY rowid DESC`;

/** How many articles these select, as far as that matters; infinity: nobody can tell soon. */
async function countEach(db: Database, each: (Rows | undefined)[]): Promise<number[]> {
  const counted = each.map((rows) =>
    rows ? statement(db, (bind) => `SELECT count(*) AS count FROM (${rows(bind)} LIMIT ${MAX_CANDIDATES + 1})`) : null,
  );
  const asked = counted.filter((one) => one !== null);
  const results = asked.length === 0 ? [] : await db.batch<{ count: number }>(asked);
  let next = 0;
  return counted.map((one) => (one ? (results[next++]?.results[0]?.count ?? 0) : Number.POSITIVE_INFINITY));
}

type TimedQuery = ListQuery & { sort: ListTime };
type Found = Omit<ListedRows, "count">;

/** Those that were stored last of the matches, where there is a query; else those of the condition that the fewest meet, or the list itself. */
function listByTime(
  db: Database,
  query: TimedQuery,
  words: WeighedMatch | undefined,
  conditions: ListCondition[],
  least: ListCondition | undefined,
): Promise<Found> {
  const rows = words ? matchingRows(words, least) : least?.rows;
  const others = conditions.filter((one) => one !== least);
  return rows ? listAmong(db, query, others, rows) : listInOrder(db, query, conditions);
}

/** SQL: whether a row of `words` is one of these few. With a plus the index of words is gone through once; without, once for each. */
const amongFew = (few: ListCondition | undefined, bind: Bind): string =>
  few?.rows ? `+rowid IN (${few.rows(bind)} LIMIT ${MAX_CANDIDATES})` : "true";

/** Those of the candidates that meet the conditions. */
async function listAmong(db: Database, query: TimedQuery, conditions: ListCondition[], rows: Rows): Promise<Found> {
  const { sort, limit } = query;
  const { results } = await statement(
    db,
    (bind) =>
      `WITH candidates AS MATERIALIZED (${rows(bind)} LIMIT ${MAX_CANDIDATES})
       SELECT l.n, l.${sort} AS at FROM candidates CROSS JOIN listing l ON l.n = candidates.n
       WHERE ${holding(conditions, bind)} AND ${within(query, bind)}
       ORDER BY l.${sort} DESC, l.n DESC LIMIT ${bind(limit + 1)}`,
  ).all<{ n: number; at: number }>();
  return toPage(results, query, null);
}

/** Those that meet all conditions, of the next so many in the list's order. */
async function listInOrder(db: Database, query: TimedQuery, conditions: ListCondition[]): Promise<Found> {
  const { sort, limit } = query;
  const inOrder = (bind: Bind) => `listing l INDEXED BY listing_${sort} WHERE ${within(query, bind)}`;
  const end = await statement(
    db,
    (bind) =>
      `SELECT l.n, l.${sort} AS at FROM ${inOrder(bind)} ORDER BY l.${sort} DESC, l.n DESC LIMIT 1 OFFSET ${MAX_ARTICLES_LOOKED_AT}`,
  ).first<{ n: number; at: number }>();
  const { results } = await statement(
    db,
    (bind) =>
      `SELECT l.n, l.${sort} AS at FROM ${inOrder(bind)} AND ${holding(conditions, bind)}
         ${end ? `AND l.${sort} >= ${bind(end.at)} AND (l.${sort}, l.n) > (${bind(end.at)}, ${bind(end.n)})` : ""}
       ORDER BY l.${sort} DESC, l.n DESC LIMIT ${bind(limit + 1)}`,
  ).all<{ n: number; at: number }>();
  // The next page begins with the first that was not looked at.
  return toPage(results, query, end && { sort, at: end.at, n: end.n + 1 });
}

function toPage(found: { n: number; at: number }[], { sort, limit }: TimedQuery, reached: ListCursor | null): Found {
  const last = found[limit - 1];
  const next = found.length > limit && last ? { sort, ...last } : reached;
  return { rows: found.slice(0, limit).map(({ n }) => n), next };
}

/** The best matches first, among the candidates of a condition or, where each has many, among the newest. */
async function listRanked(
  db: Database,
  { after, limit, from, to }: ListQuery,
  words: WeighedMatch | undefined,
  conditions: ListCondition[],
  least: ListCondition | undefined,
): Promise<Found> {
  if (!words) return { rows: [], next: null };
  const newest =
    after?.n ?? (await db.prepare("SELECT max(n) AS n FROM listing").first<{ n: number | null }>())?.n ?? 0;
  const skip = after?.sort === "rank" ? after.skip : 0;
  const others = conditions.filter((one) => one !== least);
  const { results } = await statement(db, (bind) => {
    const matched = rankedMatches(words, MAX_RANKED, `rowid <= ${bind(newest)} AND ${amongFew(least, bind)}`, bind);
    return `SELECT l.n FROM (${matched}) matched CROSS JOIN listing l ON l.n = matched.n
       WHERE ${holding(others, bind)} AND ${within({ sort: "published", from, to }, bind)}
       ORDER BY matched.rank, l.n DESC LIMIT ${bind(limit + 1)} OFFSET ${bind(skip)}`;
  }).all<{ n: number }>();
  const next: ListCursor | null = results.length > limit ? { sort: "rank", skip: skip + limit, n: newest } : null;
  return { rows: results.slice(0, limit).map(({ n }) => n), next };
}

/** SQL: whether a row meets all conditions. */
const holding = (conditions: ListCondition[], bind: Bind): string =>
  ["true", ...conditions.map((one) => one.holds(bind))].join(" AND ");

/** SQL: whether a row is in the time that is asked for, and after the cursor. */
function within({ sort, from, to, after }: Pick<TimedQuery, "sort" | "from" | "to" | "after">, bind: Bind): string {
  const column = `l.${sort}`;
  return [
    "true",
    ...(from === undefined ? [] : [`${column} >= ${bind(from)}`]),
    ...(to === undefined ? [] : [`${column} <= ${bind(to)}`]),
    ...(after && "at" in after
      ? [`${column} <= ${bind(after.at)}`, `(${column}, l.n) < (${bind(after.at)}, ${bind(after.n)})`]
      : []),
  ].join(" AND ");
}
