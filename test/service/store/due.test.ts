import { beforeEach, describe, expect, it } from "vitest";
import type { Database } from "../../../src/service/home.ts";
import { findNextDue, markDue } from "../../../src/service/store/due.ts";
import { emptyStore, insert, insertFeed, insertMembership, select } from "./rows.ts";

const NOW = 100_000;

let db: Database;
beforeEach(async () => {
  db = await emptyStore();
  await insertFeed(db, "all", { swept_at: NOW, composed: 1 });
  await insertFeed(db, "sport", { swept_at: NOW, composed: 1 });
});

describe("what comes due next", () => {
  it("is the first time ahead at which an article comes into sight or leaves it, in any feed", async () => {
    await insertMembership(db, "all", "a", { visible_from: NOW, visible_until: NOW + 9 });
    await insertMembership(db, "sport", "a", { visible_from: NOW + 7 });
    expect(await findNextDue(db, NOW)).toBe(NOW + 7);
    expect(await findNextDue(db, NOW + 7)).toBe(NOW + 9);
    expect(await findNextDue(db, NOW + 9)).toBeNull();
  });

  it("is nothing of a feed that is not there", async () => {
    await insertMembership(db, "gone", "a", { visible_from: NOW + 7 });
    expect(await findNextDue(db, NOW)).toBeNull();
  });
});

describe("what has come due", () => {
  const changed = async () =>
    (await select(db, "SELECT changed, stale_since, swept_at FROM feed ORDER BY slug")) as Record<string, unknown>[];

  it.each([
    ["comes into sight", { visible_from: NOW + 5 }],
    ["leaves it", { visible_until: NOW + 5 }],
  ])("makes a feed stale in which an article %s, once, at that very moment", async (_, fields) => {
    await insertMembership(db, "all", "a", fields);
    await markDue(db, NOW + 4);
    expect(await changed()).toMatchObject([{ changed: 1, stale_since: null }, { changed: 1 }]);
    await markDue(db, NOW + 5);
    expect(await changed()).toEqual([
      { changed: 2, stale_since: NOW + 5, swept_at: NOW + 5 },
      { changed: 1, stale_since: null, swept_at: NOW + 5 },
    ]);
    await markDue(db, NOW + 6);
    expect(await changed()).toMatchObject([{ changed: 2, stale_since: NOW + 5, swept_at: NOW + 6 }, { changed: 1 }]);
  });

  it("makes the page of the archive stale that holds the article", async () => {
    for (const page of [1, 2]) await insert(db, "archive", { feed: "all", page });
    await insertMembership(db, "all", "a", { visible_until: NOW + 5, page: 2 });
    await markDue(db, NOW + 5);
    expect(await select(db, "SELECT page, changed FROM archive ORDER BY page")).toEqual([
      { page: 1, changed: 1 },
      { page: 2, changed: 2 },
    ]);
  });

  it("is taken back where the clock was set back: what it had let go too early comes due again", async () => {
    await insertMembership(db, "all", "a", { visible_from: NOW - 5 });
    await markDue(db, NOW - 10);
    expect(await changed()).toMatchObject([{ changed: 2, swept_at: NOW - 10 }, { changed: 1 }]);
    await markDue(db, NOW);
    expect(await changed()).toMatchObject([{ changed: 3, swept_at: NOW }, { changed: 1 }]);
  });
});
