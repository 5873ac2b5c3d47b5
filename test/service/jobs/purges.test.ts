import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { SETTLED_AFTER, SHARED_COPY_BOUND } from "../../../src/service/shared-copies.ts";
import {
  MAX_PURGED_TAGS,
  MAX_SAVED_PURGES,
  PURGE_RETRY,
  RESERVED_PURGES,
} from "../../../src/service/store/purge-budget.ts";
import { insertPurges } from "../../../src/service/store/purges.ts";
import { here } from "../../homes/here.ts";
import { SITE } from "../../site.ts";
import { pass, startClock } from "../clock.ts";
import { logged } from "../logged.ts";
import { article, type Newsroom, newsroom } from "../newsroom.ts";
import { select } from "../store/rows.ts";

const FEEDS = ["all", "a", "b"].map((slug) => ({
  ...{ slug, title: slug, description: slug, entries: 2 },
  select: slug === "all" ? undefined : { any: [{ tag: slug }] },
}));
const NOW = Date.parse("2026-10-01T08:00:00Z");

let desk: Newsroom;
/** The tags of each purge that was sent. */
let sent: string[][];
/** When the publisher is to be woken, in seconds from now. */
let wakes: number[];
let answer: (tags: string[]) => Promise<string | null>;

/** A newsroom behind a cache that takes purges. */
const open = (feeds = FEEDS) =>
  newsroom(feeds, SITE, {
    purge: async (tags) => {
      sent.push(tags);
      return answer(tags);
    },
    wake: async (delay) => void wakes.push(delay),
    wait: async (milliseconds) => pass(milliseconds),
  });

beforeEach(async () => {
  startClock(NOW);
  [sent, wakes] = [[], []];
  answer = async () => null;
  desk = await open();
});
afterEach(() => vi.useRealTimers());

async function published(...articles: Parameters<Newsroom["put"]>[0][]): Promise<void> {
  for (const one of articles) await desk.put(one);
  pass(1_000);
  await desk.publish();
}

async function publishedLater(milliseconds: number): Promise<void> {
  pass(milliseconds);
  await desk.publish();
}

async function takenBack(id: string): Promise<void> {
  await desk.request("DELETE", `/api/articles/${id}`);
  await desk.publish();
}

const edge = async (id: string): Promise<unknown> =>
  ((await (await desk.request("GET", `/api/articles/${id}`)).json()) as { edge?: unknown }).edge;

const budget = async () => (await select(here.db, "SELECT granted, refused FROM purge_budget"))[0];

describe("purges", () => {
  it("are none for what stands in no cache yet, and none for what did not change", async () => {
    await published(article("1", { tags: ["a"] }));
    await desk.put(article("1", { tags: ["a"], rights: undefined }));
    await publishedLater(1_000);
    expect(sent).toEqual([]);
  });

  it("take what changed in one run together, and once more when every answer that was on its way has come", async () => {
    await published(article("1", { tags: ["a", "b"] }));
    await published(article("2", { tags: ["a", "b"] }));
    expect(sent.map((tags) => tags.toSorted())).toEqual([["feed-a", "feed-all", "feed-b"]]);
    await publishedLater(SETTLED_AFTER - 1);
    expect(sent.length).toBe(1);
    await publishedLater(1_000);
    expect(sent.map((tags) => tags.toSorted())[1]).toEqual(["feed-a", "feed-all", "feed-b"]);
    await publishedLater(60_000);
    expect(sent.length).toBe(2);
  });

  it("come for what was taken back as soon as it is out of a feed", async () => {
    await published(article("1", { tags: ["a"] }), article("2"));
    await takenBack("1");
    expect(new Set(sent.flat())).toEqual(new Set(["feed-a", "feed-all"]));
  });

  it("wake the publisher for the second time", async () => {
    await published(article("1"));
    wakes = [];
    await published(article("2"));
    expect(wakes).toContain(Math.ceil(SETTLED_AFTER / 1_000));
  });

  it("are told of, counted and tried again where they are refused, and given up once copies have ended by their age", async () => {
    await published(article("1"), article("2"));
    const log = logged();
    answer = async () => "10000 rate limited";
    await takenBack("1");
    expect(log.filter(({ event }) => event === "purge refused")).toEqual([
      { level: "error", event: "purge refused", reason: "10000 rate limited", tags: 1, urgent: true },
    ]);
    await publishedLater(PURGE_RETRY - 1);
    expect(sent.length).toBe(1);
    await publishedLater(1);
    expect(sent.length).toBe(2);
    expect(await budget()).toEqual({ granted: 0, refused: 2 });
    await publishedLater(SHARED_COPY_BOUND);
    expect(sent.length).toBe(2);
    expect(await select(here.db, "SELECT 1 FROM purge WHERE due_at IS NOT NULL")).toEqual([]);
  });

  it("that break are refused ones", async () => {
    await published(article("1"), article("2"));
    logged();
    answer = async () => {
      throw new Error("no route");
    };
    await takenBack("1");
    expect(await budget()).toEqual({ granted: 0, refused: 1 });
  });

  it("leave some for what is taken back, and go over the rate for nothing", async () => {
    await published(article("0"), article("1"), article("2"));
    for (let turn = 0; turn < 40; turn += 1) await published(article("1", { title: `Title ${turn}` }));
    const spent = MAX_SAVED_PURGES - RESERVED_PURGES;
    expect(sent.length).toBeGreaterThanOrEqual(spent);
    expect(sent.length).toBeLessThanOrEqual(spent + 5);
    const ordinary = sent.length;
    await takenBack("1");
    expect(sent.length).toBeGreaterThan(ordinary);
  });

  it("have so many tags at most", async () => {
    const many = Array.from({ length: MAX_PURGED_TAGS + 1 }, (_, index) => `f${index}`);
    const superseded = { page: 0, number: 2, at: Date.now(), before: 1, composed: 2, isPurged: true };
    await here.db.batch(many.flatMap((feed) => insertPurges(here.db, { ...superseded, feed })));
    await desk.publish();
    expect(sent.map((tags) => tags.length)).toEqual([MAX_PURGED_TAGS, 1]);
    expect(new Set(sent.flat()).size).toBe(MAX_PURGED_TAGS + 1);
  });

  it("are none where no cache takes them", async () => {
    desk = await newsroom(FEEDS, SITE, { wait: async (milliseconds) => pass(milliseconds), purge: undefined });
    await published(article("1"));
    await published(article("2"));
    expect(await select(here.db, "SELECT 1 FROM purge WHERE due_at IS NOT NULL")).toEqual([]);
    expect((await select(here.db, "SELECT 1 FROM purge")).length).toBe(1);
  });
});

describe("a story that was taken back", () => {
  it("leaves the edge, and is out of it by a purge", async () => {
    await published(article("1", { tags: ["a"] }), article("2"));
    expect(await edge("1")).toBeUndefined();
    await desk.request("DELETE", "/api/articles/1");
    expect(await edge("1")).toEqual({ status: "leaving" });
    await desk.publish();
    const until = new Date(Date.now() + SHARED_COPY_BOUND).toISOString();
    expect(await edge("1")).toEqual({ status: "leaving", until });
    await publishedLater(SETTLED_AFTER);
    expect(await edge("1")).toEqual({ status: "out", since: new Date(Date.now()).toISOString(), by: "purge" });
  });

  it("is out of it by its age where no purge is granted", async () => {
    await published(article("1"), article("2"));
    logged();
    answer = async () => "rate limited";
    await takenBack("1");
    const until = Date.now() + SHARED_COPY_BOUND;
    await publishedLater(SHARED_COPY_BOUND - 1);
    expect(await edge("1")).toMatchObject({ status: "leaving" });
    pass(1);
    expect(await edge("1")).toEqual({ status: "out", since: new Date(until).toISOString(), by: "age" });
  });

  it("is out of it only once it has left the pages of the archive, too", async () => {
    for (const id of ["1", "2", "3", "4", "5"]) await published(article(id));
    await publishedLater(5_000);
    expect(await select(here.db, "SELECT page FROM membership WHERE feed = 'all' AND article_id = '1'")).toEqual([
      { page: 1 },
    ]);
    sent = [];
    await desk.put(article("1", { status: "withheld" }));
    expect(await edge("1")).toEqual({ status: "leaving" });
    await publishedLater(1_000);
    expect(sent.flat()).toContain("feed-all/archive/1");
    await publishedLater(SETTLED_AFTER);
    expect(await edge("1")).toMatchObject({ status: "out", by: "purge" });
  });

  it("that comes back is not said to be out", async () => {
    await published(article("1"), article("2"));
    await takenBack("1");
    await publishedLater(SETTLED_AFTER);
    const body = { ...article("1"), edge: await edge("1") };
    expect((await desk.put(body)).status).toBe(200);
    expect(await edge("1")).toBeUndefined();
  });

  it("that stood nowhere has nothing to leave", async () => {
    await desk.put(article("1", { embargo_until: "2099-01-01T00:00:00Z" }));
    await desk.publish();
    await takenBack("1");
    expect(await edge("1")).toBeUndefined();
  });
});
