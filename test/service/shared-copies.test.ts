import { afterEach, beforeAll, beforeEach, describe, expect, it, vi } from "vitest";
import { CHECK_INTERVAL } from "../../src/service/poll/memory.ts";
import { CONFIRMED_FOR, SHARED_MAX_AGE } from "../../src/service/shared-copies.ts";
import { pass, startClock } from "./clock.ts";
import { coldPoll, tagOf } from "./cold-poll.ts";
import { article, newsroom } from "./newsroom.ts";
import { isDown, watchStore } from "./watched-store.ts";

const PATH = "/feeds/all.rss";
const SHARED = [
  `public, max-age=300, stale-while-revalidate=60, stale-if-error=86400, s-maxage=${SHARED_MAX_AGE}`,
  `public, max-age=${SHARED_MAX_AGE}, must-revalidate`,
];
const OWN = ["private, max-age=300, stale-while-revalidate=60, stale-if-error=86400", "no-store"];

const copies = ({ headers }: Response) => [headers.get("cache-control"), headers.get("cloudflare-cdn-cache-control")];

/** The tag of the edition before. */
let tag: string;

beforeAll(async () => {
  const desk = await newsroom();
  await desk.put(article("a"));
  await desk.publish();
  tag = tagOf(await coldPoll()(PATH));
  await desk.put(article("b"));
  await desk.publish();
});

describe("what shared caches may keep", () => {
  beforeEach(() => startClock(Date.now()));
  afterEach(() => vi.useRealTimers());

  it("is what the store has just called current, and nothing from memory", async () => {
    const poll = coldPoll();
    expect(copies(await poll(PATH))).toEqual(SHARED);
    expect(copies(await poll(PATH))).toEqual(OWN);
    expect(copies(await poll(PATH, { "if-none-match": "*" }))).toEqual(OWN);
    pass(CHECK_INTERVAL);
    expect(copies(await poll(PATH, { "if-none-match": "*" }))).toEqual(SHARED);
    expect(copies(await poll(PATH, { "if-none-match": "*" }))).toEqual(OWN);
  });

  it("is nothing that is served while the store is down", async () => {
    const store = watchStore();
    const poll = coldPoll(store.db);
    await poll(PATH);
    pass(CHECK_INTERVAL);
    store.before = isDown;
    const answer = await poll(PATH);
    expect([answer.status, ...copies(answer)]).toEqual([200, ...OWN]);
  });

  it("is nothing that came late: the edition may have been replaced meanwhile", async () => {
    const store = watchStore();
    const poll = coldPoll(store.db);
    store.before = async () => pass(CONFIRMED_FOR);
    const answer = await poll(PATH);
    expect([answer.status, ...copies(answer)]).toEqual([200, ...OWN]);
  });

  it("is no delta, no answer to a query, and nothing that a browser opens", async () => {
    const delta = await coldPoll()(PATH, { "if-none-match": `"${tag}"`, "a-im": "feed" });
    expect([delta.status, ...copies(delta)]).toEqual([226, "no-store, im", "no-store"]);
    expect(copies(await coldPoll()(`${PATH}?_=1`))).toEqual(OWN);
    expect(copies(await coldPoll()(PATH, { "sec-fetch-dest": "document" }))).toEqual(OWN);
  });
});
