import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import type { Answer, CacheRequest } from "./answer.ts";
import { EdgeCache } from "./edge-cache.ts";

/** What the worker answers next, and what it was asked. */
let say: (
  request: CacheRequest,
) => Partial<Omit<Answer, "headers">> & { text?: string; headers?: Record<string, string> };
let asked: CacheRequest[];
/** How long the worker takes, and a purge. Milliseconds. */
let takes: number;
let purgeTakes: Record<string, number>;
let cache: EdgeCache;

beforeEach(() => {
  vi.useFakeTimers({ now: Date.UTC(2026, 0, 1) });
  say = () => ({ headers: { "cache-control": "public, max-age=60" } });
  asked = [];
  takes = 0;
  purgeTakes = {};
  const worker = async (request: CacheRequest): Promise<Answer> => {
    asked.push(request);
    const { text = `run ${asked.length}`, headers, ...more } = say(request);
    if (takes > 0) await new Promise((resolve) => setTimeout(resolve, takes));
    const body = new TextEncoder().encode(text);
    return { status: 200, body, from: "worker", cacheStatus: "MISS", ...more, headers: new Headers(headers) };
  };
  cache = new EdgeCache(worker, (tier) => purgeTakes[tier] ?? 0);
});
afterEach(() => void vi.useRealTimers());

const pass = (seconds: number) => vi.advanceTimersByTimeAsync(seconds * 1000);

interface Get {
  place?: number;
  method?: string;
  headers?: Record<string, string>;
}

async function get(path = "/a", { place = 0, method = "GET", headers = {} }: Get = {}) {
  const answer = await cache.fetch(place, { method, path, headers: new Headers(headers) });
  return { ...answer, text: new TextDecoder().decode(answer.body) };
}

/** The `Cf-Cache-Status` of each of some requests, one after the other. */
async function statuses(...requests: Get[]): Promise<string[]> {
  const all: string[] = [];
  for (const request of requests) all.push((await get("/a", request)).cacheStatus);
  return all;
}

const control = (value: string) => ({ headers: { "cache-control": value } });

describe("a key", () => {
  it("is path and query, whatever the host", async () => {
    await get("/a?b=1");
    expect((await get("/a?b=1")).cacheStatus).toBe("HIT");
    expect((await get("/a?b=2")).cacheStatus).toBe("MISS");
    expect((await get("/a")).cacheStatus).toBe("MISS");
  });

  it("is the same for HEAD as for GET, which is what the worker is asked", async () => {
    const head = await get("/a", { method: "HEAD" });
    expect(head.text).toBe("");
    expect(asked.map(({ method }) => method)).toEqual(["GET"]);
    expect(await get("/a")).toMatchObject({ cacheStatus: "HIT", text: "run 1" });
  });

  it("is none for other methods", async () => {
    await get("/a", { method: "POST" });
    await get("/a", { method: "POST" });
    expect(asked.map(({ method }) => method)).toEqual(["POST", "POST"]);
  });

  it("has a variant for each exact value of what Vary names", async () => {
    say = () => ({ headers: { "cache-control": "max-age=60", vary: "Accept-Encoding" } });
    await get("/a", { headers: { "accept-encoding": "gzip, br" } });
    expect(await statuses({ headers: { "accept-encoding": "br, gzip" } }, {})).toEqual(["MISS", "MISS"]);
    const again = await get("/a", { headers: { "accept-encoding": "gzip, br" } });
    expect(again).toMatchObject({ cacheStatus: "HIT", text: "run 1" });
  });
});

describe("tiers", () => {
  it("both keep what comes through: one place has it from the other's upper tier, without a run", async () => {
    await get("/a", { place: 0 });
    expect(await get("/a", { place: 1 })).toMatchObject({ text: "run 1", from: "upper" });
    expect(await get("/a", { place: 1 })).toMatchObject({ text: "run 1", from: "west" });
    expect(asked).toHaveLength(1);
  });

  it("count an answer's age each from when it came: it lives twice as long", async () => {
    await get("/a", { place: 0 });
    await pass(59);
    await get("/a", { place: 1 });
    await pass(59);
    expect(await get("/a", { place: 1 })).toMatchObject({ cacheStatus: "HIT", text: "run 1" });
    await pass(2);
    expect((await get("/a", { place: 1 })).text).toBe("run 2");
  });

  it("keep Cloudflare's own headers to themselves", async () => {
    say = () => ({ headers: { "cloudflare-cdn-cache-control": "max-age=60", "cache-tag": "x", etag: '"1"' } });
    const { headers } = await get();
    expect([...headers.keys()]).toEqual(["etag"]);
  });
});

describe("conditions", () => {
  beforeEach(() => {
    say = ({ headers }) => {
      const headersToSend = { "cache-control": "max-age=60", etag: 'W/"1"' };
      return headers.get("if-none-match") === 'W/"1"'
        ? { status: 304, text: "", headers: headersToSend }
        : { headers: headersToSend };
    };
  });

  it("are answered where the copy is, and not asked of the worker where there is none", async () => {
    const first = await get("/a", { headers: { "if-none-match": '"1"' } });
    expect(first).toMatchObject({ status: 304, text: "", cacheStatus: "MISS" });
    expect(asked[0]?.headers.has("if-none-match")).toBe(false);
    expect(await get("/a")).toMatchObject({ status: 200, text: "run 1", cacheStatus: "HIT" });
  });

  it("of its own a tier asks once a copy is stale; a 304 keeps the body and begins its time anew", async () => {
    await get();
    await pass(61);
    expect(await get()).toMatchObject({ status: 200, text: "run 1", cacheStatus: "REVALIDATED" });
    await pass(59);
    expect(await get()).toMatchObject({ text: "run 1", cacheStatus: "HIT" });
  });

  it("end with the headers of the 304 in the place of the stored ones", async () => {
    await get();
    await pass(61);
    say = () => ({ status: 304, headers: { "cache-control": "max-age=5" } });
    expect((await get()).headers.get("cache-control")).toBe("max-age=5");
    await pass(6);
    say = () => control("max-age=60");
    expect((await get()).cacheStatus).toBe("EXPIRED");
  });

  it("leave a copy stale where the 304 may not be stored", async () => {
    await get();
    await pass(61);
    say = () => ({ status: 304, headers: { "cache-control": "no-store" } });
    expect(await get()).toMatchObject({ status: 200, text: "run 1" });
    const before = asked.length;
    await get();
    expect(asked.length).toBe(before + 1);
  });
});

describe("what is stale", () => {
  it("is sent while the next is fetched, for as long as stale-while-revalidate says", async () => {
    say = () => control("max-age=10, stale-while-revalidate=5");
    await get();
    await pass(12);
    expect(await get()).toMatchObject({ text: "run 1", cacheStatus: "UPDATING" });
    await pass(0);
    expect((await get()).cacheStatus).toBe("HIT");
    await pass(16);
    expect((await get()).cacheStatus).toBe("EXPIRED");
  });

  it.each(["s-maxage=10", "max-age=10, must-revalidate", "max-age=10, proxy-revalidate"])(
    "is never sent where there is %s",
    async (directives) => {
      say = () => control(`${directives}, stale-while-revalidate=50, stale-if-error=50`);
      await get();
      await pass(11);
      say = () => ({ status: 503, headers: { "cache-control": "no-store" } });
      expect((await get()).status).toBe(503);
    },
  );

  const fails = () => ({ status: 503, headers: { "cache-control": "no-store" } });

  it("is sent on error for as long as stale-if-error says", async () => {
    say = () => control("max-age=10, stale-if-error=50");
    await get();
    say = fails;
    await pass(30);
    expect(await get()).toMatchObject({ status: 200, text: "run 1", from: "upper" });
    await pass(100);
    expect((await get()).status).toBe(503);
  });

  it("is sent on error for ever where nothing is said of it", async () => {
    say = () => control("max-age=10");
    await get();
    say = () => {
      throw new Error("Worker threw exception");
    };
    await pass(1_000_000);
    expect(await get()).toMatchObject({ status: 200, text: "run 1", from: "upper" });
    expect((await get("/other")).status).toBe(500);
  });
});

describe("requests that come while one is on its way", () => {
  const later = () => {
    takes = 1_000;
  };

  it("wait for it: the worker runs once", async () => {
    later();
    const all = Promise.all([get(), get(), get("/a", { place: 1 })]);
    await pass(1);
    expect((await all).map(({ text }) => text)).toEqual(["run 1", "run 1", "run 1"]);
    expect(asked).toHaveLength(1);
  });

  it("run the worker each where its answer may not be stored", async () => {
    later();
    say = () => control("no-store");
    const all = Promise.all([get(), get(), get()]);
    await pass(3);
    expect((await all).map(({ cacheStatus }) => cacheStatus)).toEqual(["BYPASS", "BYPASS", "BYPASS"]);
    expect(asked).toHaveLength(3);
  });

  it("of another variant have a run of their own", async () => {
    later();
    say = () => ({ headers: { "cache-control": "max-age=60", vary: "accept-encoding" } });
    const all = Promise.all([get(), get("/a", { headers: { "accept-encoding": "br" } })]);
    await pass(3);
    expect((await all).map(({ text }) => text)).toEqual(["run 1", "run 2"]);
  });
});

describe("a purge", () => {
  const tagged = (tag: string) => () => ({ headers: { "cache-control": "max-age=60", "cache-tag": tag } });

  it("takes what carries the tag out of both tiers, whatever the case, and leaves the rest", async () => {
    say = tagged("feed-a, Feed-B");
    await get("/a");
    say = tagged("feed-c");
    await get("/c");
    expect(await cache.purge({ tags: ["feed-b"] })).toEqual({ success: true, errors: [] });
    await pass(0);
    expect((await get("/a")).cacheStatus).toBe("MISS");
    expect((await get("/c")).cacheStatus).toBe("HIT");
  });

  it("takes all variants of a URL", async () => {
    say = () => ({ headers: { "cache-control": "max-age=60", "cache-tag": "x", vary: "accept-encoding" } });
    await get("/a", { headers: { "accept-encoding": "br" } });
    await get("/a", { headers: { "accept-encoding": "gzip" } });
    await cache.purge({ tags: ["x"] });
    await pass(0);
    const all = await statuses({ headers: { "accept-encoding": "br" } }, { headers: { "accept-encoding": "gzip" } });
    expect(all).toEqual(["MISS", "MISS"]);
  });

  it("comes to each tier in its time: a lower one is filled again from an upper one that it has not come to", async () => {
    purgeTakes = { upper: 500, east: 100 };
    say = tagged("x");
    await get();
    await cache.purge({ tags: ["x"] });
    await pass(0.2);
    expect(await get()).toMatchObject({ text: "run 1", from: "upper" });
    await pass(1);
    expect(await get()).toMatchObject({ text: "run 1", cacheStatus: "HIT" });
  });

  it("does not stop what is on its way: that is stored after it", async () => {
    takes = 1_000;
    say = tagged("x");
    const before = get();
    await pass(0.5);
    await cache.purge({ tags: ["x"] });
    await pass(1);
    expect((await before).text).toBe("run 1");
    expect(await get()).toMatchObject({ text: "run 1", cacheStatus: "HIT" });
  });

  it("is refused where nothing is left of the rate, which throws nothing", async () => {
    cache.rate.empty();
    expect(await cache.purge({ tags: ["x"] })).toEqual({
      success: false,
      errors: [{ code: expect.any(Number), message: expect.stringContaining("Rate limit") }],
    });
  });

  it("has at most 100 tags", async () => {
    const tags = Array.from({ length: 101 }, (_, index) => `tag-${index}`);
    expect((await cache.purge({ tags })).success).toBe(false);
    expect((await cache.purge({ tags: tags.slice(1) })).success).toBe(true);
  });
});
