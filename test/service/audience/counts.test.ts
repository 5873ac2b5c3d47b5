import { env } from "cloudflare:workers";
import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { MAX_CELLS } from "../../../src/audience/tally.ts";
import type { DefinitionInput } from "../../../src/feed/definition.ts";
import { Counts, FLUSH_CELLS, FLUSH_INTERVAL } from "../../../src/service/audience/counts.ts";
import { remember } from "../../../src/service/audience/remember.ts";
import { SITE } from "../../site.ts";
import { coldPoll, sleep } from "../cold-poll.ts";
import { article, FEEDS, newsroom } from "../newsroom.ts";
import { hangs, isDown, type WatchedStore, watchStore, works } from "../watched-store.ts";
import { type Answer, type Poller, poller } from "./poller.ts";

const DEFINITIONS: DefinitionInput[] = [
  ...FEEDS,
  { slug: "crime", title: "Crime", description: "Courts", formerly: ["police"] },
  { slug: "olympics", title: "Games", description: "Over", retired: true },
];
const PATH = "/feeds/all.rss";
const FEEDBIN = "Feedbin feed-id:1697787 - 102 subscribers";
const NOON = Date.UTC(2026, 2, 1, 12);
/** A batch is one round trip. */
const FLUSH_CALLS = 1;

let store: WatchedStore;
let isolate: Poller;

beforeEach(async () => {
  vi.useFakeTimers({ toFake: ["Date"], now: NOON });
  vi.spyOn(console, "error").mockImplementation(() => undefined);
  const desk = await newsroom(DEFINITIONS);
  await desk.put(article("a"));
  await desk.publish();
  store = watchStore();
  isolate = poller(store.db, SITE, DEFINITIONS);
  await isolate.poll(PATH, FEEDBIN, { "accept-encoding": "gzip" });
});
afterEach(() => {
  vi.useRealTimers();
  vi.restoreAllMocks();
});

const later = (milliseconds: number) => vi.setSystemTime(Date.now() + milliseconds);

/** As another isolate finds it in the store. */
const stored = async (): Promise<Answer> => (await poller(env.DB, SITE, DEFINITIONS).ask("/api/audience")).json();

async function callsFor(go: () => Promise<unknown>): Promise<number> {
  const before = store.calls;
  await go();
  return store.calls - before;
}

describe("counting", () => {
  it("calls no binding: a thousand hot polls of all kinds leave the store alone", async () => {
    const tag = (await isolate.poll(PATH, FEEDBIN, { "accept-encoding": "gzip" })).headers.get("etag") ?? "";
    const calls = await callsFor(async () => {
      for (let index = 0; index < 250; index += 1) {
        await isolate.poll(PATH, FEEDBIN, { "accept-encoding": "gzip" });
        await isolate.poll(PATH, FEEDBIN, { "if-none-match": tag });
        await isolate.poll(PATH, `Made-up/${index} feed-id:${index} - ${index} subscribers`, { "if-none-match": "*" });
        await isolate.poll(PATH, "", { "accept-encoding": "gzip", "a-im": "feed" }, "HEAD");
      }
    });
    expect(calls).toBe(0);
    expect((await stored()).rows).toEqual([]);
  });

  it("is stored once an interval, after an answer, by one call and whatever was polled", async () => {
    await isolate.poll("/feeds/all.atom", "curl/8.5.0");
    later(FLUSH_INTERVAL - 1);
    await isolate.poll(PATH, FEEDBIN, { "if-none-match": "*" });
    expect((await stored()).rows).toEqual([]);
    later(1);
    expect(await callsFor(() => isolate.poll(PATH, FEEDBIN, { "if-none-match": "*" }))).toBe(FLUSH_CALLS);
    expect((await stored()).total.polls).toBe(3);
    expect(await callsFor(() => isolate.poll(PATH, FEEDBIN, { "if-none-match": "*" }))).toBe(0);
    later(FLUSH_INTERVAL);
    await isolate.poll(PATH, FEEDBIN, { "if-none-match": "*" });
    expect((await stored()).total.polls).toBe(5);
  });

  it("changes nothing of an answer, and delays none where the store hangs", async () => {
    const hot = coldPoll(store.db, DEFINITIONS);
    const before = await hot(PATH);
    later(FLUSH_INTERVAL - 1);
    await hot(PATH);
    later(1);
    store.before = hangs;
    const due = await hot(PATH);
    expect(store.calls).toBe(4 + 1 + FLUSH_CALLS);
    expect([due.status, ...due.headers]).toEqual([before.status, ...before.headers]);
    expect(await due.text()).toBe(await before.text());
    expect(await callsFor(() => hot(PATH))).toBe(0);
  });

  it("tells answers apart, and knows the bytes of each coding", async () => {
    const whole = async (coding: string) =>
      (await (await isolate.poll(PATH, "Whole/1", { "accept-encoding": coding })).arrayBuffer()).byteLength;
    const [identity, gzip, br] = [await whole("identity"), await whole("gzip"), await whole("br")];
    for (const coding of ["identity", "gzip", "br"])
      await isolate.poll(PATH, `Reeder/${coding}`, { "accept-encoding": coding, "if-none-match": "*" });
    await isolate.poll(PATH, "curl/8", {}, "HEAD");
    await isolate.poll(PATH, "curl/8", { "if-none-match": "*" }, "HEAD");
    await isolate.poll("/feeds/police.rss", "curl/8");
    await isolate.poll("/feeds/olympics.atom", "curl/8");
    await isolate.poll("/feeds/never.rss", "curl/8");
    await isolate.poll(PATH, "curl/8", {}, "POST");
    const { rows }: Answer = await (await isolate.ask("/api/audience")).json();
    const of = (product: string, feed = "all") =>
      rows.find((row) => row.product === product && row.feed === feed) ?? expect.fail(`no ${product} of ${feed}`);
    expect(of("Other")).toMatchObject({ polls_200: 3, bytes_sent: identity + gzip + br, bytes_saved: 0 });
    expect(of("Reeder")).toMatchObject({ polls_304: 3, bytes_sent: 0, bytes_saved: identity + gzip + br });
    expect(of("curl")).toMatchObject({ polls_200: 1, polls_304: 1, polls_other: 0, bytes_sent: 0, bytes_saved: 0 });
    expect(of("curl", "police")).toMatchObject({ format: "rss", polls_other: 1, bytes_sent: 0 });
    expect(of("curl", "olympics")).toMatchObject({ format: "atom", polls_other: 1 });
    expect(rows.map(({ feed }) => feed)).not.toContain("never");
  });

  it("is private: of an address, a User-Agent or a feed id nothing is stored", async () => {
    await isolate.poll(PATH, "Very-Own-Reader/7 (feed-id:314159; 3 subscribers)", {
      "cf-connecting-ip": "203.0.113.7",
    });
    await isolate.ask("/api/audience");
    const tables = ["audience", "audience_report", "audience_batch"];
    const rows = await Promise.all(tables.map((table) => env.DB.prepare(`SELECT * FROM ${table}`).all()));
    expect(rows.every(({ results }) => results.length > 0)).toBe(true);
    expect(JSON.stringify(rows.map(({ results }) => results))).not.toMatch(/Very-Own|314159|1697787|203\.0\.113/);
  });
});

describe("a store that fails", () => {
  const due = () => {
    later(FLUSH_INTERVAL);
    return isolate.poll(PATH, FEEDBIN, { "if-none-match": "*" });
  };

  it("costs no count: they are kept, and go out when it is back", async () => {
    store.before = isDown;
    for (let minute = 0; minute < 5; minute += 1) expect((await due()).status).toBe(304);
    expect((await stored()).rows).toEqual([]);
    store.before = works;
    await due();
    expect((await stored()).total).toMatchObject({ polls: 6, polls_200: 1, polls_304: 5 });
    await due();
    expect((await stored()).total).toMatchObject({ polls: 7, polls_200: 1, polls_304: 6 });
  });

  it("is not asked by every poll", async () => {
    store.before = isDown;
    await due();
    expect(await callsFor(() => isolate.poll(PATH, FEEDBIN, { "if-none-match": "*" }))).toBe(0);
  });

  it("makes no count double, where only its answer was lost", async () => {
    store.after = isDown;
    for (let minute = 0; minute < 3; minute += 1) await due();
    store.after = works;
    await due();
    await isolate.ask("/api/audience");
    expect((await stored()).total).toMatchObject({ polls: 5, polls_200: 1, polls_304: 4, subscribers: 102 });
  });
});

describe("very many counts", () => {
  it("go out before their time, and are bounded where they cannot", async () => {
    const logged = vi.spyOn(console, "error").mockImplementation(() => undefined);
    const counts = new Counts();
    const request = new Request("https://feeds.example/", { headers: { "user-agent": FEEDBIN } });
    const countTo = (cells: number) => {
      for (let cell = 0; cell < cells; cell += 1)
        counts.add({ request, feed: `a-feed-with-a-name-of-a-usual-length-${cell}`, format: "rss", status: 200 });
    };
    countTo(FLUSH_CELLS - 1);
    expect(counts.isDue()).toBe(false);
    countTo(2 * MAX_CELLS);
    expect(counts.isDue()).toBe(true);
    await counts.flush(env.DB);
    expect(counts.isDue()).toBe(false);
    const { results } = await env.DB.prepare("SELECT count(*) AS cells, sum(polls_200) AS polls FROM audience").all();
    expect(results).toEqual([{ cells: MAX_CELLS, polls: FLUSH_CELLS - 1 + MAX_CELLS }]);
    expect(logged).toHaveBeenCalledExactlyOnceWith(`{"event":"audience not counted","polls":${MAX_CELLS}}`);
  });
});

describe("a flush that is taken for cut off", () => {
  it.each([0, 1])(
    "costs no count and makes none double when it goes on all the same (after %i failures)",
    async (failures) => {
      const hot = coldPoll(store.db, DEFINITIONS);
      const polls = async () => (await stored()).total.polls;
      // Its edition is fresh, so that what is asked of the store is the flush.
      const due = async () => {
        store.before = works;
        later(FLUSH_INTERVAL - 1);
        await hot(PATH);
        later(1);
      };
      await hot(PATH);
      for (let failure = 0; failure < failures; failure += 1) {
        await due();
        store.before = isDown;
        await hot(PATH);
        await sleep(50);
      }
      await due();
      let goOn = (): void => undefined;
      const gate = new Promise<void>((resolve) => {
        goOn = resolve;
      });
      store.before = () => gate;
      await hot(PATH);
      // The next one stores the same batch, and fails at the one after it; between them the edition is looked up.
      let calls = 0;
      later(FLUSH_INTERVAL);
      store.before = async () => (++calls === 3 ? isDown() : undefined);
      await hot(PATH);
      await sleep(200);
      expect([await polls(), calls]).toEqual([2, 3]);
      await hot(PATH);
      store.before = isDown;
      goOn();
      await sleep(200);
      expect(await polls()).toBe(2);
      later(FLUSH_INTERVAL);
      store.before = works;
      await hot("/api/audience", { authorization: "Bearer test-token" });
      expect(await polls()).toBe(5 + 2 * failures);
    },
  );
});

describe("isolates that count at once", () => {
  it("add up, and the latest report stays, whichever is stored last", async () => {
    const [early, late] = [poller(env.DB, SITE, DEFINITIONS), poller(env.DB, SITE, DEFINITIONS)];
    await early.poll(PATH, "Feedly/1.0 (500 subscribers)");
    later(1_000);
    await late.poll(PATH, "Feedly/1.0 (400 subscribers)");
    await late.ask("/api/audience");
    await early.ask("/api/audience");
    const feedly = (await stored()).rows.find(({ product }) => product === "Feedly");
    expect(feedly).toMatchObject({ polls_200: 2, subscribers: 400 });
  });

  it("do not fill the store with ids that are made up", async () => {
    for (let round = 0; round < 5; round += 1) {
      const { poll, ask } = poller(env.DB, SITE, DEFINITIONS);
      for (let id = 0; id < 30; id += 1) await poll(PATH, `Feedbin feed-id:${round}-${id} - 1 subscribers`);
      await ask("/api/audience");
    }
    const { results } = await env.DB.prepare("SELECT source FROM audience_report").all();
    expect(results.length).toBeLessThanOrEqual(40);
    expect((await stored()).total.polls_200).toBe(150);
  });
});

describe("a header's reading", () => {
  it("is remembered, as many as there is room for", () => {
    const read = vi.fn((text: string) => text.length);
    const reading = remember(3, read);
    for (const text of ["a", "bb", "a", "ccc", "bb", "a"]) expect(reading(text)).toBe(text.length);
    expect(read).toHaveBeenCalledTimes(3);
    reading("dddd");
    reading("bb");
    expect(read).toHaveBeenCalledTimes(4);
    reading("a");
    expect(read).toHaveBeenCalledTimes(5);
    const long = "x".repeat(10_000);
    expect([reading(long), reading(long)]).toEqual([10_000, 10_000]);
    expect(read).toHaveBeenCalledTimes(7);
  });
});
