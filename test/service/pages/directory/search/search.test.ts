import { beforeEach, describe, expect, it } from "vitest";
import { resultPages, STORIES_ON_PAGE, searchFeeds } from "../../../../../src/service/pages/directory/search.ts";
import { article, newsroom } from "../../../newsroom.ts";
import { recordQueries } from "../../../store/recording.ts";
import { definitionOf } from "../../fixtures.ts";

const FEEDS = [
  definitionOf({ slug: "all", title: "Everything", description: "All the news" }),
  definitionOf({ slug: "storm", title: "Storm Maren", description: "Wind and water" }),
];
const { db, queries } = recordQueries();
const find = (query: string, page?: string) => searchFeeds(db, FEEDS, { query, page }, Date.now());

describe("a search", () => {
  beforeEach(() => queries.clear());

  it("finds feeds by title and description together", async () => {
    await newsroom();
    const slugs = async (query: string) => (await find(query)).feeds.map(({ slug }) => slug);
    expect(await slugs("maren water")).toEqual(["storm"]);
    expect(await slugs("news")).toEqual(["all"]);
    expect(await slugs("e")).toEqual(["all", "storm"]);
  });

  it.each(["  ", '"', "… —"])("of “%s”, which is no word, finds no story and asks for none", async (query) => {
    expect(await find(query)).toMatchObject({ stories: [], total: 0, page: 1 });
    expect(queries.size).toBe(0);
  });

  it("says what it looked for: as much of a query as it took", async () => {
    await newsroom();
    expect((await find("x".repeat(300))).query).toBe("x".repeat(100));
  });

  it("goes from page to page, each story once; a page behind the last is the first", async () => {
    const room = await newsroom([{ slug: "all", title: "All", description: "All", entries: 40 }]);
    const count = STORIES_ON_PAGE + 3;
    for (let n = 0; n < count; n += 1) await room.put(article(`n${n}`, { title: "Storm" }));
    await room.publish();
    const [first, second] = [await find("storm"), await find("storm", "2")];
    const ids = [...first.stories, ...second.stories].map(({ entryId }) => entryId);
    expect([first.total, first.stories.length, new Set(ids).size]).toEqual([count, STORIES_ON_PAGE, count]);
    expect(second.feeds).toEqual([]);
    for (const page of ["3", "99", "0", "x", "-1"]) expect((await find("storm", page)).page).toBe(1);
  });

  it("has a last page, however many stories there are", () =>
    expect([resultPages(0), resultPages(10), resultPages(11), resultPages(1_000_000)]).toEqual([0, 1, 2, 20]));
});
