import { beforeEach, expect, it } from "vitest";
import { countFamilies, MAX_COUNTED } from "../../../src/service/store/family-counts.ts";
import { here } from "../../homes/here.ts";
import { newsroom } from "../newsroom.ts";
import { recordQueries } from "./recording.ts";

beforeEach(() => newsroom());

const insert = (family: string, count: number, columns: string) =>
  here.db
    .prepare(
      `INSERT INTO feed (slug, family, value, labels, selection, presentation, page_size, asleep, refusal)
       WITH RECURSIVE n (i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < ?2)
       SELECT ?1 || '/' || hex(randomblob(8)), ?1, hex(randomblob(8)), '[]', '', '', 50, ${columns} FROM n`,
    )
    .bind(family, count)
    .run();

it("counts of each family its values, those that are awake, and those that were refused", async () => {
  await insert("tag", 3, "1, NULL");
  await insert("tag", 2, "0, NULL");
  await insert("tag", 1, "0, '[]'");
  await insert("tag-writer", 5, "0, NULL");
  expect(await countFamilies(here.db, ["tag-writer", "tag", "none"])).toEqual([
    { path: "tag-writer", values: 5, awake: 5, refused: 0 },
    { path: "tag", values: 6, awake: 3, refused: 1 },
    { path: "none", values: 0, awake: 0, refused: 0 },
  ]);
  expect(await countFamilies(here.db, [])).toEqual([]);
});

it("counts no further than it says", async () => {
  await insert("tag", MAX_COUNTED + 5, "0, '[]'");
  const most = MAX_COUNTED;
  expect(await countFamilies(here.db, ["tag"])).toEqual([{ path: "tag", values: most, awake: most, refused: most }]);
});

it("counts by indexes alone", async () => {
  const { db, queries } = recordQueries();
  await countFamilies(db, ["tag"]);
  const [sql = ""] = queries;
  const { results } = await here.db.prepare(`EXPLAIN QUERY PLAN ${sql}`).bind("[]").all<{ detail: string }>();
  const plan = results.map(({ detail }) => detail).filter((step) => / f\b/.test(step));
  expect(plan).toHaveLength(3);
  for (const step of plan)
    expect(step).toMatch(/^SEARCH f USING (?:COVERING )?INDEX feed_(?:value|published|refused) \(/);
});
