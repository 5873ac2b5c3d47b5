import { beforeEach, describe, expect, it } from "vitest";
import type { Database } from "../../../src/service/home.ts";
import { visible, visibleOrNotice } from "../../../src/service/store/visible.ts";
import { emptyStore, insertMembership } from "./rows.ts";

const NOW = 100;

describe("whether a membership may be seen", () => {
  let db: Database;
  beforeEach(async () => {
    db = await emptyStore();
  });

  const isSeen = async (condition: (row: string, now: string) => string): Promise<boolean> =>
    (await db
      .prepare(`SELECT 1 FROM membership m WHERE ${condition("m", "?1")}`)
      .bind(NOW)
      .first()) !== null;

  it.each([
    ["from now on", { visible_from: NOW }, true, true],
    ["from later on", { visible_from: NOW + 1 }, false, false],
    ["until later", { visible_until: NOW + 1 }, true, true],
    ["until now", { visible_until: NOW }, false, false],
    ["as a notice until now", { visible_until: NOW, notice: 1 }, false, true],
    ["as a notice from later on", { visible_from: NOW + 1, visible_until: NOW + 2, notice: 1 }, false, false],
  ])("%s: in a feed, and in a page of its archive, where notices stand for good", async (_, fields, feed, page) => {
    await insertMembership(db, "all", "a", fields);
    expect([await isSeen(visible), await isSeen(visibleOrNotice)]).toEqual([feed, page]);
  });

  it("holds its own in a condition that goes on", async () => {
    await insertMembership(db, "all", "a", { visible_until: NOW + 1 });
    expect(await isSeen((row, now) => `m.feed = 'other' AND ${visible(row, now)}`)).toBe(false);
    expect(await isSeen((row, now) => `m.feed = 'other' AND ${visibleOrNotice(row, now)}`)).toBe(false);
  });
});
