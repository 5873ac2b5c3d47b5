import { beforeEach, describe, expect, it } from "vitest";
import type { FeedInput } from "../../../src/feed/catalog.ts";
import {
  listFamilyFeeds,
  listFeedsOfStories,
  listNewestFamilyFeeds,
  MAX_STORIES_COUNTED,
  searchFamilyFeeds,
  startOf,
} from "../../../src/service/store/family-values.ts";
import { here } from "../../homes/here.ts";
import { article, type Newsroom, newsroom } from "../newsroom.ts";
import { recordQueries } from "./recording.ts";

const TAGS = { by: "tag", slug: "tag/{value}", title: "{value}", description: "{value}" } as const;
const FEEDS: FeedInput[] = [
  { slug: "tags", title: "Not a family's", description: "All" },
  { ...TAGS, least: 2 },
  { ...TAGS, by: "author", slug: "author/{value}" },
  { ...TAGS, by: "section", slug: "section/{value}", access: "partner", partner: "radio" },
];
const TAG = { slug: "tag", least: 2 };
const AUTHOR = { slug: "author", least: 1 };

let desk: Newsroom;
beforeEach(async () => {
  desk = await newsroom(FEEDS);
});

const { db } = here;
const now = Date.now();
const put = (id: string, tags: string[], author = "Ada", fields = {}) =>
  desk.put(article(id, { tags, authors: [{ name: author }], section: "News", ...fields }));
const entries = (...ids: string[]) => ids.map((id) => `tag:gazette.example,2026:${id}`);
const slugs = (feeds: { slug: string }[]) => feeds.map(({ slug }) => slug);

/** Feeds of the family of tags that have so many stories each. */
async function fill(feeds: number, stories: number, prefix = "v"): Promise<void> {
  const statements = Array.from({ length: feeds }, (_, index) => `tag/${prefix}${String(index).padStart(5, "0")}`);
  for (const table of [
    `INSERT INTO feed (slug, selection, presentation, page_size, family, value, labels, asleep)
     SELECT value, '', '', 50, 'tag', value, json_array(value), 1 FROM json_each(?1) WHERE ?2`,
    `WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < ?2)
     INSERT INTO membership (feed, article_id, updated, visible_from) SELECT value, value || i, i, 0 FROM json_each(?1), n`,
  ])
    await db.prepare(table).bind(JSON.stringify(statements), stories).run();
}

describe("a family's feeds", () => {
  const list = (after = "", limit = 10) => listFamilyFeeds(db, TAG, startOf("tag") + after, { limit, now });

  it("are those that have their stories, in the order of their addresses, with what they are of", async () => {
    await put("a", ["Zürich", "Élan", "once"]);
    await put("b", ["ZÜRICH", "élan", "bay"]);
    await put("c", ["bay"], "Ada", { embargo_until: "2999-01-01T00:00:00Z" });
    expect(await list()).toEqual({
      feeds: [
        { slug: "tag/elan", family: "tag", labels: ["Élan"], stories: 2 },
        { slug: "tag/zurich", family: "tag", labels: ["Zürich"], stories: 2 },
      ],
      next: null,
    });
  });

  it("are those, too, that once had an edition", async () => {
    await put("a", ["sea"]);
    await db.prepare("UPDATE feed SET edition = 1 WHERE slug = 'tag/sea'").run();
    expect((await list()).feeds).toMatchObject([{ slug: "tag/sea", stories: 1 }]);
  });

  it("come by pages, each of which goes on where the one before ended", async () => {
    await fill(5, 2);
    const first = await list("", 2);
    const second = await list("v00001", 2);
    const third = await list("v00003", 2);
    expect([first, second, third].map(({ feeds, next }) => [slugs(feeds), next])).toEqual([
      [["tag/v00000", "tag/v00001"], "tag/v00001"],
      [["tag/v00002", "tag/v00003"], "tag/v00003"],
      [["tag/v00004"], null],
    ]);
  });

  it("are looked for among a bounded number of values: a page may have none, and the next one has", async () => {
    await fill(2_500, 1, "few");
    await fill(1, 2, "many");
    const first = await list();
    expect([first.feeds, first.next]).toEqual([[], "tag/few01999"]);
    const second = await listFamilyFeeds(db, TAG, first.next ?? "", { limit: 10, now });
    expect([slugs(second.feeds), second.next]).toEqual([["tag/many00000"], null]);
  });

  it("have their stories counted so far and no further", async () => {
    await fill(1, MAX_STORIES_COUNTED + 9);
    expect((await list()).feeds[0]?.stories).toBe(MAX_STORIES_COUNTED + 1);
  });
});

describe("a search among a family's feeds", () => {
  const search = async (wanted: string, limit = 10) => slugs(await searchFamilyFeeds(db, TAG, wanted, { limit, now }));

  it("finds those that begin with it first, and then those that have it elsewhere", async () => {
    for (const id of ["a", "b"]) await put(id, ["FC Zürich", "Zürich", "Zug", "tag", "政治家"]);
    await put("c", ["Zürichsee"]);
    expect(await search("zurich")).toEqual(["tag/zurich", "tag/fc-zurich"]);
    expect(await search("治")).toEqual(["tag/政治家"]);
    // Not what they share.
    expect(await search("tag")).toEqual(["tag/tag"]);
    expect(await search("g/")).toEqual([]);
    expect(await search("%")).toEqual([]);
    expect(await search("z", 2)).toEqual(["tag/zug", "tag/zurich"]);
  });
});

describe("the feeds with the newest stories", () => {
  const newest = async (families = [TAG, AUTHOR], limit = 10) =>
    slugs(await listNewestFamilyFeeds(db, families, { limit, now }));

  it("are the asked families' alone, the newest first, as many as are asked for", async () => {
    await put("a", ["sea"], "Bo");
    await put("b", ["sea", "sky"], "Ada");
    await put("c", ["sky"], "Cy");
    await put("d", ["sky"], "Dee", { embargo_until: "2999-01-01T00:00:00Z" });
    expect(await newest()).toEqual(["tag/sky", "author/cy", "tag/sea", "author/ada", "author/bo"]);
    expect(await newest([AUTHOR], 2)).toEqual(["author/cy", "author/ada"]);
    expect(await newest([])).toEqual([]);
  });

  it("are none in an empty store", async () => expect(await newest()).toEqual([]));
});

describe("the feeds of stories", () => {
  const of = async (ids: string[], families = [AUTHOR, TAG], limit = 10) =>
    slugs(await listFeedsOfStories(db, families, { entries: entries(...ids), limit, now }));

  it("are those of the asked families in which most of them stand, if there are such feeds", async () => {
    await put("a", ["sea", "sky", "once"], "Bo");
    await put("b", ["sea", "sky"], "Ada");
    await put("c", ["sea"], "Ada");
    expect(await of(["a", "b", "c"])).toEqual(["tag/sea", "author/ada", "tag/sky", "author/bo"]);
    expect(await of(["a"])).toEqual(["author/bo", "tag/sea", "tag/sky"]);
    expect(await of(["a"], [TAG], 1)).toEqual(["tag/sea"]);
    expect(await of(["none"])).toEqual([]);
  });

  it("are not those of a story that was taken back", async () => {
    await put("a", ["sea"], "Bo");
    await desk.publish();
    await desk.request("DELETE", "/api/articles/a", { reason: "It was wrong." });
    expect(await of(["a"])).toEqual([]);
  });
});

it("nothing that grows is scanned for any of it", async () => {
  const { db: recording, queries } = recordQueries();
  await listFamilyFeeds(recording, TAG, startOf("tag"), { limit: 10, now });
  await searchFamilyFeeds(recording, TAG, "x", { limit: 10, now });
  await listNewestFamilyFeeds(recording, [TAG], { limit: 10, now });
  await listFeedsOfStories(recording, [TAG], { entries: ["x"], limit: 10, now });
  expect(queries.size).toBe(6);
  for (const sql of queries) {
    const holes = Math.max(...[...sql.matchAll(/\?(\d+)/g)].map(([, hole]) => Number(hole)));
    const plan = db.prepare(`EXPLAIN QUERY PLAN ${sql}`).bind(...Array(holes).fill("[]"));
    const steps = (await plan.all<{ detail: string }>()).results.map(({ detail }) => detail);
    expect(
      steps.filter((step) => /^SCAN (feed|one|article|a|revision|membership|m)\b/.test(step)),
      sql,
    ).toEqual([]);
  }
});
