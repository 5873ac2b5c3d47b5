import { beforeEach, describe, expect, it } from "vitest";
import type { Membership } from "../../../src/feed/membership.ts";
import type { Database } from "../../../src/service/home.ts";
import { replaceMemberships } from "../../../src/service/store/memberships.ts";
import { emptyStore, insert, insertMembership, select } from "./rows.ts";

let db: Database;
beforeEach(async () => {
  db = await emptyStore();
});

const membership = (feed: string, article_id: string, more: Partial<Membership> = {}): Membership => ({
  ...{ feed, article_id, updated: 10, visible_from: 20, visible_until: null, notice: 0 },
  ...more,
});

/** Replaces the memberships of an article. */
const replace = (id: string, ...rows: Membership[]) => db.batch(replaceMemberships(db, "m.article_id = ?1", id, rows));

const pairs = async () =>
  (await select(db, "SELECT feed || '/' || article_id AS pair FROM membership ORDER BY pair")).map(
    (row) => (row as { pair: string }).pair,
  );

const changedPages = () => select(db, "SELECT feed, page, changed FROM archive ORDER BY feed, page");

describe("an article's memberships", () => {
  it("are those that are given, in the place of those there were", async () => {
    await replace("a", membership("all", "a"), membership("politics", "a"));
    await replace("a", membership("all", "a"), membership("sport", "a", { visible_until: 90, notice: 1 }));
    expect(await select(db, "SELECT * FROM membership ORDER BY feed")).toEqual([
      { ...membership("all", "a"), page: null },
      { ...membership("sport", "a", { visible_until: 90, notice: 1 }), page: null },
    ]);
  });

  it("are none where none are given; those out of scope stay", async () => {
    await replace("a", membership("all", "a"));
    await replace("b", membership("all", "b"));
    await replace("a");
    expect(await pairs()).toEqual(["all/b"]);
  });

  it("that stay take up new times", async () => {
    await replace("a", membership("all", "a", { visible_until: 90, notice: 1 }));
    await replace("a", membership("all", "a", { updated: 30, visible_from: 40 }));
    expect(await select(db, "SELECT * FROM membership")).toEqual([
      { ...membership("all", "a", { updated: 30, visible_from: 40 }), page: null },
    ]);
  });
});

describe("pages of archives", () => {
  beforeEach(async () => {
    for (const [feed, page] of [
      ["all", 1],
      ["all", 2],
      ["sport", 1],
    ] as const)
      await insert(db, "archive", { feed, page });
    await insertMembership(db, "all", "a", { page: 1 });
    await insertMembership(db, "sport", "a", { page: 1 });
    await insertMembership(db, "all", "b", { page: 2 });
  });

  it("keep an article whose membership stays, and have to be composed anew", async () => {
    await replace("a", membership("all", "a"), membership("sport", "a"));
    expect(await select(db, "SELECT feed, page FROM membership WHERE article_id = 'a' ORDER BY feed")).toEqual([
      { feed: "all", page: 1 },
      { feed: "sport", page: 1 },
    ]);
    expect(await changedPages()).toEqual([
      { feed: "all", page: 1, changed: 2 },
      { feed: "all", page: 2, changed: 1 },
      { feed: "sport", page: 1, changed: 2 },
    ]);
  });

  it("have to be composed anew where an article leaves them", async () => {
    await replace("b");
    expect(await changedPages()).toEqual([
      { feed: "all", page: 1, changed: 1 },
      { feed: "all", page: 2, changed: 2 },
      { feed: "sport", page: 1, changed: 1 },
    ]);
  });

  it("are not touched by an article that comes: it is not in the archive yet", async () => {
    await replace("c", membership("all", "c"));
    expect((await changedPages()).map((row) => (row as { changed: number }).changed)).toEqual([1, 1, 1]);
  });
});
