import { beforeEach, describe, expect, it } from "vitest";
import { listArchiveYears } from "../../../src/service/store/archive-years.ts";
import { here } from "../../homes/here.ts";

const { db } = here;
const IDS = Array.from({ length: 6 }, (_, index) => `y${index}`);
const TIMES = ["2023-06-01", "2023-12-31T23:59:59Z", "2025-01-01T00:00:00Z", "2025-08-01", "2026-01-01", "2026-02-01"];

/** Two stories a page; the last has none yet. */
beforeEach(async () => {
  await db.prepare("DELETE FROM membership").run();
  await db.batch(
    IDS.map((id, index) =>
      db
        .prepare("INSERT INTO membership (feed, article_id, page, updated, visible_from) VALUES ('all', ?, ?, ?, 0)")
        .bind(id, index < 5 ? Math.floor(index / 2) + 1 : null, Date.parse(TIMES[index] ?? "")),
    ),
  );
});

describe("the years of an archive", () => {
  it("are those in which it has stories, each with the page of its newest", async () =>
    expect(await listArchiveYears(db, "all", 3)).toEqual([
      { year: 2026, page: 3 },
      { year: 2025, page: 2 },
      { year: 2023, page: 1 },
    ]));

  it("are those of the pages that there are", async () => {
    expect(await listArchiveYears(db, "all", 1)).toEqual([{ year: 2023, page: 1 }]);
    expect(await listArchiveYears(db, "all", 0)).toEqual([]);
    expect(await listArchiveYears(db, "none", 3)).toEqual([]);
  });
});
