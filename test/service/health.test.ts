import { beforeEach, describe, expect, it, vi } from "vitest";
import { parseCatalog } from "../../src/feed/catalog.ts";
import { health } from "../../src/service/health.ts";
import type { Database, Home } from "../../src/service/home.ts";
import { SITE } from "../site.ts";
import { homeOn } from "./newsroom.ts";
import { emptyStore, FAULT, insertFeed } from "./store/rows.ts";
import { has, isDown, watchStore } from "./watched-store.ts";

const NOW = Date.UTC(2026, 5, 1, 12);
const catalog = parseCatalog(SITE, [
  { slug: "all", title: "All", description: "All" },
  { slug: "radio", title: "Radio", description: "R", access: "partner", partner: "radio" },
]);

let home: Home;
beforeEach(async () => {
  vi.useFakeTimers({ toFake: ["Date"], now: NOW });
  await emptyStore();
  home = homeOn();
  return () => void vi.useRealTimers();
});

const fresh = { changed: 3, composed: 3, edition: 7 };

async function ask(at: Home = home) {
  const response = await health(at, catalog).request("/");
  return { status: response.status, cache: response.headers.get("cache-control"), body: await response.json() };
}

describe("the service's health", () => {
  it("is well where every feed is fresh; no cache keeps it", async () => {
    await insertFeed(home.db, "all", fresh);
    expect(await ask()).toEqual({
      ...{ status: 200, cache: "no-store" },
      body: {
        ...{ status: "ok", store: "ok", queue_lag_ms: 0, refused: 0, stale: 0, listed: "all" },
        feeds: { all: { edition: 7, refused: false, stale: false } },
      },
    });
  });

  it.each([
    [120_000, "ok"],
    [120_001, "degraded"],
  ])("is how long a feed has been waiting for its publisher: %i ms is %s", async (lag, status) => {
    await insertFeed(home.db, "all", { ...fresh, changed: 4, stale_since: NOW - lag });
    expect((await ask()).body).toMatchObject({ status, queue_lag_ms: lag, feeds: { all: { stale: true } } });
  });

  it("is degraded where an edition is refused", async () => {
    await insertFeed(home.db, "all", { ...fresh, refusal: JSON.stringify([FAULT]) });
    expect((await ask()).body).toMatchObject({ status: "degraded", feeds: { all: { refused: true } } });
  });

  it("has no time that is before the beginning, where the clock was set back", async () => {
    await insertFeed(home.db, "all", { ...fresh, changed: 4, stale_since: NOW + 5_000 });
    expect((await ask()).body).toMatchObject({ status: "ok", queue_lag_ms: 0 });
  });

  it("says nothing of partners' feeds, nor of what is no feed any more", async () => {
    await insertFeed(home.db, "all", fresh);
    const trouble = { ...fresh, refusal: "[]", stale_since: 1 };
    await insertFeed(home.db, "radio", { ...trouble, partner: "radio" });
    await insertFeed(home.db, "gone", trouble);
    const { body } = await ask();
    expect(body).toMatchObject({ status: "ok", queue_lag_ms: 0, refused: 0, stale: 0 });
    expect(Object.keys((body as { feeds: object }).feeds)).toEqual(["all"]);
  });

  describe("of many feeds", () => {
    const many = parseCatalog(
      SITE,
      Array.from({ length: 101 }, (_, index) => ({ slug: `feed-${index}`, title: "F", description: "F" })),
    );
    const slugs = [...many.definitions.keys()];
    const body = async () => (await health(home, many).request("/")).json();

    it("tells those only that are not as they should be, and says so", async () => {
      for (const slug of slugs) await insertFeed(home.db, slug, fresh);
      expect(await body()).toEqual({
        ...{ status: "ok", store: "ok", queue_lag_ms: 0 },
        ...{ refused: 0, stale: 0, listed: "trouble", feeds: {} },
      });
      const set = (slug: string, column: string, value: string | number) =>
        home.db.prepare(`UPDATE feed SET ${column} = ? WHERE slug = ?`).bind(value, slug).run();
      await set("feed-7", "refusal", "[]");
      await set("feed-8", "stale_since", NOW - 5);
      await set("feed-9", "stale_since", NOW - 9);
      expect(await body()).toEqual({
        ...{ status: "degraded", store: "ok", queue_lag_ms: 9, refused: 1, stale: 2, listed: "trouble" },
        feeds: {
          "feed-7": { edition: 7, refused: true, stale: false },
          "feed-8": { edition: 7, refused: false, stale: true },
          "feed-9": { edition: 7, refused: false, stale: true },
        },
      });
    });

    it("tells a hundred of each trouble at most, what has waited longest first, and counts the others", async () => {
      for (const [age, slug] of slugs.entries()) await insertFeed(home.db, slug, { ...fresh, stale_since: NOW - age });
      const { feeds, ...sums } = (await body()) as { feeds: object };
      expect(sums).toMatchObject({ queue_lag_ms: 100, refused: 0, stale: 101 });
      expect(new Set(Object.keys(feeds))).toEqual(new Set(slugs.slice(1)));
    });

    it("has every feed of as many as it tells one by one", async () => {
      const few = { ...many, definitions: new Map([...many.definitions].slice(1)) };
      for (const slug of slugs) await insertFeed(home.db, slug, fresh);
      const told = (await (await health(home, few).request("/")).json()) as { listed: string; feeds: object };
      expect([told.listed, Object.keys(told.feeds).length]).toEqual(["all", 100]);
    });
  });

  it("is down where the store does not answer: 503 (RFC 9110 §15.6.4)", async () => {
    const store = watchStore();
    store.before = isDown;
    expect(await ask(homeOn({ db: store.db }))).toEqual({
      ...{ status: 503, cache: "no-store" },
      body: {
        ...{ status: "down", store: "unavailable", reason: "unreachable" },
        detail: "the store cannot be reached (D1_ERROR: Network connection lost.)",
      },
    });
  });

  it("is down where the store can be read but not written to, and says what to do", async () => {
    const db: Database = { ...home.db, batch: has("damaged") as unknown as Database["batch"] };
    expect((await ask(homeOn({ db }))).body).toEqual({
      ...{ status: "down", store: "unavailable", reason: "damaged" },
      detail: "the store is damaged: restore a backup with `npm run restore`",
    });
  });

  it("costs a write every ten seconds at most, whoever asks, and is well again by itself", async () => {
    vi.useFakeTimers({ toFake: ["Date", "performance"], now: NOW });
    const write = vi.fn(has("full"));
    const db: Database = { ...home.db, batch: write as unknown as Database["batch"] };
    const app = health(homeOn({ db }), catalog);
    const status = async () => (await app.request("/")).status;
    expect([await status(), await status(), write.mock.calls.length]).toEqual([503, 503, 1]);
    db.batch = home.db.batch;
    vi.advanceTimersByTime(9_999);
    expect(await status()).toBe(503);
    vi.advanceTimersByTime(1);
    expect(await status()).toBe(200);
  });
});
