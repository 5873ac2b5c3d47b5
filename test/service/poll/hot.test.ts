import { afterEach, beforeAll, beforeEach, describe, expect, it, vi } from "vitest";
import { parseCatalog } from "../../../src/feed/catalog.ts";
import { publicAccount } from "../../../src/service/audience/account.ts";
import { newKept } from "../../../src/service/kept.ts";
import { MAX_POLLED, type Polled } from "../../../src/service/poll/hot.ts";
import { CHECK_INTERVAL } from "../../../src/service/poll/memory.ts";
import { feedShelf } from "../../../src/service/poll/shelf.ts";
import { routes } from "../../../src/service/service.ts";
import { SITE } from "../../site.ts";
import { pass, startClock } from "../clock.ts";
import { coldPoll, FORMATS } from "../cold-poll.ts";
import { article, FEEDS, homeOn, newsroom } from "../newsroom.ts";

beforeAll(async () => {
  const desk = await newsroom();
  await desk.put(article("a", { content_html: "<p>Ä</p>" }));
  await desk.publish();
});

const whole = async (response: Response) => ({
  status: response.status,
  headers: [...response.headers],
  body: [...new Uint8Array(await response.arrayBuffer())],
});

describe.each(FORMATS)("a hot answer (%s)", (format) => {
  // However busy the machine, what was confirmed stays so.
  beforeEach(() => startClock(Date.now()));
  afterEach(() => vi.useRealTimers());

  const path = `/feeds/all.${format}`;

  it.each([
    ["plain", {}],
    ["gzip", { "accept-encoding": "gzip" }],
    ["Brotli", { "accept-encoding": "br" }],
    ["not modified, by tag", { "if-none-match": "*" }],
    ["not modified, by time", { "if-modified-since": "Fri, 01 Jan 2100 00:00:00 GMT" }],
  ])("is the cold one again, header for header and byte for byte: %s", async (_, headers) => {
    const poll = coldPoll();
    await poll(path);
    // From memory, as all that comes after: what was confirmed just now says so of its copies.
    const cold = await whole(await poll(path, headers));
    expect(cold.headers.length).toBeGreaterThan(4);
    expect(await whole(await poll(path, headers))).toEqual(cold);
    expect(await whole(await poll(path, headers))).toEqual(cold);
  });

  it("has what its own request asks for, whatever was asked before", async () => {
    const poll = coldPoll();
    for (let turn = 0; turn < 2; turn += 1) {
      const gzip = await poll(path, { "accept-encoding": "gzip" });
      const identity = await poll(path);
      const head = await poll(path, { "accept-encoding": "gzip" }, "HEAD");
      const query = await poll(`${path}?_=1`, { "accept-encoding": "gzip" });
      expect([gzip, identity, head, query].map(({ headers }) => headers.get("content-encoding"))).toEqual([
        "gzip",
        null,
        "gzip",
        "gzip",
      ]);
      expect((await head.arrayBuffer()).byteLength).toBe(0);
      expect(query.headers.get("cloudflare-cdn-cache-control")).toBe("no-store");
    }
  });
});

describe("before anything is routed", () => {
  const URL = "https://feeds.example/feeds/all.rss";
  const home = homeOn();
  const kept = newKept(home);
  const app = routes(home, parseCatalog(SITE, FEEDS), kept, {
    takeUp: async () => undefined,
    awaken: async () => "busy",
  });
  const ask = (headers: RequestInit["headers"] = {}, method = "GET", url = URL) =>
    new Request(url, { method, headers });
  const route = async (request: Request) => app.fetch(request);
  const hot = (request: Request) => kept.hot.answer(request)?.status ?? null;
  const polled: Polled = {
    shelf: feedShelf("all"),
    format: "rss",
    keep: "max-age=300",
    account: publicAccount(home, kept.counts),
  };

  beforeAll(async () => {
    expect(hot(ask())).toBeNull();
    await route(ask());
    await route(ask({ "if-none-match": "*" }));
  });

  it("answers what it has answered before", () => {
    expect([hot(ask()), hot(ask({ "if-none-match": "*" }))]).toEqual([200, 304]);
  });

  it.each([
    ["a coding not asked for yet", ask({ "accept-encoding": "gzip" })],
    ["HEAD", ask({}, "HEAD")],
    ["another method", ask({}, "DELETE")],
    ["a browser that opens the document", ask({ "sec-fetch-dest": "document" })],
    ["a delta", ask({ "a-im": "feed", "if-none-match": '"old"' })],
    ["a query", ask({}, "GET", `${URL}?_=1`)],
    ["another host", ask({}, "GET", URL.replace("feeds", "other"))],
    ["another document", ask({}, "GET", URL.replace(".rss", ".atom"))],
  ])("leaves to the routes: %s", (_, request) => {
    expect(hot(request)).toBeNull();
  });

  it("keeps no answer of an edition that has been replaced while it was made", async () => {
    const url = URL.replace(".rss", ".json");
    const late = new Response("{}", { headers: { etag: 'W/"of the edition before"' } });
    kept.hot.remember({ ...polled, format: "json" }, ask({}, "GET", url), late);
    expect([kept.hot.has(url), hot(ask({}, "GET", url))]).toEqual([false, null]);
  });

  it("leaves to the routes a poll that finds counts to be stored", () => {
    const isDue = vi.spyOn(kept.counts, "isDue").mockReturnValue(true);
    expect(hot(ask())).toBeNull();
    isDue.mockRestore();
    expect(hot(ask())).toBe(200);
  });

  it("leaves to the routes a poll that finds the edition to be confirmed", () => {
    startClock(Date.now());
    pass(CHECK_INTERVAL);
    expect(hot(ask())).toBeNull();
    vi.useRealTimers();
  });

  it("keeps a bounded number of URLs, whatever hosts are asked for", async () => {
    for (let host = 0; host <= MAX_POLLED; host += 1)
      kept.hot.remember(
        polled,
        ask({}, "GET", `https://h${host}.example/`),
        kept.hot.answer(ask()) ?? (await route(ask())),
      );
    expect(kept.hot.size).toBe(MAX_POLLED);
    expect(kept.hot.has(`https://h${MAX_POLLED}.example/`)).toBe(true);
    const known = `https://h${MAX_POLLED - 1}.example/`;
    kept.hot.remember(polled, ask({}, "GET", known), await route(ask()));
    expect([kept.hot.size, kept.hot.has(known)]).toEqual([MAX_POLLED, true]);
  });
});
