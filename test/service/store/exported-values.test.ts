import { expect, it } from "vitest";
import { listExportedValues, MAX_PAGE_VALUES } from "../../../src/service/store/exported-values.ts";
import { emptyStore, insertFeed } from "./rows.ts";

it("come by pages, each once, and own definitions' feeds are none", async () => {
  const db = await emptyStore();
  await insertFeed(db, "all");
  await insertFeed(db, "zoo");
  await db
    .prepare(
      `INSERT INTO feed (slug, selection, presentation, page_size, family, value, labels, asleep, edition)
       WITH RECURSIVE n (i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < ?)
       SELECT 'tag/' || i, '', '', 50, 'tag', i, json_array('L' || i), 1, i FROM n`,
    )
    .bind(MAX_PAGE_VALUES + 2)
    .run();
  const first = await listExportedValues(db, "");
  expect(first).toHaveLength(MAX_PAGE_VALUES);
  expect(first[0]).toEqual({ slug: "tag/1", family: "tag", labels: ["L1"], edition: 1 });
  const rest = await listExportedValues(db, first.at(-1)?.slug ?? "");
  expect(rest).toHaveLength(2);
  expect(new Set([...first, ...rest].map(({ slug }) => slug)).size).toBe(MAX_PAGE_VALUES + 2);
});
