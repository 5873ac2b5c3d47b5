import { beforeEach, describe, expect, it } from "vitest";
import { Conflict } from "../../../src/service/conflict.ts";
import type { Database } from "../../../src/service/home.ts";
import {
  findArticle,
  findKnown,
  isEmpty,
  listOwners,
  type NewRevision,
  saveRevisions,
} from "../../../src/service/store/articles.ts";
import { emptyStore, insertFeed, parsed, select } from "./rows.ts";

const NOW = 100_000;

let db: Database;
beforeEach(async () => {
  db = await emptyStore();
  for (const slug of ["all", "sport", "other"]) await insertFeed(db, slug, { changed: 3, composed: 3 });
});

const revision = (id: string, more: Partial<NewRevision> = {}, feeds = ["all"]): NewRevision => ({
  article: parsed(id),
  entryId: `entry:${id}`,
  revision: 1,
  dates: { published: 10, updated: 20, public: false },
  memberships: feeds.map((feed) => ({
    ...{ feed, article_id: id, updated: 20, visible_from: 10, visible_until: null, notice: 0 as const },
  })),
  touched: feeds,
  ...more,
});

describe("an article that is saved", () => {
  it("is found as it is, with its revision and its entry's id", async () => {
    const article = parsed("ä/1 '\"", { title: "quotes \" ' \\ 😀 \u2028", tags: ["1e5", "null"] });
    await saveRevisions(db, [revision(article.id, { article })], NOW);
    expect(await findArticle(db, article.id)).toEqual({ article, revision: 1, entryId: `entry:${article.id}` });
    expect(await findArticle(db, "nothing")).toBeNull();
  });

  it("has one current revision, and keeps those before it with the time when they ended", async () => {
    await saveRevisions(db, [revision("a")], NOW);
    const article = parsed("a", { title: "New" });
    const dates = { published: 10, updated: 30, public: true };
    await saveRevisions(db, [revision("a", { article, revision: 2, dates })], NOW + 1);
    expect(await findArticle(db, "a")).toMatchObject({ revision: 2, article: { title: "New" } });
    expect(await select(db, "SELECT revision, stored_at, updated, superseded_at FROM revision")).toEqual([
      { revision: 1, stored_at: NOW, updated: 20, superseded_at: NOW + 1 },
      { revision: 2, stored_at: NOW + 1, updated: 30, superseded_at: null },
    ]);
    expect(await select(db, "SELECT published, updated, public FROM article")).toEqual([
      { published: 10, updated: 30, public: 1 },
    ]);
  });

  it("never gets another entry's id, whatever a later revision says", async () => {
    await saveRevisions(db, [revision("a")], NOW);
    await saveRevisions(db, [revision("a", { revision: 2, entryId: "other" })], NOW);
    expect(await findArticle(db, "a")).toMatchObject({ entryId: "entry:a", revision: 2 });
  });

  it("makes the feeds stale that it touches; those that were fresh have to be woken for", async () => {
    expect(await saveRevisions(db, [revision("a", {}, ["all", "sport"])], NOW)).toEqual(["all", "sport"]);
    expect(await saveRevisions(db, [revision("b", {}, ["all"])], NOW + 1)).toEqual([]);
    expect(await select(db, "SELECT slug, changed, stale_since FROM feed ORDER BY slug")).toEqual([
      { slug: "all", changed: 5, stale_since: NOW },
      { slug: "other", changed: 3, stale_since: null },
      { slug: "sport", changed: 4, stale_since: NOW },
    ]);
  });

  it("in one save with others touches a feed once", async () => {
    await saveRevisions(db, [revision("a"), revision("b"), revision("c", { touched: ["nothing"] }, ["all"])], NOW);
    expect(await select(db, "SELECT changed FROM feed WHERE slug = 'all'")).toEqual([{ changed: 4 }]);
  });

  it("that leaves a feed makes it stale, too", async () => {
    await saveRevisions(db, [revision("a")], NOW);
    await saveRevisions(db, [revision("a", { revision: 2, touched: ["all", "sport"] }, ["sport"])], NOW);
    expect(await select(db, "SELECT feed FROM membership")).toEqual([{ feed: "sport" }]);
  });
});

describe("two saves that meet", () => {
  it.each([
    ["one revision's number", "revision", revision("a")],
    ["one entry's id", "article", revision("b", { entryId: "entry:a" })],
  ])("in %s: the second is kept out whole, and says so", async (_, table, second) => {
    await saveRevisions(db, [revision("a")], NOW);
    const tables = ["article", "revision", "membership", "feed"];
    const before = await Promise.all(tables.map((one) => select(db, `SELECT * FROM ${one}`)));
    const fault = await saveRevisions(db, [revision("c"), second], NOW + 1).catch((error: unknown) => error);
    expect(fault).toBeInstanceOf(Conflict);
    expect(fault).toMatchObject({ table });
    expect(await Promise.all(tables.map((one) => select(db, `SELECT * FROM ${one}`)))).toEqual(before);
  });
});

describe("what is known", () => {
  beforeEach(async () => {
    const dates = { published: 10, updated: 20, public: true };
    await saveRevisions(db, [revision("a", { dates }, ["all", "sport"]), revision("b", {}, [])], NOW);
  });

  it("is each article's revision, dates and feeds, and whose entries are whose", async () => {
    const { known, owners } = await findKnown(db, ["a", "b", "nothing"], ["entry:b", "entry:nothing"], []);
    expect(Object.fromEntries(known)).toEqual({
      a: {
        ...{ article: parsed("a"), entryId: "entry:a", revision: 1, feeds: ["all", "sport"], unshown: false },
        dates: { published: 10, updated: 20, public: true },
      },
      b: {
        ...{ article: parsed("b"), entryId: "entry:b", revision: 1, feeds: [], unshown: false },
        dates: { published: 10, updated: 20, public: false },
      },
    });
    expect([...owners]).toEqual([["entry:b", "b"]]);
  });

  it("of nothing is nothing", async () => {
    expect(await findKnown(db, [], [], [])).toEqual({ known: new Map(), owners: new Map(), holders: new Map() });
  });

  it("of entries is whose they are", async () => {
    expect([...(await listOwners(db, ["entry:a", "entry:nothing"]))]).toEqual([["entry:a", "a"]]);
  });
});

describe("a store", () => {
  it("is empty until something was ever stored", async () => {
    expect(await isEmpty(db)).toBe(true);
    await saveRevisions(db, [revision("a", { article: parsed("a", { status: "withheld" }) }, [])], NOW);
    expect(await isEmpty(db)).toBe(false);
  });
});
