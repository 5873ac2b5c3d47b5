import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { parseCatalog } from "../../../src/feed/catalog.ts";
import { DEFAULT_REQUESTS_PER_MINUTE } from "../../../src/partner/partner.ts";
import type { Home } from "../../../src/service/home.ts";
import { newKept } from "../../../src/service/kept.ts";
import { CHECK_INTERVAL } from "../../../src/service/poll/memory.ts";
import { routes } from "../../../src/service/service.ts";
import { TOKEN } from "../../homes/home.ts";
import { SITE } from "../../site.ts";
import { pass, startClock } from "../clock.ts";
import { article, homeOn } from "../newsroom.ts";
import { basic, bearer, type Desk, PARTNER_FEEDS, syndicate } from "./syndicate.ts";

const NOON = Date.UTC(2026, 5, 1, 12);
const URL = "https://feeds.example/partner/radio.rss";

let desk: Desk;
let key: string;
let partner: ReturnType<typeof instance>;

function instance(home: Home = homeOn({ limiter: undefined })) {
  const kept = newKept(home);
  const app = routes(home, parseCatalog(SITE, PARTNER_FEEDS), kept, {
    takeUp: async () => undefined,
    awaken: async () => "busy",
  });
  const toRequest = (headers: RequestInit["headers"], url = URL, method = "GET") =>
    new Request(url, { headers, method });
  return {
    routed: async (headers: RequestInit["headers"]) => app.fetch(toRequest(headers)),
    hot: (headers: RequestInit["headers"], url = URL, method = "GET") =>
      kept.hot.answer(toRequest(headers, url, method)),
  };
}

beforeEach(async () => {
  startClock(NOON);
  desk = await syndicate();
  await desk.partner("radio");
  await desk.partner("paper");
  key = (await desk.key("radio")).key;
  await desk.put(article("a"));
  await desk.publish();
  partner = instance();
  expect(partner.hot(basic(key))).toBeNull();
  await partner.routed(basic(key));
});
afterEach(() => void vi.useRealTimers());

const after = (milliseconds: number) => pass(milliseconds);

describe("a partner's hot poll", () => {
  it("is answered as before, header for header and byte for byte, before anything is routed", async () => {
    const whole = async (response: Response | null) => ({
      status: response?.status,
      headers: [...(response?.headers ?? [])],
      body: await response?.text(),
    });
    const unchanged = { ...bearer(key), "if-none-match": "*" };
    expect(await whole(partner.hot(basic(key)))).toEqual(await whole(await partner.routed(basic(key))));
    expect(await whole(partner.hot(bearer(key)))).toEqual(await whole(await partner.routed(basic(key))));
    expect(await whole(await partner.routed(unchanged))).toEqual(await whole(partner.hot(unchanged)));
  });

  type Ask = [headers: RequestInit["headers"], url?: string, method?: string];
  it.each<[string, () => Ask]>([
    ["no key", () => [{}]],
    ["a wrong key", () => [basic(`${key.slice(0, -1)}${key.endsWith("A") ? "B" : "A"}`)]],
    ["no key of ours", () => [basic("secret")]],
    ["the desk's own token", () => [bearer(TOKEN)]],
    ["a key in the URL", () => [{}, `${URL}?key=${key}`]],
    ["HEAD", () => [basic(key), URL, "HEAD"]],
    ["a browser that opens the document", () => [{ ...basic(key), "sec-fetch-dest": "document" }]],
    ["a delta", () => [{ ...basic(key), "a-im": "feed", "if-none-match": '"old"' }]],
    ["another of its documents", () => [basic(key), URL.replace(".rss", ".json")]],
    ["another of its feeds", () => [basic(key), URL.replace("radio", "radio-sport")]],
  ])("is left to the routes with %s", (_, ask) => {
    expect(partner.hot(...ask())).toBeNull();
    expect(partner.hot(basic(key))?.status).toBe(200);
  });

  it("is left to the routes with a good key of somebody else", async () => {
    const other = basic((await desk.key("paper")).key);
    expect((await partner.routed(other)).status).toBe(403);
    expect(partner.hot(other)).toBeNull();
  });

  it("is left to the routes with a key of its partner that does not open this feed", async () => {
    const narrow = basic((await desk.key("radio", { feeds: ["radio-sport"] })).key);
    expect((await partner.routed(narrow)).status).toBe(403);
    expect(partner.hot(narrow)).toBeNull();
  });

  it("is left to the routes once its key has expired", async () => {
    const expires = new Date(Date.now() + 500).toISOString();
    const brief = basic((await desk.key("radio", { expires_at: expires })).key);
    await partner.routed(brief);
    expect(partner.hot(brief)?.status).toBe(200);
    after(500);
    expect(partner.hot(brief)).toBeNull();
  });

  it("is left to the routes once the key or the edition is to be confirmed", async () => {
    after(999);
    expect(partner.hot(basic(key))?.status).toBe(200);
    after(1);
    expect(partner.hot(basic(key))).toBeNull();
    await partner.routed(basic(key));
    after(CHECK_INTERVAL - 1_000);
    expect(partner.hot(basic(key))).toBeNull();
  });

  it("is left to the routes where an edition's receipt is to be written", async () => {
    after(1_000);
    await desk.put(article("b"));
    await desk.publish();
    after(CHECK_INTERVAL);
    const other = (await desk.key("radio")).key;
    // It is told of the new edition, which proves nothing of what it has.
    expect(
      (await partner.routed({ ...basic(other), "if-modified-since": "Fri, 01 Jan 2100 00:00:00 GMT" })).status,
    ).toBe(304);
    expect(partner.hot({ ...basic(other), "if-modified-since": "Fri, 01 Jan 2100 00:00:00 GMT" })).toBeNull();
    expect((await partner.routed(basic(other))).status).toBe(200);
    expect(partner.hot({ ...basic(other), "if-modified-since": "Fri, 01 Jan 2100 00:00:00 GMT" })?.status).toBe(304);
  });

  it("is left to the routes beyond its requests a minute, and counts there like any other", async () => {
    await desk.api("PATCH", "/api/partners/radio", { requests_per_minute: 4 });
    const limited = instance();
    await limited.routed(basic(key));
    expect([limited.hot(basic(key)), limited.hot(basic(key))].map((answer) => answer?.status)).toEqual([200, 200]);
    expect((await limited.routed(basic(key))).status).toBe(200);
    expect(limited.hot(basic(key))).toBeNull();
    expect((await limited.routed(basic(key))).status).toBe(429);
  });

  it("is left to the routes beyond its bytes a day, which it uses up like any other", async () => {
    const { byteLength } = await (await partner.routed(basic(key))).arrayBuffer();
    await desk.api("PATCH", "/api/partners/radio", { bytes_per_day: byteLength * 15 });
    const limited = instance();
    let full = 0;
    for (; full < 100; full += 1) {
      const answer = limited.hot(basic(key)) ?? (await limited.routed(basic(key)));
      if (answer.status !== 200) break;
    }
    expect(full).toBeGreaterThan(10);
    expect(full).toBeLessThanOrEqual(15);
    expect(limited.hot(basic(key))).toBeNull();
  });

  it("is left to the routes where a limiter is to be asked", async () => {
    const polled = async (home: Home) => {
      const one = instance(home);
      await one.routed(basic(key));
      return one.hot(basic(key))?.status ?? null;
    };
    const limiting = { ...homeOn(), limiter: async () => true };
    expect(await polled(limiting)).toBe(200);
    await desk.api("PATCH", "/api/partners/radio", { requests_per_minute: DEFAULT_REQUESTS_PER_MINUTE });
    expect(await polled(homeOn({ limiter: undefined }))).toBe(200);
    expect(await polled(limiting)).toBeNull();
  });
});
