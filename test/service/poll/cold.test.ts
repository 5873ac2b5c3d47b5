import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import type { FeedInput } from "../../../src/feed/catalog.ts";
import type { Home } from "../../../src/service/home.ts";
import { MAX_REFUSALS } from "../../../src/service/http/strangers.ts";
import { MAX_WOKEN } from "../../../src/service/store/sleep.ts";
import { here } from "../../homes/here.ts";
import { SITE } from "../../site.ts";
import { pass, startClock } from "../clock.ts";
import { coldPoll } from "../cold-poll.ts";
import { article, homeOn, instance, type Newsroom, newsroom } from "../newsroom.ts";
import { select } from "../store/rows.ts";

const FEEDS: FeedInput[] = [
  { slug: "all", title: "All", description: "All" },
  { by: "tag", slug: "tag/{value}", title: "{value}", description: "{value}" },
];
const TAGS = Array.from({ length: MAX_REFUSALS + 2 }, (_, index) => `t${index}`);

let desk: Newsroom;
beforeEach(async () => {
  startClock(Date.UTC(2026, 5, 1, 12));
  vi.spyOn(console, "log").mockImplementation(() => undefined);
  vi.spyOn(console, "error").mockImplementation(() => undefined);
  desk = await newsroom(FEEDS, SITE, { wait: async (milliseconds) => pass(milliseconds) });
  await desk.put(article("a", { tags: TAGS }));
  await desk.publish();
});
afterEach(() => {
  vi.useRealTimers();
  vi.restoreAllMocks();
});

const editions = async () => (await select(here.db, "SELECT number FROM edition WHERE feed = 'tag/t1'")).length;

describe("the first poll of a family's feed", () => {
  it("shares one composition with all that come at once, wherever they come", async () => {
    const polls = Array.from({ length: 3 }, () => coldPoll(here.db, FEEDS)).flatMap((poll) => [
      poll("/feeds/tag/t1.rss"),
      poll("/feeds/tag/t1.json"),
    ]);
    expect((await Promise.all(polls)).map(({ status }) => status)).toEqual([200, 200, 200, 200, 200, 200]);
    expect(await editions()).toBe(1);
  });

  it("of too many by one address within a minute waits; others do not, nor do those that are awake", async () => {
    const poll = coldPoll(here.db, FEEDS);
    const from = (address: string, tag: string | undefined) => poll(`/feeds/tag/${tag}.rss`, {}, "GET", address);
    for (const tag of TAGS.slice(0, MAX_REFUSALS)) expect((await from("192.0.2.1", tag)).status).toBe(200);
    const late = await from("192.0.2.1", TAGS.at(-1));
    expect([late.status, Number(late.headers.get("retry-after"))]).toEqual([503, expect.closeTo(30, -2)]);
    expect((await from("192.0.2.1", "t1")).status).toBe(200);
    expect((await from("192.0.2.2", TAGS.at(-1))).status).toBe(200);
    pass(60_000);
    expect((await from("192.0.2.1", TAGS.at(-2))).status).toBe(200);
  });

  it("waits where too many have been woken by anybody", async () => {
    await here.db
      .prepare(
        `WITH RECURSIVE n (i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < ${MAX_WOKEN})
         INSERT INTO feed (slug, selection, presentation, page_size, family, value, asleep, woken_at)
         SELECT 'tag/x' || i, '', '', 1, 'tag', 'x' || i, 1, ${Date.now()} FROM n`,
      )
      .run();
    const answer = await coldPoll(here.db, FEEDS)("/feeds/tag/t1.rss");
    expect([answer.status, answer.headers.get("retry-after")]).toEqual([503, "60"]);
    expect(await editions()).toBe(0);
  });

  it("is 503 while its family's articles are being chosen, and where what is made does not read right", async () => {
    const poll = coldPoll(here.db, FEEDS);
    await here.db.prepare("UPDATE family SET reselect_after = ''").run();
    expect((await poll("/feeds/tag/t1.rss")).status).toBe(503);
    await here.db.prepare("UPDATE family SET reselect_after = NULL").run();
    await here.db.prepare("UPDATE revision SET body = json_set(body, '$.title', 'Not a title \u0001')").run();
    const refused = await poll("/feeds/tag/t1.rss");
    expect([refused.status, refused.headers.get("retry-after")]).toEqual([503, "5"]);
    // It is not made again and again, but once something has changed.
    expect((await poll("/feeds/tag/t1.rss")).status).toBe(503);
    expect(await select(here.db, "SELECT at FROM refusal WHERE feed = 'tag/t1'")).toHaveLength(1);
    await desk.put(article("a", { tags: TAGS, title: "A title" }));
    expect((await poll("/feeds/tag/t1.rss")).status).toBe(200);
  });

  it("is 503 where the store fails, and 404 of what is no value, for a minute", async () => {
    const down: Home = homeOn({
      db: {
        ...here.db,
        prepare: () => {
          throw new Error("down");
        },
      },
    });
    const answer = await instance(FEEDS, SITE, down).fetch(new Request("https://feeds.example/feeds/tag/t1.rss"));
    expect(answer.status).toBe(503);
    const none = await coldPoll(here.db, FEEDS)("/feeds/tag/none.rss");
    expect([none.status, none.headers.get("cache-control")]).toEqual([404, "public, max-age=60"]);
  });
});

describe("a page of a sleeper's archive", () => {
  it("is there when somebody polls it, with the validators that it had", async () => {
    const small: FeedInput[] = [
      { by: "tag", slug: "tag/{value}", title: "{value}", description: "{value}", entries: 2 },
    ];
    desk = await newsroom(small, SITE, { wait: async (milliseconds) => pass(milliseconds) });
    for (const id of ["a", "b", "c", "d", "e"]) await desk.put(article(id, { tags: ["sea"] }));
    await desk.publish();
    let poll = coldPoll(here.db, small);
    expect((await poll("/feeds/tag/sea.rss")).status).toBe(200);
    await desk.publish();
    pass(2_000);
    await desk.publish();
    const path = "/feeds/tag/sea/archive/1.json";
    const before = await poll(path);
    const { items } = (await before.json()) as { items: object[] };
    expect(items).toHaveLength(2);
    pass(9 * 86_400_000);
    await desk.sweep();
    poll = coldPoll(here.db, small);
    expect((await poll("/feeds/tag/sea.rss")).headers.get("etag")).not.toBeNull();
    const after = await poll(path);
    expect([after.status, after.headers.get("etag"), after.headers.get("last-modified")]).toEqual([
      200,
      before.headers.get("etag"),
      before.headers.get("last-modified"),
    ]);
    pass(9 * 86_400_000);
    await desk.sweep();
    await desk.request("DELETE", "/api/articles/a", { reason: "It was wrong." });
    const text = await (await coldPoll(here.db, small)(path)).text();
    expect(text).not.toContain("Text of a");
    expect((await coldPoll(here.db, small)("/feeds/tag/sea/archive/9.json")).status).toBe(404);
  });
});
