import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import type { Database, PreparedStatement } from "../../../../../src/service/home.ts";
import { Search } from "../../../../../src/service/pages/directory/search.ts";
import { pass, startClock } from "../../../clock.ts";
import { definitionOf, stateOf } from "../../fixtures.ts";

interface TitleRow {
  entry_id: string;
  title: string;
  published: number;
  language: null;
  feeds: string;
}

const row = (id: string, title: string, minute = 0): TitleRow => ({
  entry_id: `tag:x,2026:${id}`,
  title,
  published: Date.UTC(2026, 0, 1, 0, minute),
  language: null,
  feeds: '["all"]',
});

/** A store of titles, which counts how often they are read. */
function titles(rows: TitleRow[]) {
  const read = vi.fn();
  const statement: Partial<PreparedStatement> = {
    bind: () => statement as PreparedStatement,
    all: async <Row>() => {
      read();
      return { results: rows as Row[], meta: { changes: 0 } };
    },
  };
  return { db: { prepare: () => statement } as unknown as Database, rows, read };
}

const FEEDS = [
  definitionOf({ slug: "all", title: "Everything", description: "All the news" }),
  definitionOf({ slug: "storm", title: "Storm Maren", description: "Wind and water" }),
];
const states = (edition = 1) => [stateOf({ slug: "all", edition }), stateOf({ slug: "storm" })];

beforeEach(() => void startClock(Date.UTC(2026, 2, 1)));
afterEach(() => void vi.useRealTimers());

describe("a search", () => {
  const store = titles([row("a", "The harbour is closed"), row("b", "The harbour opens", 5), row("c", "Votes", 3)]);
  const find = (query: string) => new Search().find(store.db, FEEDS, states(), query);

  it.each([
    ["one word", "harbour", ["b", "a"]],
    ["all words, in any order", "closed the", ["a"]],
    ["parts of words", "har ope", ["b"]],
    ["another word", "ferry", []],
    ["words of which one is nowhere", "harbour ferry", []],
  ])("for %s finds the stories that hold them, the newest first", async (_, query, ids) => {
    const { stories, total } = await find(query);
    expect([stories.map(({ entryId }) => entryId), total]).toEqual([ids.map((id) => `tag:x,2026:${id}`), ids.length]);
  });

  it("finds feeds by title and description together", async () => {
    const slugs = async (query: string) => (await find(query)).feeds.map(({ slug }) => slug);
    expect(await slugs("maren water")).toEqual(["storm"]);
    expect(await slugs("news")).toEqual(["all"]);
    expect(await slugs("e")).toEqual(["all", "storm"]);
  });

  it("of nothing finds nothing, and reads nothing", async () => {
    const { db, read } = titles([row("a", "A")]);
    expect(await new Search().find(db, FEEDS, states(), "  ")).toEqual({ query: "", feeds: [], stories: [], total: 0 });
    expect(read).not.toHaveBeenCalled();
  });

  it("says what it looked for: as much of a query as it took", async () => {
    expect((await find("x".repeat(300))).query).toBe("x".repeat(100));
  });

  it("gives thirty stories at most, and says how many there are", async () => {
    const { db } = titles(Array.from({ length: 45 }, (_, index) => row(`n${index}`, "Storm", index)));
    const { stories, total } = await new Search().find(db, FEEDS, states(), "storm");
    expect([stories.length, stories[0]?.entryId, total]).toEqual([30, "tag:x,2026:n44", 45]);
  });
});

describe("the titles that a search looks through", () => {
  const store = titles([row("a", "Storm")]);
  let search: Search;
  const readsFor = async (edition = 1) => {
    await search.find(store.db, FEEDS, states(edition), "storm");
    return store.read.mock.calls.length;
  };
  beforeEach(() => {
    search = new Search();
    store.read.mockClear();
  });

  it("are read once for many searches", async () => expect([await readsFor(), await readsFor()]).toEqual([1, 1]));

  it("are read again when a feed has another edition", async () =>
    expect([await readsFor(1), await readsFor(2), await readsFor(2)]).toEqual([1, 2, 2]));

  it("are read again after a minute without one, for stories may have been taken back", async () => {
    await readsFor();
    pass(60_000);
    expect(await readsFor()).toBe(1);
    pass(1);
    expect(await readsFor()).toBe(2);
  });
});
