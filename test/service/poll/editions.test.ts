import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { STORE_PATIENCE } from "../../../src/service/patience.ts";
import { Editions } from "../../../src/service/poll/editions.ts";
import { CHECK_INTERVAL } from "../../../src/service/poll/memory.ts";
import { feedShelf } from "../../../src/service/poll/shelf.ts";
import { MEMORY_BOUND } from "../../../src/service/shared-copies.ts";
import { here } from "../../homes/here.ts";
import { pass, startClock } from "../clock.ts";
import { coldPoll, FORMATS, type Poll, sleep, tagOf } from "../cold-poll.ts";
import { article, type Newsroom, newsroom } from "../newsroom.ts";
import { hangs, isDown, type WatchedStore, watchStore, works } from "../watched-store.ts";

const PATH = "/feeds/all.rss";
const UNTIL_CHECKED = CHECK_INTERVAL + 50;

let desk: Newsroom;
let store: WatchedStore;
let poll: Poll;

beforeEach(async () => {
  desk = await newsroom();
  await desk.put(article("a"));
  await desk.publish();
  store = watchStore();
  poll = coldPoll(store.db);
  vi.spyOn(console, "error").mockImplementation(() => undefined);
});
afterEach(() => {
  vi.restoreAllMocks();
  vi.useRealTimers();
});

async function callsFor(go: () => Promise<Response>): Promise<[status: number, calls: number]> {
  const before = store.calls;
  const { status } = await go();
  return [status, store.calls - before];
}

async function change(title: string): Promise<void> {
  await desk.put(article(title));
  await desk.publish();
}

describe("a document that is opened in a browser", () => {
  it("is made once of an edition, in each coding", async () => {
    const [editions, shelf] = [new Editions(here.db), feedShelf("all")];
    const current = await editions.current(shelf);
    if (current.status !== "held") throw new Error("nothing is held");
    const forBrowser = vi.fn((document: string) => `${document}<!-- opened -->`);
    const open = () => editions.opened(shelf, current.held, { format: "rss", coding: "identity" }, forBrowser);
    const first = await open();
    expect(new TextDecoder().decode(first ?? undefined)).toMatch(/^<\?xml .*<!-- opened -->$/s);
    expect([await open(), forBrowser.mock.calls.length]).toEqual([first, 1]);
  });
});

describe("a poll's way to the store", () => {
  it("is one small read for a cold 304, and two for a cold 200; and a note of what is polled, the first time", async () => {
    const current = { "if-none-match": `"${tagOf(await coldPoll()(PATH))}"` };
    expect(await callsFor(() => poll(PATH, current))).toEqual([304, 1 + 1]);
    expect(await callsFor(() => coldPoll(store.db)(PATH))).toEqual([200, 2 + 1]);
  });

  it("is none for a while from a hot instance, and then one", async () => {
    const first = await poll(PATH);
    const current = { "if-none-match": first.headers.get("etag") ?? "" };
    expect(await callsFor(() => poll(PATH))).toEqual([200, 0]);
    expect(await callsFor(() => poll(PATH, current))).toEqual([304, 0]);
    expect(await callsFor(() => poll("/feeds/all.atom", { "if-none-match": "*" }))).toEqual([304, 1]);
    expect(await callsFor(() => poll("/feeds/all.atom", { "if-none-match": "*" }))).toEqual([304, 0]);
    await sleep(UNTIL_CHECKED);
    expect(await callsFor(() => poll(PATH))).toEqual([200, 1]);
    expect(await callsFor(() => poll(PATH))).toEqual([200, 0]);
  });

  it("is one for all polls that come while it is asked, which are served what is held", async () => {
    const good = await (await poll(PATH)).text();
    await sleep(UNTIL_CHECKED);
    const { promise, resolve: answer } = Promise.withResolvers<void>();
    store.before = () => promise;
    const asking = poll(PATH);
    expect(await callsFor(() => poll(PATH))).toEqual([200, 0]);
    expect(await (await poll(PATH)).text()).toBe(good);
    answer();
    expect((await asking).status).toBe(200);
  });

  it("is not another one for another query", async () => {
    await poll(PATH);
    for (let index = 0; index < 20; index += 1)
      expect(await callsFor(() => poll(`${PATH}?_=${index}`))).toEqual([200, 0]);
  });

  it("is a few reads at most for a delta, however many tags are sent, and none for it again (RFC 3229 §10.5.3)", async () => {
    const tags = Array.from({ length: 300 }, (_, index) => `"x${index}"`).join(",");
    await poll(PATH);
    const [status, calls] = await callsFor(() => poll(PATH, { "a-im": "feed", "if-none-match": tags }));
    expect(status).toBe(200);
    expect(calls).toBeLessThanOrEqual(10);
    const old = { "a-im": "feed", "if-none-match": (await poll(PATH)).headers.get("etag") ?? "" };
    await change("b");
    await sleep(UNTIL_CHECKED);
    expect((await callsFor(() => poll(PATH, old)))[0]).toBe(226);
    expect(await callsFor(() => poll(PATH, old))).toEqual([226, 0]);
  });
});

describe("a store that does not answer", () => {
  it.each([
    ["down", isDown],
    ["too slow", hangs],
  ])("but is %s leaves readers the last good edition, and is asked again by itself", async (_, fault) => {
    const good = await (await poll(PATH)).text();
    await change("b");
    store.before = fault;
    await sleep(UNTIL_CHECKED);
    for (let index = 0; index < 3; index += 1) {
      const response = await poll(PATH);
      expect([response.status, await response.text()]).toEqual([200, good]);
    }
    store.before = works;
    await sleep(UNTIL_CHECKED);
    expect(await (await poll(PATH)).text()).toContain("Title of b");
  });

  it("but is slow is waited for by whoever has an edition of long ago: it may hold what was taken back since", async () => {
    await poll(PATH);
    await change("b");
    startClock(Date.now());
    pass(MEMORY_BOUND);
    store.before = () => {
      store.before = works;
      return sleep(STORE_PATIENCE + 200);
    };
    expect(await (await poll(PATH)).text()).toContain("Title of b");
  });

  it("is not asked by every poll while it is down", async () => {
    await poll(PATH);
    store.before = isDown;
    await sleep(UNTIL_CHECKED);
    expect(await callsFor(() => poll(PATH))).toEqual([200, 1]);
    expect(await callsFor(() => poll(PATH))).toEqual([200, 0]);
  });

  it("does not cost what is held, where a poll asks for what is not (RFC 9110 §15.6.4)", async () => {
    const good = await (await poll(PATH)).text();
    store.before = isDown;
    const other = await poll("/feeds/all.atom");
    expect([other.status, other.headers.get("retry-after")]).toEqual([503, "5"]);
    const response = await poll(PATH);
    expect([response.status, await response.text()]).toEqual([200, good]);
    expect((await poll("/feeds/all.atom", { "if-none-match": "*" })).status).toBe(304);
  });

  it("does not cost a document that is held in another coding: it is unpacked", async () => {
    const packed = await poll(PATH, { "accept-encoding": "br" });
    expect(packed.headers.get("content-encoding")).toBe("br");
    store.before = isDown;
    for (const coding of ["gzip", "identity"]) {
      const response = await poll(PATH, { "accept-encoding": coding });
      expect([response.status, response.headers.get("content-encoding")]).toEqual([200, null]);
      expect(await response.text()).toContain("Title of a");
    }
  });

  it("does not keep a reader of deltas waiting: 200 from memory (RFC 3229 §10.5.3)", async () => {
    const good = await (await poll(PATH)).text();
    store.before = hangs;
    const began = Date.now();
    const response = await poll(PATH, { "a-im": "feed", "if-none-match": '"x", "y", "z"' });
    expect([response.status, await response.text()]).toEqual([200, good]);
    // Not one patience for each tag.
    expect(Date.now() - began).toBeLessThan(20_000);
  });

  it("is 503 with Retry-After from a cold instance, without caching, and 200 again after (RFC 9110 §15.6.4)", async () => {
    store.before = isDown;
    for (const format of FORMATS)
      for (const ifNoneMatch of ["", "*", '"x"']) {
        const response = await poll(`/feeds/all.${format}`, { "a-im": "feed", "if-none-match": ifNoneMatch });
        expect([response.status, response.headers.get("retry-after")]).toEqual([503, "5"]);
        expect(response.headers.get("cache-control")).toBe("no-store");
        expect(response.headers.get("etag")).toBeNull();
      }
    store.before = works;
    expect((await poll(PATH)).status).toBe(200);
  });
});

describe("an edition that changes under a poll", () => {
  it("is served as it is now, where the one looked up has gone", async () => {
    await poll(PATH);
    await change("b");
    await change("c");
    const response = await poll("/feeds/all.json");
    expect([response.status, tagOf(response)]).toEqual([200, tagOf(await coldPoll()("/feeds/all.json"))]);
    expect(await response.text()).toContain("Title of c");
  });

  it("is no newer one where the store holds what cannot be read", async () => {
    const good = await (await poll(PATH)).text();
    await here.db.prepare("UPDATE edition SET validators = '{' WHERE feed = 'all'").run();
    await sleep(UNTIL_CHECKED);
    const response = await poll(PATH);
    expect([response.status, await response.text()]).toEqual([200, good]);
  });

  it("never gives way to an older one whose answer came late", async () => {
    await poll(PATH);
    // An instance that has slept: two polls ask at once, and the one that asked first is answered last.
    await sleep(2 * UNTIL_CHECKED);
    store.after = () => sleep(800);
    const early = poll(PATH);
    await sleep(20);
    store.after = works;
    await change("b");
    const newest = tagOf(await poll(PATH));
    await early;
    expect(newest).toBe(tagOf(await coldPoll()(PATH)));
    expect(tagOf(await poll(PATH))).toBe(newest);
  });

  it("keeps its tag and its Last-Modified with its bytes; they move by a second with them, and not past the clock (RFC 9110 §8.8.2)", async () => {
    const look = async () => {
      const response = await coldPoll()(PATH);
      const modified = Date.parse(response.headers.get("last-modified") ?? "");
      expect(modified).toBeLessThanOrEqual(Date.now());
      return { tag: tagOf(response), modified };
    };
    await change("b");
    const before = await look();
    await desk.put(article("of-old", { published_at: "2020-01-01T00:00:00Z", status: "withheld" }));
    await desk.publish();
    expect(await look()).toEqual(before);
    await change("c");
    const added = await look();
    expect(added.modified).toBeGreaterThanOrEqual(before.modified + 1000);
    await desk.put(article("c", { status: "withheld" }));
    await desk.publish();
    const removed = await look();
    expect(removed.modified).toBeGreaterThanOrEqual(added.modified + 1000);
    // The bytes of two editions ago, and so their tag: only the time tells.
    expect(removed.tag).toBe(before.tag);
  });
});
