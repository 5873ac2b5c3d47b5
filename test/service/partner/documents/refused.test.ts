import { afterEach, beforeAll, describe, expect, it, vi } from "vitest";
import { MAX_REFUSALS } from "../../../../src/service/http/strangers.ts";
import { logTo } from "../../../../src/service/log.ts";
import { TOKEN } from "../../../homes/home.ts";
import { pass, startClock } from "../../clock.ts";
import { coldPoll, FORMATS, tagOf } from "../../cold-poll.ts";
import { isDown, watchStore, works } from "../../watched-store.ts";
import { basic, bearer, cold, type Minted, PARTNER_FEEDS } from "../syndicate.ts";
import { twoPartners, wholeOf } from "../two-partners.ts";

let radio: Minted;
let sportOnly: Minted;
let paper: Minted;

beforeAll(async () => {
  ({ radio, sportOnly, paper } = await twoPartners());
});
afterEach(() => vi.restoreAllMocks());

/** Every path below `/partner` that somebody could try. */
const PATHS = [
  ...FORMATS.flatMap((format) => [`/partner/radio.${format}`, `/partner/nothing.${format}`]),
  "/partner/radio/archive/1.rss",
  "/partner/nothing/archive/1.rss",
  "/partner/radio/archive/0.rss",
  "/partner/radio-games.rss",
  "/partner/paper-old.atom",
  "/partner/all.rss",
  "/partner/radio",
  "/partner/",
  "/partner",
];

describe("refused:", () => {
  it("no key: one and the same 401 for every path and method, with both challenges (RFC 9110 §11.6.1)", async () => {
    const poll = cold();
    const expected = await wholeOf(await poll("/partner/nothing.rss"));
    expect(expected).toEqual([
      401,
      expect.arrayContaining([
        ["www-authenticate", 'Basic realm="partner", charset="UTF-8", Bearer realm="partner"'],
        ["cache-control", "no-store"],
      ]),
      expect.any(String),
    ]);
    for (const path of PATHS)
      for (const method of ["GET", "POST", "OPTIONS"])
        expect([path, await wholeOf(await poll(path, {}, method))]).toEqual([path, expected]);
  });

  it.each([
    ["a key that was never minted", () => bearer(`wp_0123456789ab_${"A".repeat(43)}`)],
    ["another key's secret behind a known id", () => bearer(radio.key.slice(0, 16) + paper.key.slice(16))],
    ["a key cut short", () => bearer(radio.key.slice(0, -1))],
    ["a key that goes on", () => bearer(`${radio.key}A`)],
    ["the key as the user's name", () => ({ authorization: `Basic ${btoa(`${radio.key}:`)}` })],
    ["a key of no scheme", () => ({ authorization: radio.key })],
    ["a key of another scheme", () => ({ authorization: `Digest ${radio.key}` })],
    ["an empty password", () => basic("")],
    ["what is no base64", () => ({ authorization: "Basic ===" })],
    ["the stored hash in the key's place", () => bearer("f".repeat(64))],
  ])("%s: 401, the same for what exists and what does not", async (_, headers) => {
    const poll = cold();
    const expected = await wholeOf(await poll("/partner/nothing.rss", headers()));
    expect(expected).toEqual([401, expect.anything(), expect.any(String)]);
    for (const path of PATHS) expect([path, await wholeOf(await poll(path, headers()))]).toEqual([path, expected]);
  });

  it("another partner's key, and a key of another scope: one and the same 403 as for what does not exist", async () => {
    const poll = cold();
    for (const key of [paper, sportOnly]) {
      const expected = await wholeOf(await poll("/partner/nothing.rss", basic(key.key)));
      expect(expected).toEqual([403, expect.anything(), expect.any(String)]);
      for (const path of PATHS.filter((path) => !(key === paper ? /paper/ : /games/).test(path)))
        for (const method of ["GET", "DELETE"])
          expect([path, await wholeOf(await poll(path, basic(key.key), method))]).toEqual([path, expected]);
    }
    expect((await poll("/partner/radio-sport.rss", basic(sportOnly.key))).status).toBe(200);
  });

  it("timing: what exists costs the store as much as what does not, with any key and with none", async () => {
    for (const headers of [{}, basic(paper.key), bearer(`wp_0123456789ab_${"A".repeat(43)}`)]) {
      const calls = await Promise.all(
        ["/partner/radio.rss", "/partner/nothing.rss", "/partner/radio/archive/1.rss"].map(async (path) => {
          const store = watchStore();
          const { status } = await coldPoll(store.db, PARTNER_FEEDS)(path, headers as Record<string, string>);
          return [status, store.calls];
        }),
      );
      expect(new Set(calls.map((call) => call.join())).size).toBe(1);
    }
  });

  it("guessing: after sixty refusals in a minute an address is told to wait, at one look at the store, and shuts nobody out", async () => {
    startClock(Date.UTC(2026, 5, 1, 12));
    try {
      const store = watchStore();
      const poll = coldPoll(store.db, PARTNER_FEEDS);
      const guess = (index: number) => bearer(`wp_${index.toString(16).padStart(12, "0")}_${"A".repeat(43)}`);
      const ask = (headers: RequestInit["headers"], address = "192.0.2.1") =>
        poll("/partner/radio.rss", headers, "GET", address);
      expect((await ask(basic(radio.key))).status).toBe(200);
      for (let index = 0; index < MAX_REFUSALS; index += 1) expect((await ask(guess(index))).status).toBe(401);
      const { calls } = store;
      for (let index = 0; index < 500; index += 1) {
        const refused = await ask(index % 2 ? bearer("none") : guess(index));
        expect([refused.status, refused.headers.get("retry-after")]).toEqual([
          429,
          expect.stringMatching(/^[1-9]\d?$/),
        ]);
      }
      expect(store.calls).toBe(calls + 1);
      // Who shares the address goes on, seen before or not; so does everybody elsewhere.
      expect((await ask(basic(radio.key))).status).toBe(200);
      expect((await ask(basic(paper.key))).status).toBe(403);
      expect((await ask(bearer(TOKEN))).status).toBe(200);
      expect((await ask(guess(MAX_REFUSALS), "192.0.2.2")).status).toBe(401);
      pass(60_000);
      expect((await ask(basic(radio.key))).status).toBe(200);
      expect((await ask(guess(0))).status).toBe(401);
    } finally {
      vi.useRealTimers();
    }
  });

  it("HEAD: as GET, without a body", async () => {
    const poll = cold();
    for (const [headers, status] of [
      [{}, 401],
      [basic(paper.key), 403],
    ] as const) {
      const head = await poll("/partner/radio.rss", headers, "HEAD");
      const get = await poll("/partner/radio.rss", headers);
      expect([head.status, await head.text(), [...head.headers]]).toEqual([status, "", [...get.headers]]);
    }
  });

  it("a key in the URL where the partner's settings do not allow it: 401; where they do: 200", async () => {
    expect((await cold()(`/partner/radio.rss?key=${radio.key}`)).status).toBe(401);
    expect((await cold()(`/partner/paper.rss?key=${paper.key}`)).status).toBe(200);
    // A header decides alone.
    expect((await cold()(`/partner/paper.rss?key=${paper.key}`, bearer("wrong"))).status).toBe(401);
  });

  it("path tricks: no second way to write a feed's path opens it", async () => {
    const poll = cold();
    for (const path of [
      "/partner//radio.rss",
      "/partner/%72adio.rss",
      "/partner/radio%2Erss",
      "/partner/RADIO.rss",
      "/partner/radio.rss/",
      "/partner/radio.rss;paper.rss",
      "/partner/paper.rss%2f..%2fradio.rss",
      "/partner/radio.rss%00",
      "/partner/radio.rss.rss",
      "/partner/radio/archive/01.rss",
    ]) {
      expect([path, (await poll(path)).status]).toEqual([path, 401]);
      expect([path, (await poll(path, basic(radio.key))).status]).toEqual([path, 403]);
      expect([path, (await poll(path, basic(paper.key))).status]).toEqual([path, 403]);
    }
    expect((await poll("/partner/../feeds/radio.rss", basic(radio.key))).status).toBe(404);
    expect((await poll("/feeds/../partner/radio.rss", basic(paper.key))).status).toBe(403);
    expect((await poll("/feeds/%2e%2e/partner/radio.rss")).status).toBe(401);
  });

  it("a delta of another partner's feed, and an archive page guessed", async () => {
    const poll = cold();
    const etag = `W/"${tagOf(await poll("/partner/radio.atom", basic(radio.key)))}"`;
    for (const path of ["/partner/radio.atom", "/partner/radio/archive/1.atom", "/partner/radio/archive/2.atom"])
      for (const extra of [
        { accept: "*/*" },
        { "if-none-match": etag, "a-im": "feed" },
        { "if-none-match": "*" },
      ] as Record<string, string>[])
        expect((await poll(path, { ...basic(paper.key), ...extra })).status).toBe(403);
  });

  it("the tag of another partner's document: no 304 and no delta, the whole of one's own", async () => {
    const poll = cold();
    for (const format of FORMATS) {
      const foreign = (await poll(`/partner/radio.${format}`, basic(radio.key))).headers.get("etag") ?? "";
      const own = await poll(`/partner/paper.${format}`, {
        ...basic(paper.key),
        "if-none-match": foreign,
        "a-im": "feed",
      });
      expect([own.status, await own.text()]).toEqual([
        200,
        await (await poll(`/partner/paper.${format}`, basic(paper.key))).text(),
      ]);
    }
  });

  it("what a shared cache could keep: every answer is private, without tag or foreign origin, and varies by key", async () => {
    const poll = cold();
    const whole = await poll("/partner/radio.rss", basic(radio.key));
    const etag = whole.headers.get("etag") ?? "";
    const answers = [whole, await poll("/partner/radio.rss", { ...basic(radio.key), "if-none-match": etag })];
    for (const { headers } of answers) {
      expect(headers.get("cache-control")).toBe("private, no-cache");
      expect(headers.get("cloudflare-cdn-cache-control")).toBe("no-store");
      expect(headers.get("vary")?.split(/, */)).toContain("authorization");
      expect(headers.get("cache-tag")).toBeNull();
      expect(headers.get("access-control-allow-origin")).toBeNull();
    }
    // Right after, the instance holds the document: for the one key only.
    expect((await poll("/partner/radio.rss", basic(paper.key))).status).toBe(403);
    expect((await poll("/partner/radio.rss")).status).toBe(401);
  });

  it("a redirect that would carry the key, or tell of a feed to whom it does not concern", async () => {
    const moved = await cold()("/partner/radio-games.rss?key=x", basic(radio.key));
    expect([moved.status, moved.headers.get("location")]).toEqual([
      301,
      "https://feeds.example/partner/radio-sport.rss",
    ]);
    expect(moved.headers.get("cache-control")).toBe("no-store");
    expect((await cold()("/partner/radio-games.rss", basic(paper.key))).status).toBe(403);
    expect((await cold()("/partner/paper-old.rss", basic(paper.key))).status).toBe(410);
    expect((await cold()("/partner/paper-old.rss", basic(radio.key))).status).toBe(403);
  });

  it("whatever a poll writes to the log has no key in it", async () => {
    // What is written once a minute is written anew.
    logTo();
    const written: string[] = [];
    for (const name of ["log", "error", "warn", "info"] as const)
      vi.spyOn(console, name).mockImplementation((...values) => void written.push(values.join(" ")));
    const store = watchStore();
    const poll = coldPoll(store.db, PARTNER_FEEDS);
    store.before = isDown;
    expect((await poll(`/partner/paper.rss?key=${paper.key}`)).status).toBe(503);
    store.before = works;
    expect((await poll(`/partner/paper.rss?key=${paper.key}`)).status).toBe(200);
    expect(written.length).toBeGreaterThan(0);
    expect(written.join()).not.toContain(paper.key.slice(16));
  });
});
