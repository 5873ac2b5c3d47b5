import { beforeEach, describe, expect, it } from "vitest";
import type { Database } from "../../../src/service/home.ts";
import { findNextDue, listDue, markAhead, markDue, postpone, settle } from "../../../src/service/store/due.ts";
import { emptyStore, insert, insertFeed, insertMembership, select } from "./rows.ts";

const NOW = 100_000;

let db: Database;
beforeEach(async () => {
  db = await emptyStore();
});

describe("what is due", () => {
  const feeds = async (...rows: [slug: string, due: number | null, urgent?: 0 | 1][]) => {
    for (const [slug, due_at, urgent = 0] of rows) await insertFeed(db, slug, { due_at, urgent });
  };

  it("is what a story has to come out of first, then what has waited longest", async () => {
    await feeds(["b", NOW - 1], ["a", NOW], ["late", NOW + 1], ["never", null], ["last", NOW - 2], ["taken", NOW, 1]);
    expect(await listDue(db, NOW, [], 10)).toEqual(["taken", "last", "b", "a"]);
  });

  it("is so many at most, and none of those that are set aside", async () => {
    await feeds(["a", 1], ["b", 2], ["c", 3, 1], ["d", 4]);
    expect(await listDue(db, NOW, [], 2)).toEqual(["c", "a"]);
    expect(await listDue(db, NOW, ["c", "a"], 2)).toEqual(["b", "d"]);
  });

  it("is due next at the first time ahead", async () => {
    await feeds(["a", NOW + 9], ["b", NOW + 7, 1], ["c", NOW], ["d", null]);
    expect(await findNextDue(db, NOW)).toBe(NOW + 7);
    expect(await findNextDue(db, NOW + 7)).toBe(NOW + 9);
    expect(await findNextDue(db, NOW + 9)).toBeNull();
  });
});

describe("a feed that has been looked at", () => {
  const state = () => select(db, "SELECT due_at, urgent FROM feed");

  it("is due again when the next article comes into its sight or leaves it, and never where none will", async () => {
    await insertFeed(db, "all", { changed: 4, due_at: 0, urgent: 1 });
    await settle(db, "all", 4, NOW);
    expect(await state()).toEqual([{ due_at: null, urgent: 0 }]);
    await insertMembership(db, "all", "a", { visible_from: NOW, visible_until: NOW + 9 });
    await insertMembership(db, "all", "b", { visible_from: NOW + 7 });
    await insertMembership(db, "other", "c", { visible_from: NOW + 1 });
    for (const [now, due_at] of [
      [NOW, NOW + 7],
      [NOW + 7, NOW + 9],
      [NOW + 9, null],
    ] as const) {
      await settle(db, "all", 4, now);
      expect(await state()).toEqual([{ due_at, urgent: 0 }]);
    }
  });

  it("goes to the end of the line when it is taken up, and one that is leased stays so", async () => {
    for (const [slug, due_at] of [
      ["a", 1],
      ["b", 2],
      ["leased", NOW + 9],
    ] as const)
      await insertFeed(db, slug, { due_at });
    for (const slug of ["a", "leased"]) await db.batch(markDue(db, slug, NOW));
    expect(await listDue(db, NOW + 9, [], 9)).toEqual(["b", "a", "leased"]);
    expect(await listDue(db, NOW, [], 9)).toEqual(["b", "a"]);
  });

  it("stays due where it has changed meanwhile", async () => {
    await insertFeed(db, "all", { changed: 5, due_at: 3, urgent: 1 });
    await settle(db, "all", 4, NOW);
    await postpone(db, "all", 4, NOW);
    expect(await state()).toEqual([{ due_at: 3, urgent: 1 }]);
  });

  it("may have to wait", async () => {
    await insertFeed(db, "all", { changed: 5, due_at: 3, urgent: 1 });
    await postpone(db, "all", 5, NOW);
    expect(await state()).toEqual([{ due_at: NOW, urgent: 1 }]);
  });
});

describe("what has come into sight or left it", () => {
  beforeEach(async () => {
    await insertFeed(db, "all", { swept_at: NOW, composed: 1 });
    await insertFeed(db, "sport", { swept_at: NOW, composed: 1 });
  });

  const changed = async () =>
    (await select(db, "SELECT changed, stale_since, swept_at FROM feed ORDER BY slug")) as Record<string, unknown>[];
  const mark = (now: number) => db.batch(markDue(db, "all", now));

  it.each([
    ["comes into sight", { visible_from: NOW + 5 }],
    ["leaves it", { visible_until: NOW + 5 }],
  ])("makes a feed stale in which an article %s, once, at that very moment", async (_, fields) => {
    await insertMembership(db, "all", "a", fields);
    await insertMembership(db, "sport", "a", fields);
    await mark(NOW + 4);
    expect(await changed()).toMatchObject([{ changed: 1, stale_since: null }, { changed: 1 }]);
    await mark(NOW + 5);
    expect(await changed()).toEqual([
      { changed: 2, stale_since: NOW + 5, swept_at: NOW + 5 },
      { changed: 1, stale_since: null, swept_at: NOW },
    ]);
    await mark(NOW + 6);
    expect(await changed()).toMatchObject([{ changed: 2, stale_since: NOW + 5, swept_at: NOW + 6 }, { changed: 1 }]);
  });

  it("makes the page of the archive stale that holds the article", async () => {
    for (const page of [1, 2]) await insert(db, "archive", { feed: "all", page });
    await insertMembership(db, "all", "a", { visible_until: NOW + 5, page: 2 });
    await mark(NOW + 5);
    expect(await select(db, "SELECT page, changed FROM archive ORDER BY page")).toEqual([
      { page: 1, changed: 1 },
      { page: 2, changed: 2 },
    ]);
  });

  it("is taken back where the clock was set back: what it had let go too early comes due again", async () => {
    await insertMembership(db, "all", "a", { visible_from: NOW - 5 });
    await markAhead(db, NOW - 10);
    expect(await listDue(db, NOW - 10, [], 5)).toEqual(["all", "sport"]);
    await mark(NOW - 10);
    expect(await changed()).toMatchObject([{ changed: 2, swept_at: NOW - 10 }, { changed: 1 }]);
    await mark(NOW);
    expect(await changed()).toMatchObject([{ changed: 3, swept_at: NOW }, { changed: 1 }]);
  });

  it("lets nobody look at feeds where the clock goes on", async () => {
    await markAhead(db, NOW);
    expect(await listDue(db, NOW, [], 5)).toEqual([]);
  });
});
