import { describe, expect, it } from "vitest";
import type { Database, PreparedStatement, Rows } from "../../../src/service/home.ts";
import { here } from "../../homes/here.ts";
import { isHere } from "../../homes/one-home.ts";
import { TRIPS, type Trip, trips } from "./trips.ts";

type Metered = Rows<unknown> & { meta: { rows_read: number } };

/** The test's store, which adds up the rows that it reads. */
function countRows(): { db: Database; read: () => number } {
  const inner = new WeakMap<PreparedStatement, PreparedStatement>();
  let read = 0;
  const metered = <T>(rows: T): T => {
    read += (rows as Metered).meta.rows_read;
    return rows;
  };
  const counted = (statement: PreparedStatement): PreparedStatement => {
    const own: PreparedStatement = {
      bind: (...values) => counted(statement.bind(...values)),
      all: async <Row>() => metered(await statement.all<Row>()),
      first: async <Row>() => metered(await statement.all<Row>()).results[0] ?? null,
      run: async () => metered(await statement.run()),
    };
    inner.set(own, statement);
    return own;
  };
  const db: Database = {
    prepare: (sql) => counted(here.db.prepare(sql)),
    batch: async (statements) =>
      (await here.db.batch<never>(statements.map((one) => inner.get(one) ?? one))).map(metered),
  };
  return { db, read: () => read };
}

/** The clock has not come there yet. */
const LATER = Date.UTC(2100, 0, 1);

/** So many feeds more: each has a story, an edition that is older than any that is kept, a reader, and a story that is to come. */
async function fill(feeds: number): Promise<void> {
  const each = (table: string, values: string) =>
    here.db.prepare(
      `WITH RECURSIVE n (i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < ${feeds}) INSERT INTO ${table} SELECT ${values} FROM n`,
    );
  await here.db.batch([
    each(
      "feed (slug, selection, presentation, page_size, changed, composed, edition, due_at)",
      `'tag/' || i, '{}', '{}', 10, 1, 1, 1, ${LATER}`,
    ),
    each(
      "edition (feed, number, published_at, entries, validators, manifest, changes, is_current)",
      "'tag/' || i, 1, 0, 1, '{}', '[]', '{}', 1",
    ),
    each("membership (feed, article_id, updated, visible_from)", "'tag/' || i, 'old', 0, 0"),
    each("membership (feed, article_id, updated, visible_from)", `'tag/' || i, 'new', 0, ${LATER}`),
    each("polled (feed, format, coding, at)", `'tag/' || i, 'rss', 'gzip', ${Date.now()}`),
  ]);
}

/** The rows that each trip reads, beside so many feeds. */
async function readBeside(
  feeds: number,
  prepare = async (): Promise<unknown> => undefined,
): Promise<Record<Trip, number>> {
  const { db, read } = countRows();
  const made = await trips(db);
  await fill(feeds);
  await prepare();
  const rows = {} as Record<Trip, number>;
  for (const trip of TRIPS) {
    const before = read();
    await made[trip]();
    rows[trip] = read() - before;
  }
  return rows;
}

describe.runIf(isHere("the count of rows that a statement has read"))("what reads as much of the store", () => {
  it("however many feeds there are: storing, publishing, sweeping, starting, and /health", async () => {
    const few = await readBeside(10);
    const many = await readBeside(10_000);
    expect(Math.min(...Object.values(few))).toBeGreaterThan(0);
    for (const trip of TRIPS) expect(many[trip] / few[trip], trip).toBeLessThanOrEqual(1.2);
  });

  it("would read more without an index", async () => {
    const drop = () => here.db.prepare("DROP INDEX feed_due").run();
    const few = await readBeside(10, drop);
    const many = await readBeside(1_000, drop);
    for (const trip of ["publishing", "sweeping", "starting"] as const)
      expect(many[trip] / few[trip], trip).toBeGreaterThan(1.2);
  });
});
