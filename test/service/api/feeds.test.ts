import { beforeEach, describe, expect, it } from "vitest";
import type { FeedInput } from "../../../src/feed/catalog.ts";
import type { DefinitionInput } from "../../../src/feed/definition.ts";
import { here } from "../../homes/here.ts";
import { SITE } from "../../site.ts";
import { article, homeOn, type Newsroom, newsroom } from "../newsroom.ts";
import { FAULT, insertEdition } from "../store/rows.ts";

const FEEDS: DefinitionInput[] = [
  { slug: "all", title: "Everything", description: "All the news", entries: 2 },
  { slug: "radio", title: "For the radio", description: "All", access: "partner", partner: "radio" },
];

let desk: Newsroom;
beforeEach(async () => {
  desk = await newsroom(FEEDS, SITE);
});

const get = async (path: string) => {
  const response = await desk.request("GET", path);
  return { status: response.status, cache: response.headers.get("cache-control"), body: await response.json() };
};
const feed = async (slug: string) => {
  const { feeds } = (await get("/api/feeds")).body as { feeds: { slug: string }[] };
  return feeds.find((one) => one.slug === slug);
};
const change = (sql: string) => here.db.prepare(sql).run();

describe("the list of feeds", () => {
  it("has public and partners' feeds before anything was published, and says that the store is empty", async () => {
    const { status, cache, body } = await get("/api/feeds");
    expect([status, cache]).toEqual([200, "no-store"]);
    expect(body).toEqual({
      empty: true,
      families: [],
      feeds: [
        ["all", "Everything", undefined, "feeds"],
        ["radio", "For the radio", "radio", "partner"],
      ].map(([slug, title, partner, folder]) => ({
        ...{ slug, title, ...(partner && { partner }) },
        urls: Object.fromEntries(
          ["rss", "atom", "json"].map((format) => [format, `https://feeds.example/${folder}/${slug}.${format}`]),
        ),
        ...{ state: "none", edition: 0, entries: 0, archive: { pages: 0, stale: false }, stale: true },
      })),
    });
  });

  it("says of each what is published, since when, and that it is as it should be", async () => {
    await desk.put(article("a"));
    await desk.publish();
    expect(await feed("all")).toMatchObject({ state: "verified", edition: 1, entries: 1, stale: false });
    expect(await feed("all")).toMatchObject({ published_at: expect.stringMatching(/^\d{4}-.*Z$/) });
    expect((await get("/api/feeds")).body).toMatchObject({ empty: false });
  });

  it.each([
    ["stale, for it has changed", "UPDATE feed SET changed = changed + 1", { stale: true }],
    ["stale, for its articles are being chosen", "UPDATE feed SET reselect_after = ''", { stale: true }],
    [
      "refused, though an edition stands",
      `UPDATE feed SET refusal = '${JSON.stringify([FAULT])}'`,
      { state: "refused", edition: 1, discrepancies: [FAULT] },
    ],
    [
      "behind with its archive, of which a page is not linked",
      "UPDATE feed SET pages = 1",
      { archive: { pages: 0, stale: true } },
    ],
    [
      "behind with its archive, of which a page is stale",
      "INSERT INTO archive (feed, page) VALUES ('all', 1)",
      { archive: { pages: 0, stale: true } },
    ],
  ])("says of a feed that it is %s", async (_, sql, expected) => {
    await desk.publish();
    await change(sql);
    expect(await feed("all")).toMatchObject(expected);
  });
});

describe("families", () => {
  const FAMILIES: FeedInput[] = [
    ...FEEDS,
    { by: "tag", slug: "tag/{value}", title: "{value}", description: "On {value}", least: 2 },
    { by: "author", slug: "for-radio/{value}", title: "T", description: "D", access: "partner", partner: "radio" },
  ];
  const poll = (path: string) => desk.request("GET", path);
  type List = { feeds: { slug: string }[]; families?: object[]; next?: string; problems?: object[] };
  const list = async (query = "") => (await get(`/api/feeds${query}`)).body as List;
  const slugs = async (query: string) => (await list(query)).feeds.map(({ slug }) => slug);

  beforeEach(async () => {
    desk = await newsroom(FAMILIES, SITE);
    for (const id of ["a", "b"])
      await desk.put(article(id, { tags: ["Zürich", "Lint", "editions"], authors: [{ name: "Ana" }] }));
    await desk.publish();
    expect((await poll("/feeds/tag/zurich.rss")).status).toBe(200);
  });

  it("stand on the first page, with how many of their feeds are awake", async () => {
    expect((await list()).families).toEqual([
      {
        ...{ family: "tag", by: ["tag"], title: "{value}", values: 3, awake: 1, refused: 0, counted_up_to: 10_000 },
        urls: urlsOf("feeds/tag/{value}"),
      },
      {
        ...{ family: "for-radio", by: ["author"], title: "T", partner: "radio", values: 1, awake: 0, refused: 0 },
        ...{ counted_up_to: 10_000, urls: urlsOf("partner/for-radio/{value}") },
      },
    ]);
    expect((await list("?family=tag")).families).toMatchObject([{ family: "tag" }]);
    expect((await list("?partner=radio")).families).toMatchObject([{ family: "for-radio" }]);
    expect(await list("?after=b")).not.toHaveProperty("families");
  });

  it("have their feeds among the others, awake or asleep", async () => {
    const { feeds } = await list();
    expect(feeds.map(({ slug }) => slug)).toEqual([
      ...["all", "for-radio/ana", "radio", "tag/editions", "tag/lint", "tag/zurich"],
    ]);
    expect(feeds[0]).not.toHaveProperty("asleep");
    expect(feeds.at(-2)).toMatchObject({ family: "tag", asleep: true, state: "none", edition: 0, stale: false });
    expect(feeds.at(-1)).toMatchObject({
      ...{ title: "Zürich", family: "tag", labels: ["Zürich"], asleep: false, state: "verified", entries: 2 },
      urls: urlsOf("feeds/tag/zurich"),
    });
  });

  it.each([
    ["?asleep=false", ["all", "radio", "tag/zurich"]],
    ["?family=tag", ["tag/editions", "tag/lint", "tag/zurich"]],
    ["?partner=radio", ["for-radio/ana", "radio"]],
    ["?state=none&family=tag", ["tag/editions", "tag/lint"]],
  ])("are filtered by %s", async (query, expected) => expect(await slugs(query)).toEqual(expected));

  it("come by pages, each of which says where the next one is", async () => {
    const found: string[] = [];
    for (let path: string | undefined = "/api/feeds?limit=2&asleep=true"; path !== undefined; ) {
      const { feeds, next } = (await get(path)).body as List;
      expect(feeds.length).toBeLessThanOrEqual(2);
      found.push(...feeds.map(({ slug }) => slug));
      path = next;
    }
    expect(found).toEqual(["for-radio/ana", "tag/editions", "tag/lint"]);
  });

  it("are nothing to a query that is wrong, which is told what is", async () =>
    expect(await get("/api/feeds?family=x&limit=9")).toMatchObject({
      status: 422,
      body: { problems: [{ path: "/family" }] },
    }));

  it.each([
    ["/api/feeds/tag%2Fzurich", { slug: "tag/zurich", feed: { entries: [{}, {}] } }],
    ["/api/feeds/tag/zurich", { slug: "tag/zurich", feed: { entries: [{}, {}] } }],
    ["/api/feeds/tag/lint", { slug: "tag/lint", asleep: true, feed: { title: "Lint" } }],
    ["/api/feeds/tag%2Fzurich/lint", { slug: "tag/zurich", findings: [] }],
    ["/api/feeds/tag/lint/lint", { slug: "tag/lint", findings: [] }],
    ["/api/feeds/tag/zurich/editions", { slug: "tag/zurich", editions: [{ edition: 1 }] }],
    ["/api/feeds/tag%2Feditions/editions", { slug: "tag/editions", editions: [] }],
    ["/api/feeds/tag/editions", { slug: "tag/editions", feed: { entries: [{}, {}] } }],
  ])("answer for a feed of theirs at %s", async (path, body) =>
    expect(await get(path)).toMatchObject({ status: 200, body }),
  );

  it.each(["tag", "tag/none", "tag/none/lint", "none/zurich", "tag%2Fzurich%2Flint"])(
    "have no feed at %s",
    async (slug) => expect((await get(`/api/feeds/${slug}`)).status).toBe(404),
  );
});

const urlsOf = (path: string) =>
  Object.fromEntries(["rss", "atom", "json"].map((format) => [format, `https://feeds.example/${path}.${format}`]));

describe("a feed's content", () => {
  it("is what its next edition has to say, from the store now", async () => {
    await desk.publish();
    await desk.put(article("a"));
    const { body } = await get("/api/feeds/all");
    expect(body).toMatchObject({ slug: "all", edition: 1, stale: true, feed: { entries: [{ title: "Title of a" }] } });
  });

  it.each(["/api/feeds/nothing", "/api/feeds/nothing/lint", "/api/feeds/nothing/editions"])(
    "is a 404 where there is no feed: %s",
    async (path) => {
      expect(await get(path)).toMatchObject({ status: 404, body: { detail: "No feed has this slug." } });
    },
  );

  it("is a 404 before the store has taken the feed up, and none once the list was asked for", async () => {
    expect((await get("/api/feeds/all")).status).toBe(404);
    await get("/api/feeds");
    expect((await get("/api/feeds/all")).status).toBe(200);
  });
});

describe("a feed's editions", () => {
  it("come a hundred at a time, with the address of those before them", async () => {
    for (let number = 1; number <= 130; number += 1)
      await insertEdition(homeOn().db, "all", number, { published_at: Date.UTC(2026, 0, 1, 0, 0, number) });
    const numbers: number[] = [];
    let path: string | undefined = "/api/feeds/all/editions";
    for (let page = 0; path !== undefined && page < 9; page += 1) {
      const { status, body } = await get(path);
      expect(status).toBe(200);
      const { editions, next, kept_days } = body as {
        editions: { edition: number }[];
        next?: string;
        kept_days: number;
      };
      expect(kept_days).toBe(400);
      numbers.push(...editions.map(({ edition }) => edition));
      path = next;
    }
    expect(numbers).toEqual(Array.from({ length: 130 }, (_, index) => 130 - index));
  });

  it("say what each brought, and are none before the first", async () => {
    expect((await get("/api/feeds/all/editions")).body).toEqual({ slug: "all", kept_days: 400, editions: [] });
    await insertEdition(homeOn().db, "all", 1, {
      published_at: 0,
      changes: '{"added":["e"],"changed":[],"removed":[]}',
    });
    expect((await get("/api/feeds/all/editions")).body).toMatchObject({
      editions: [
        {
          ...{ outcome: "verified", edition: 1, at: "1970-01-01T00:00:00.000Z", entries: 0 },
          ...{ added: ["e"], changed: [], removed: [] },
        },
      ],
    });
  });

  it("before what is no time are a problem of the question", async () => {
    expect(await get("/api/feeds/all/editions?before=soon")).toMatchObject({
      ...{ status: 422, body: { problems: [{ path: "/before", detail: "is no time" }] } },
    });
  });
});
