import { beforeEach, describe, expect, it, vi } from "vitest";
import { listFeedStates } from "../../../src/service/store/feeds.ts";
import { LEASE } from "../../../src/service/store/leases.ts";
import { here } from "../../homes/here.ts";
import { SITE } from "../../site.ts";
import { pass, startClock } from "../clock.ts";
import { logged } from "../logged.ts";
import { article, homeOn, instance, type Newsroom, newsroom } from "../newsroom.ts";
import { has, watchStore } from "../watched-store.ts";

const SLUGS = ["a", "b", "c", "d", "e", "f", "g"];
const FEEDS = SLUGS.map((slug) => ({ slug, title: slug, description: slug, select: { any: [{ tag: slug }] } }));

/** What was handed over, each time. */
let handed: string[][];
const hand = async (slugs: string[]) => void handed.push(slugs);

let desk: Newsroom;
beforeEach(async () => {
  handed = [];
  startClock(Date.UTC(2026, 5, 1, 12));
  // Time passes as it is waited for.
  desk = await newsroom(FEEDS, SITE, { hand, wait: async (milliseconds) => pass(milliseconds) });
  return () => void vi.useRealTimers();
});

const staleFeeds = async (): Promise<string[]> =>
  (await listFeedStates(here.db, SLUGS)).filter(({ changed, composed }) => changed > composed).map(({ slug }) => slug);

/** Another instance, which takes up what is handed over. */
const other = (parts: Parameters<typeof homeOn>[0] = {}) =>
  instance(FEEDS, SITE, homeOn({ hand, wait: async (milliseconds) => pass(milliseconds), ...parts }));

async function takeUpHanded(): Promise<void> {
  for (const slug of handed.splice(0).flat()) await other().publishHanded(slug);
}

describe("feeds that are due", () => {
  it("are published where they are found while they are few", async () => {
    await desk.put(article("one", { tags: SLUGS }));
    await desk.publish();
    await takeUpHanded();
    await desk.put(article("two", { tags: SLUGS.slice(0, 4) }));
    await desk.publish();
    expect(handed).toEqual([]);
    expect(await staleFeeds()).toEqual([]);
  });

  it("are handed over but for the first few, once, however many wakes come", async () => {
    await desk.put(article("one", { tags: SLUGS }));
    await desk.publish();
    await desk.publish();
    expect(handed).toEqual([["e", "f", "g"]]);
    expect(await staleFeeds()).toEqual(["e", "f", "g"]);
    await takeUpHanded();
    expect(await staleFeeds()).toEqual([]);
    for (const slug of SLUGS) expect(await desk.items(slug)).toHaveLength(1);
  });

  it("are handed over behind those that a story has to come out of, which wait for no message", async () => {
    await desk.put(article("bad", { tags: ["g"] }));
    await desk.publish();
    await takeUpHanded();
    pass(2_000);
    await desk.put(article("one", { tags: SLUGS.slice(0, 6) }));
    await desk.request("DELETE", "/api/articles/bad", { reason: "Wrong" });
    await desk.publish();
    expect(handed).toEqual([expect.not.arrayContaining(["g"])]);
    expect(await staleFeeds()).not.toContain("g");
  });

  it("are taken up at once when they change, though they were handed over", async () => {
    await desk.put(article("one", { tags: SLUGS }));
    await desk.publish();
    await desk.put(article("two", { tags: ["f"] }));
    await desk.publish();
    expect((await desk.items("f")).map(({ title }) => title)).toEqual(["Title of two", "Title of one"]);
    const { edition } = (await listFeedStates(here.db, SLUGS)).find(({ slug }) => slug === "f") ?? {};
    await takeUpHanded();
    expect((await listFeedStates(here.db, SLUGS)).find(({ slug }) => slug === "f")).toMatchObject({ edition });
  });

  it("are published though their messages were lost, when their leases end", async () => {
    await desk.put(article("one", { tags: SLUGS }));
    await desk.publish();
    handed.length = 0;
    pass(LEASE);
    await desk.sweep();
    await takeUpHanded();
    expect(await staleFeeds()).toEqual([]);
  });

  it("are published later where they could not be handed over, which is logged", async () => {
    const log = logged();
    const hand = async () => {
      throw new Error("no queue");
    };
    const alone = await newsroom(FEEDS, SITE, { hand, wait: async (milliseconds) => pass(milliseconds) });
    await alone.put(article("one", { tags: SLUGS }));
    await alone.publish();
    expect(log.filter(({ level }) => level === "error")).toEqual([
      expect.objectContaining({ event: "hand-over failed", error: "Error: no queue" }),
    ]);
    expect(await staleFeeds()).toEqual(["e", "f", "g"]);
  });
});

describe("a feed that is handed over", () => {
  it("is published again while it changes, and not more often than any other", async () => {
    await desk.put(article("one", { tags: ["a"] }));
    const began = Date.now();
    await other().publishHanded("a");
    await desk.put(article("two", { tags: ["a"] }));
    await other().publishHanded("a");
    expect(await desk.items("a")).toHaveLength(2);
    expect(Date.now() - began).toBeGreaterThanOrEqual(1_000);
  });

  it("that breaks the code which works on it fails no message: it is logged, and due when its lease ends", async () => {
    await desk.put(article("one", { tags: SLUGS }));
    await desk.publish();
    const log = logged();
    const batch = async () => {
      throw new TypeError("a fault");
    };
    await other({ db: { prepare: (sql) => here.db.prepare(sql), batch } }).publishHanded("e");
    expect(log).toEqual([expect.objectContaining({ event: "feed failed", slug: "e" })]);
  });

  it("fails its message where the store is down, so that it comes again", async () => {
    await desk.put(article("one", { tags: SLUGS }));
    const store = watchStore();
    store.before = has("unreachable");
    await expect(other({ db: store.db }).publishHanded("e")).rejects.toThrow("cannot be reached");
  });
});
