import { beforeEach, describe, expect, it } from "vitest";
import type { Count, Report } from "../../../src/audience/count-record.ts";
import type { Database } from "../../../src/service/home.ts";
import {
  AUDIENCE_DAYS,
  type Batch,
  listCostly,
  listCounts,
  listDays,
  listReaders,
  pruneAudience,
  saveBatch,
} from "../../../src/service/store/audience.ts";
import { emptyStore, select } from "./rows.ts";

const DAY = "2026-03-15";

let db: Database;
beforeEach(async () => {
  db = await emptyStore();
});

const NAMES = { day: DAY, feed: "all", format: "rss", product: "Feedly" };
const count = (more: Partial<Count> = {}): Count => ({
  ...{ ...NAMES, polls_200: 1, polls_226: 2, polls_304: 3, polls_other: 4, bytes_sent: 5, bytes_saved: 6 },
  ...{ polls_unconditional: 7, bytes_unconditional: 8, polls_soon: 9 },
  ...more,
});
const report = (subscribers: number, reported_at: number, more: Partial<Report> = {}): Report => ({
  ...{ ...NAMES, source: "s", subscribers, reported_at },
  ...more,
});
const save = (id: string, batch: Partial<Batch>) => saveBatch(db, { day: DAY, id, counts: [], reports: [], ...batch });
const list = (more: object = {}, limit = 99) => listCounts(db, { from: DAY, to: DAY, ...more }, limit);

describe("counts that are stored", () => {
  it("are added up, document by document and day by day, whoever counted them", async () => {
    await save("one", { counts: [count(), count({ product: "curl" })] });
    await save("two", { counts: [count({ polls_200: 10 })] });
    expect(await list()).toEqual([
      {
        ...{ ...NAMES, polls_200: 11, polls_226: 4, polls_304: 6, polls_other: 8, bytes_sent: 10, bytes_saved: 12 },
        ...{ polls_unconditional: 14, bytes_unconditional: 16, polls_soon: 18 },
        subscribers: null,
      },
      { ...count({ product: "curl" }), subscribers: null },
    ]);
  });

  it("count once, though a batch be sent again", async () => {
    await save("one", { counts: [count()], reports: [report(7, 1)] });
    await save("one", { counts: [count()], reports: [report(9, 2)] });
    expect(await list()).toEqual([{ ...count(), subscribers: 7 }]);
  });

  it("are those of the days and the feed that are asked for, and no more than asked for", async () => {
    await save("one", {
      counts: [count({ day: "2026-03-14" }), count(), count({ feed: "sport" }), count({ day: "2026-03-16" })],
    });
    expect((await list({ from: "2026-03-14" })).map(({ day, feed }) => [day, feed])).toEqual([
      ["2026-03-14", "all"],
      [DAY, "all"],
      [DAY, "sport"],
    ]);
    expect(await list({ feed: "sport" })).toHaveLength(1);
    expect(await list({}, 1)).toHaveLength(1);
  });

  it("are added up by day and product", async () => {
    await save("one", { counts: [count(), count({ feed: "sport" }), count({ format: "json", product: "curl" })] });
    expect(await listDays(db, { from: DAY, to: DAY })).toEqual([
      {
        ...{ day: DAY, product: "Feedly", polls_200: 2, polls_226: 4, polls_304: 6, polls_other: 8 },
        ...{ bytes_sent: 10, bytes_saved: 12, polls_unconditional: 14, bytes_unconditional: 16, polls_soon: 18 },
      },
      expect.objectContaining({ product: "curl", polls_200: 1 }),
    ]);
  });
});

describe("what costs more than need be", () => {
  const blind = (more: Partial<Count> = {}) =>
    count({ polls_226: 0, polls_304: 0, polls_other: 0, polls_soon: 0, ...more });
  const costly = (more: object = {}, limit = 99) => listCostly(db, { from: DAY, to: DAY, ...more }, limit);

  it("is told by product and feed, with how all conditional polls of that feed fared", async () => {
    await save("one", {
      counts: [
        blind({ product: "curl", polls_200: 5, polls_unconditional: 5, bytes_unconditional: 50 }),
        blind({ product: "curl", format: "atom", polls_200: 2, polls_unconditional: 2, bytes_unconditional: 20 }),
        blind({ polls_200: 1, polls_226: 1, polls_304: 8, polls_unconditional: 0, bytes_unconditional: 0 }),
        blind({ feed: "sport", polls_unconditional: 0, bytes_unconditional: 0, polls_304: 3, polls_soon: 2 }),
        blind({ day: "2026-03-14", product: "Wget" }),
      ],
    });
    expect(await costly()).toEqual([
      expect.objectContaining({
        ...{ product: "curl", feed: "all", polls_200: 7, polls_unconditional: 7, bytes_unconditional: 70 },
        ...{ feed_conditional: 10, feed_304: 8 },
      }),
      expect.objectContaining({ product: "Feedly", feed: "sport", polls_soon: 2, feed_conditional: 4, feed_304: 3 }),
    ]);
    expect((await costly({ from: "2026-03-14" })).map(({ product }) => product)).toEqual(["curl", "Wget", "Feedly"]);
    expect(await costly({}, 1)).toHaveLength(1);
  });
});

describe("what aggregators report", () => {
  it("is the latest of each of their ids, whichever instance was told last, and the sum of them", async () => {
    await save("one", { counts: [count()], reports: [report(7, 20), report(100, 20, { source: "other" })] });
    await save("two", { reports: [report(5, 10)] });
    expect((await list())[0]?.subscribers).toBe(107);
    await save("three", { reports: [report(5, 20)] });
    expect((await list())[0]?.subscribers).toBe(105);
  });

  it("is taken of a bounded number of ids a document; those that are known go on", async () => {
    const many = Array.from({ length: 300 }, (_, index) => report(1, 1, { source: `made up ${index}` }));
    for (const [index, one] of many.entries()) await save(`b${index}`, { reports: [one] });
    const [{ n }] = (await select(db, "SELECT count(*) AS n FROM audience_report")) as [{ n: number }];
    expect(n).toBeLessThan(300);
    await save("last", { reports: [report(77, 2, { source: "made up 0" }), report(1, 2, { source: "new" })] });
    expect(await select(db, "SELECT count(*) AS n FROM audience_report")).toEqual([{ n }]);
    expect(await select(db, "SELECT subscribers FROM audience_report WHERE source = 'made up 0'")).toEqual([
      { subscribers: 77 },
    ]);
  });

  it("is told of the last two days of a range", async () => {
    for (const day of ["2026-03-13", "2026-03-14", DAY]) await save(day, { reports: [report(7, 1, { day })] });
    expect((await listReaders(db, { from: "2026-01-01", to: DAY })).map(({ day }) => day)).toEqual(["2026-03-14", DAY]);
    expect(await listReaders(db, { from: DAY, to: DAY, feed: "sport" })).toEqual([]);
  });
});

describe("pruning", () => {
  it("drops days that are older than they are kept", async () => {
    const now = Date.parse(DAY) + AUDIENCE_DAYS * 86_400_000;
    await save("one", {
      counts: [count(), count({ day: "2026-03-14" })],
      reports: [report(1, 1, { day: "2026-03-14" })],
    });
    await saveBatch(db, { day: "2026-03-14", id: "two", counts: [], reports: [] });
    await pruneAudience(db, now);
    expect(await select(db, "SELECT day FROM audience")).toEqual([{ day: DAY }]);
    expect(await select(db, "SELECT day FROM audience_report")).toEqual([]);
    expect(await select(db, "SELECT id FROM audience_batch")).toEqual([{ id: "one" }]);
  });

  it("drops a thousand rows at most, however many feeds a day had: the next sweep goes on", async () => {
    await db
      .prepare(
        `WITH RECURSIVE n (i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < 1500)
         INSERT INTO audience SELECT '2001-01-01', 'tag/' || i, 'rss', 'p', 1, 0, 0, 0, 0, 0, 0, 0, 0 FROM n`,
      )
      .run();
    for (const left of [500, 0]) {
      await pruneAudience(db, Date.parse(DAY));
      expect(await select(db, "SELECT count(*) AS left FROM audience")).toEqual([{ left }]);
    }
  });
});
