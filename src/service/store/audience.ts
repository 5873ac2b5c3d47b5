import type { FeedPolls } from "../../audience/costly.ts";
import { MAX_SOURCES } from "../../audience/count-polls.ts";
import { type Count, noSums, type Report, type Sums } from "../../audience/count-record.ts";
import { dayOf, daysBefore, daysBetween } from "../../audience/days.ts";
import type { Readers } from "../../audience/summary.ts";
import { isConflict } from "../conflict.ts";
import type { Database } from "../home.ts";
import { MAX_PRUNED } from "./history.ts";

/** Thirteen months: a month can be held against the same one of the year before. Older days are dropped. */
export const AUDIENCE_DAYS = 400;

/** Counts to be stored at once or not at all. */
export interface Batch {
  /** The day it was made, and a random id: sent twice it counts once. */
  day: string;
  id: string;
  counts: Count[];
  reports: Report[];
}

/** A count with the sum of what aggregators reported of its document that day; null where none did. */
export type StoredCount = Count & { subscribers: number | null };

/** Whole days, `YYYY-MM-DD`, both included. */
export interface Range {
  from: string;
  to: string;
  /** Absent: all feeds. */
  feed?: string;
}

/**
 * Adds a batch up with what is stored. Race: instances count the same document at once; each adds its own, and of their
 * reports the latest stays. A batch that is in already changes nothing.
 */
export async function saveBatch(db: Database, { day, id, counts, reports }: Batch): Promise<void> {
  try {
    await db.batch([
      db.prepare("INSERT INTO audience_batch (day, id) VALUES (?, ?)").bind(day, id),
      db.prepare(ADD_COUNTS).bind(JSON.stringify(counts)),
      db.prepare(ADD_REPORTS).bind(JSON.stringify(reports)),
    ]);
  } catch (error) {
    if (!isConflict(error, "audience_batch")) throw error;
  }
}

const SUMS = Object.keys(noSums()) as (keyof Sums)[];
const KEY = ["day", "feed", "format", "product"];

const values = (columns: string[]): string => columns.map((column) => `value ->> '${column}'`).join(", ");

/** `WHERE true`: without it SQLite takes the ON of ON CONFLICT for a join's. */
const ADD_COUNTS = `INSERT INTO audience (${[...KEY, ...SUMS].join(", ")})
  SELECT ${values([...KEY, ...SUMS])} FROM json_each(?1) WHERE true
  ON CONFLICT (${KEY.join(", ")}) DO UPDATE SET ${SUMS.map((column) => `${column} = ${column} + excluded.${column}`).join(", ")}`;

const SAME_DOCUMENT = KEY.map((column) => `r.${column} = value ->> '${column}'`).join(" AND ");

/** Ids that are made up can be many: a document takes new ones while it has few. */
const ADD_REPORTS = `INSERT INTO audience_report (${KEY.join(", ")}, source, subscribers, reported_at)
  SELECT ${values([...KEY, "source", "subscribers", "reported_at"])} FROM json_each(?1)
  WHERE EXISTS (SELECT 1 FROM audience_report r WHERE ${SAME_DOCUMENT} AND r.source = value ->> 'source')
    OR (SELECT count(*) FROM audience_report r WHERE ${SAME_DOCUMENT}) < ${MAX_SOURCES}
  ON CONFLICT (${KEY.join(", ")}, source) DO UPDATE SET subscribers = excluded.subscribers, reported_at = excluded.reported_at
    WHERE excluded.reported_at >= reported_at`;

/** The rows of a range, in their order, `limit` of them at most. */
export async function listCounts(db: Database, range: Range, limit: number): Promise<StoredCount[]> {
  const { results } = await db
    .prepare(
      `SELECT a.*, (SELECT sum(r.subscribers) FROM audience_report r
          WHERE r.day = a.day AND r.feed = a.feed AND r.format = a.format AND r.product = a.product) AS subscribers
       FROM ${rowsOf("audience", range)} LIMIT ${limit}`,
    )
    .bind(...bindings(range))
    .all<StoredCount>();
  return results;
}

/** The rows of a range, added up by day and product. */
export async function listDays(db: Database, range: Range): Promise<(Sums & Pick<Count, "day" | "product">)[]> {
  const { results } = await db
    .prepare(
      `SELECT a.day, a.product, ${SUMS.map((column) => `sum(a.${column}) AS ${column}`).join(", ")}
       FROM ${rowsOf("audience", range)} GROUP BY a.day, a.product`,
    )
    .bind(...bindings(range))
    .all<Sums & Pick<Count, "day" | "product">>();
  return results;
}

/**
 * What each product polled of each feed, where that was more than it need have been: without conditions, or too soon. The most bytes first,
 * `limit` of them at most.
 */
export async function listCostly(db: Database, range: Range, limit: number): Promise<FeedPolls[]> {
  const summed = SUMS.map((column) => `sum(a.${column}) AS ${column}`).join(", ");
  const conditional = "a.polls_200 + a.polls_226 + a.polls_304 - a.polls_unconditional";
  const { results } = await db
    .prepare(
      `SELECT * FROM (
         SELECT a.product, a.feed, ${summed}, sum(sum(a.polls_304)) OVER of_feed AS feed_304,
           sum(sum(${conditional})) OVER of_feed AS feed_conditional
         FROM ${rowsOf("audience", range)} GROUP BY a.product, a.feed WINDOW of_feed AS (PARTITION BY a.feed)
       ) WHERE polls_unconditional > 0 OR polls_soon > 0 ORDER BY bytes_unconditional DESC, polls_soon DESC LIMIT ${limit}`,
    )
    .bind(...bindings(range))
    .all<FeedPolls>();
  return results;
}

/** Each document's readers by product, of a range's last two days: aggregators that report poll daily at least. */
export async function listReaders(db: Database, { to, feed }: Range): Promise<Readers[]> {
  const range = { from: daysBefore(to, 1), to, feed };
  const { results } = await db
    .prepare(
      `SELECT a.day, a.feed, a.format, a.product, sum(a.subscribers) AS subscribers
       FROM ${rowsOf("audience_report", range)} GROUP BY a.day, a.feed, a.format, a.product`,
    )
    .bind(...bindings(range))
    .all<Readers>();
  return results;
}

/** Drops the days that are older than `AUDIENCE_DAYS`. A day of many feeds is many rows: what is left the next sweep takes. */
export async function pruneAudience(db: Database, now: number): Promise<void> {
  const day = daysBefore(dayOf(now), AUDIENCE_DAYS);
  const drop = (table: string, columns: string[]) => {
    const key = columns.join(", ");
    const old = `SELECT ${key} FROM ${table} WHERE day < ? LIMIT ${MAX_PRUNED}`;
    return db.prepare(`DELETE FROM ${table} WHERE (${key}) IN (${old})`).bind(day);
  };
  await db.batch([
    drop("audience", KEY),
    drop("audience_report", [...KEY, "source"]),
    drop("audience_batch", ["day", "id"]),
  ]);
}

/** Day by day, so that the key finds one feed's rows too; CROSS JOIN keeps the days' order, the key orders the rest. */
const rowsOf = (table: string, { feed }: Range): string =>
  `json_each(?1) days CROSS JOIN ${table} a ON a.day = days.value${feed === undefined ? "" : " AND a.feed = ?2"}`;

const bindings = ({ from, to, feed }: Range): string[] => [
  JSON.stringify(daysBetween(from, to)),
  ...(feed === undefined ? [] : [feed]),
];
