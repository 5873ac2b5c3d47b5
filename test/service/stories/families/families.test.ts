import { beforeEach, describe, expect, it, vi } from "vitest";
import type { FeedInput } from "../../../../src/feed/catalog.ts";
import { here } from "../../../homes/here.ts";
import { SITE } from "../../../site.ts";
import { pass, startClock } from "../../clock.ts";
import { coldPoll } from "../../cold-poll.ts";
import { article, type Newsroom, newsroom } from "../../newsroom.ts";

const DAY = 86_400_000;

const TAGS: FeedInput = {
  by: "tag",
  slug: "tag/{value}",
  title: "{site}: {value}",
  description: "Everything on {value}",
  least: 2,
  except: ["internal"],
};
const PAIRS: FeedInput = {
  by: ["section", "language"],
  slug: "desk/{value}",
  title: "{section} in {language}",
  description: "{value}",
};
const FEEDS: FeedInput[] = [{ slug: "all", title: "All", description: "All" }, TAGS, PAIRS];

let desk: Newsroom;
let poll: ReturnType<typeof coldPoll>;

beforeEach(async () => {
  startClock(Date.UTC(2026, 5, 1, 12));
  vi.spyOn(console, "log").mockImplementation(() => undefined);
  desk = await newsroom(FEEDS, SITE, { wait: async (milliseconds) => pass(milliseconds) });
  poll = coldPoll(here.db, FEEDS);
  return () => {
    vi.useRealTimers();
    vi.restoreAllMocks();
  };
});

const tagged = (id: string, ...tags: string[]) => article(id, { tags });
const titles = async (path: string): Promise<string[]> =>
  ((await (await poll(path)).json()) as { items: { title: string }[] }).items.map(({ title }) => title);

describe("a family", () => {
  it("has a feed of each value, in all formats, once there are so many stories", async () => {
    await desk.put(tagged("a", "Zürich"));
    await desk.publish();
    const none = await poll("/feeds/tag/zurich.json");
    expect([none.status, none.headers.get("cache-control")]).toEqual([404, "public, max-age=60"]);
    await desk.put(tagged("b", "ZÜRICH", "internal"));
    await desk.publish();
    expect(await titles("/feeds/tag/zurich.json")).toEqual(["Title of b", "Title of a"]);
    const rss = await poll("/feeds/tag/zurich.rss");
    expect([rss.status, await rss.text()]).toEqual([200, expect.stringContaining(": Zürich</title>")]);
    expect((await poll("/feeds/tag/zurich.atom")).status).toBe(200);
    expect((await poll("/feeds/tag/internal.rss")).status).toBe(404);
    expect((await poll("/feeds/tag/nothing.rss")).status).toBe(404);
  });

  it("of two facets has one of each pair", async () => {
    await desk.put(article("a", { section: "World", language: "pt-BR" }));
    await desk.publish();
    expect(await titles("/feeds/desk/world-pt-br.json")).toEqual(["Title of a"]);
    const document = await (await poll("/feeds/desk/world-pt-br.json")).json();
    expect(document).toMatchObject({ title: "World in pt-BR", language: "pt-BR" });
  });

  it("has addresses that tell values apart, in any script", async () => {
    const tags = ["政治", "سياسة", "C++", "C", "!!!", "Archive"];
    for (const id of ["a", "b"]) await desk.put(tagged(id, ...tags));
    await desk.publish();
    const { results } = await here.db
      .prepare("SELECT slug FROM feed WHERE family = 'tag' ORDER BY rowid")
      .all<{ slug: string }>();
    const slugs = results.map(({ slug }) => slug);
    expect(slugs).toEqual([
      "tag/政治",
      "tag/سياسة",
      "tag/c",
      expect.stringMatching(/^tag\/c-[0-9a-f]{8}$/),
      expect.stringMatching(/^tag\/[0-9a-f]{8}$/),
      expect.stringMatching(/^tag\/archive-[0-9a-f]{8}$/),
    ]);
    for (const slug of slugs) {
      const answer = await poll(`/feeds/${encodeURI(slug)}.atom`);
      expect([answer.status, await answer.text()]).toEqual([
        200,
        expect.stringContaining(`href="https://feeds.example/feeds/${encodeURI(slug)}.atom"`),
      ]);
    }
  });
});

describe("a family's feed", () => {
  const fill = async (): Promise<void> => {
    for (const id of ["a", "b", "c"]) await desk.put(tagged(id, "sea"));
    await desk.publish();
  };
  const editions = async (): Promise<number> =>
    (await here.db.prepare("SELECT count(*) AS n FROM edition WHERE feed = 'tag/sea'").first<{ n: number }>())?.n ?? 0;

  it("is nothing but a row until somebody polls it, and then is published like any other", async () => {
    await fill();
    expect(await editions()).toBe(0);
    expect(await titles("/feeds/tag/sea.json")).toHaveLength(3);
    await desk.put(tagged("d", "sea"));
    await desk.publish();
    pass(2_000);
    expect(await titles("/feeds/tag/sea.json")).toEqual(["d", "c", "b", "a"].map((id) => `Title of ${id}`));
    expect(await editions()).toBe(2);
  });

  it("sleeps when nobody has polled it for a week, and goes on where it was when somebody does", async () => {
    await fill();
    const before = await poll("/feeds/tag/sea.json");
    pass(8 * DAY);
    await desk.sweep();
    expect(await here.db.prepare("SELECT asleep FROM feed WHERE slug = 'tag/sea'").first()).toEqual({ asleep: 1 });
    expect(await here.db.prepare("SELECT count(*) AS n FROM document WHERE feed = 'tag/sea'").first()).toEqual({
      n: 0,
    });
    await desk.put(tagged("d", "sea"));
    await desk.publish();
    expect(await editions()).toBe(1);
    const etag = before.headers.get("etag") ?? "";
    const after = await poll("/feeds/tag/sea.json", { "if-none-match": etag, "a-im": "feed" });
    expect(after.status).toBe(226);
    expect(((await after.json()) as { items: object[] }).items).toHaveLength(1);
    expect(await titles("/feeds/tag/sea.json")).toHaveLength(4);
  });

  it("has the validators that it had, where nothing has changed while it slept", async () => {
    await fill();
    const before = await poll("/feeds/tag/sea.rss");
    pass(8 * DAY);
    await desk.sweep();
    const after = await poll("/feeds/tag/sea.rss", { "if-none-match": before.headers.get("etag") ?? "" });
    expect(after.status).toBe(304);
    expect(after.headers.get("last-modified")).toBe(before.headers.get("last-modified"));
  });

  it("stays awake for as long as somebody polls it, and is an edition of what is left where hardly anything is", async () => {
    await fill();
    for (let days = 0; days < 12; days += 3) {
      expect((await poll("/feeds/tag/sea.rss")).status).toBe(200);
      pass(3 * DAY);
      await desk.sweep();
    }
    for (const id of ["a", "b", "c"]) await desk.put(tagged(id, "shore"));
    await desk.publish();
    pass(2_000);
    expect(await titles("/feeds/tag/sea.json")).toEqual([]);
    pass(8 * DAY);
    await desk.sweep();
    expect(await titles("/feeds/tag/sea.json")).toEqual([]);
  });

  it("is not served with what was taken back while it slept", async () => {
    await fill();
    await poll("/feeds/tag/sea.rss");
    pass(8 * DAY);
    await desk.sweep();
    await desk.request("DELETE", "/api/articles/b", { reason: "It was wrong." });
    await desk.publish();
    const text = await (await poll("/feeds/tag/sea.rss")).text();
    expect(text).not.toContain("Text of b");
    expect(text).toContain("Text of a");
  });
});

describe("a family's definition", () => {
  it("that is new chooses from all that is stored, and one that is gone leaves nothing", async () => {
    const without: FeedInput[] = [{ slug: "all", title: "All", description: "All" }];
    desk = await newsroom(without);
    for (const id of ["a", "b"]) await desk.put(tagged(id, "sea"));
    await desk.publish();
    desk = await newsroom(FEEDS, SITE, {}, { keep: true });
    await desk.sweep();
    expect(await titles("/feeds/tag/sea.json")).toHaveLength(2);
    desk = await newsroom(without, SITE, {}, { keep: true });
    await desk.sweep();
    for (const table of [
      "feed WHERE family IS NOT NULL",
      "family",
      "membership WHERE feed <> 'all'",
      "document WHERE feed <> 'all'",
    ])
      expect(await here.db.prepare(`SELECT count(*) AS n FROM ${table}`).first()).toEqual({ n: 0 });
  });

  it("that has another path takes its values along", async () => {
    for (const id of ["a", "b"]) await desk.put(tagged(id, "C++"));
    for (const id of ["c", "d"]) await desk.put(tagged(id, "C"));
    const moved: FeedInput[] = [{ ...TAGS, slug: "topic/{value}", formerly: ["tag/{value}"] } as FeedInput];
    desk = await newsroom(moved, SITE, {}, { keep: true });
    await desk.sweep();
    poll = coldPoll(here.db, moved);
    const answer = await poll("/feeds/tag/c.json");
    expect([answer.status, answer.headers.get("location")]).toEqual([301, "https://feeds.example/feeds/topic/c.json"]);
    expect(await titles("/feeds/topic/c.json")).toEqual(["Title of b", "Title of a"]);
  });
});
