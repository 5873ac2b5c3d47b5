import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import type { FeedInput } from "../../../src/feed/catalog.ts";
import { SITE } from "../../site.ts";
import { pass, startClock } from "../clock.ts";
import { article, FEEDS, type Newsroom, newsroom } from "../newsroom.ts";
import { listEvents, type MadeEndpoint, makeEndpoint } from "../webhooks/receiver.ts";

const NOW = Date.UTC(2026, 5, 1, 12);

let room: Newsroom;
let hook: MadeEndpoint;

beforeEach(() => startClock(NOW));
afterEach(() => vi.useRealTimers());

async function start(types = ["article.*"], feeds: FeedInput[] = FEEDS, before?: (on: Newsroom) => Promise<void>) {
  room = await newsroom(feeds, SITE, { wait: async (milliseconds) => pass(milliseconds) });
  await before?.(room);
  hook = await makeEndpoint(room, types);
}

const publish = async () => {
  pass(2_000);
  await room.publish();
};

/** What happened, in its order. */
const told = async () =>
  (await listEvents(room, hook.id)).reverse().map(({ type, data }) => `${type} ${data.id ?? data.feed ?? data.kind}`);
const last = async () => (await listEvents(room, hook.id))[0];

describe("what is told of a story", () => {
  it("is once what becomes of it, however many feeds show it", async () => {
    await start();
    await room.put(article("a", { section: "Politics" }));
    await publish();
    expect(await told()).toEqual(["article.published a"]);
    await room.put(article("a", { section: "Politics", title: "Another" }));
    await publish();
    const notes = [{ at: "2026-06-01T10:00:00Z", note: "It was 3, not 4." }];
    await room.put(article("a", { section: "Politics", title: "Another", corrections: notes }));
    await publish();
    await room.put(article("a", { section: "Politics", title: "A third", corrections: notes }));
    await publish();
    await room.request("DELETE", "/api/articles/a?reason=Wrong");
    await publish();
    expect(await told()).toEqual([
      ...["article.published a", "article.updated a", "article.corrected a", "article.updated a"],
      "article.retracted a",
    ]);
  });

  it("is where it is and what it is called; of one that was taken back, no word of it, and not of what was told before either", async () => {
    await start();
    await room.put(article("a", { url: "https://gazette.example/a", title: "A wrong word" }));
    await publish();
    expect((await last())?.data).toEqual({
      ...{ id: "a", url: "https://gazette.example/a", revision: 1, feed: "all", edition: 1, title: "A wrong word" },
      published_at: expect.any(String),
    });
    await room.request("DELETE", "/api/articles/a?reason=It%20was%20wrong");
    await publish();
    expect((await last())?.data).toEqual({
      ...{ id: "a", url: "https://gazette.example/a", revision: 2, feed: "all", status: "canceled" },
      reason: "It was wrong",
    });
    expect(JSON.stringify(await listEvents(room, hook.id))).not.toContain("A wrong word");
  });

  it("is nothing before it is out", async () => {
    await start();
    await room.put(article("a", { embargo_until: new Date(NOW + 3_600_000).toISOString() }));
    await publish();
    expect(await told()).toEqual([]);
    pass(3_600_000);
    await room.sweep();
    expect(await told()).toEqual(["article.published a"]);
  });

  it.each([
    ["withheld", { status: "withheld" }],
    ["embargoed", { embargo_until: new Date(NOW + 86_400_000).toISOString() }],
    ["expired", { expires_at: new Date(NOW + 60_000).toISOString() }],
  ])("is that it is out no more, where it is %s, and that it is out again", async (status, change) => {
    await start();
    const story = article("a", { section: "Politics" });
    await room.put(story);
    await publish();
    await room.put({ ...story, ...change });
    pass(61_000);
    await room.sweep();
    await publish();
    const events = (await listEvents(room, hook.id)).filter(({ type }) => type !== "article.updated");
    expect(events.map(({ type }) => type)).toEqual(["article.retracted", "article.published"]);
    expect(events[0]?.data).toMatchObject({ id: "a", status });
    await room.put(story);
    await publish();
    expect(await last()).toMatchObject({ type: "article.published", data: { id: "a" } });
  });

  it("is nothing where newer ones push it out, or it comes back because they go", async () => {
    const [all] = FEEDS;
    await start(["article.*"], [{ ...all, entries: 1 } as FeedInput]);
    await room.put(article("a"));
    await publish();
    await room.put(article("b"));
    await publish();
    expect(await told()).toEqual(["article.published a", "article.published b"]);
    await room.put({ ...article("b"), status: "withheld" });
    await publish();
    expect(await told()).toEqual(["article.published a", "article.published b", "article.retracted b"]);
  });

  it("is that it is out no more, where it stood in an archive alone", async () => {
    const [all] = FEEDS;
    await start(["article.*"], [{ ...all, entries: 1 } as FeedInput]);
    const story = article("a");
    await room.put(story);
    await publish();
    await room.put(article("b"));
    await publish();
    await publish();
    await room.put({ ...story, status: "withheld" });
    await publish();
    await publish();
    expect(await told()).toEqual(["article.published a", "article.published b", "article.retracted a"]);
  });

  it("that was out before anybody was told is an update, and nothing where nothing has changed", async () => {
    const story = article("a", { section: "Politics" });
    await start(["article.*"], FEEDS, async (on) => {
      await on.put(story);
      await on.put(article("b"));
      pass(2_000);
      await on.publish();
    });
    await room.put(article("c"));
    await publish();
    await room.put({ ...story, title: "Another" });
    await publish();
    expect(await told()).toEqual(["article.published c", "article.updated a"]);
  });
});

describe("what else is told", () => {
  it("is each edition, with how much of it is new", async () => {
    await start(["edition.*"], FEEDS.slice(0, 1));
    await room.put(article("a"));
    await publish();
    await room.put(article("b"));
    await publish();
    const [second, first] = await listEvents(room, hook.id);
    expect([first?.type, second?.type]).toEqual(["edition.published", "edition.published"]);
    expect(second?.data).toEqual({
      ...{ feed: "all", edition: 2, entries: 2, added: 1, changed: 0, removed: 0, left_out: 0 },
    });
  });

  it("is nothing where nobody is to be told", async () => {
    room = await newsroom();
    await room.put(article("a"));
    await publish();
    hook = await makeEndpoint(room);
    expect(await told()).toEqual([]);
  });
});
