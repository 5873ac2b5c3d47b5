import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { DEFAULT_REQUESTS_PER_MINUTE } from "../../../../src/partner/partner.ts";
import { SITE } from "../../../site.ts";
import { pass, startClock } from "../../clock.ts";
import { FORMATS } from "../../cold-poll.ts";
import { article, homeOn, instance } from "../../newsroom.ts";
import { basic, cold, type Desk, PARTNER_FEEDS, syndicate } from "../../partner/syndicate.ts";

let desk: Desk;
let key: string;

/** The start of a minute of a day, so that no test runs into the next by chance. */
const NOON = Date.UTC(2026, 5, 1, 12);

beforeEach(async () => {
  startClock(NOON);
  desk = await syndicate();
  await desk.partner("radio", { requests_per_minute: 3, bytes_per_day: 1_000_000 });
  key = (await desk.key("radio")).key;
  await desk.put(article("a", { content_html: `<p>${"word ".repeat(2_000)}</p>` }));
  await desk.publish();
});
afterEach(() => void vi.useRealTimers());

const after = (seconds: number) => pass(seconds * 1000);
const PATH = "/partner/radio.rss";

describe("requests a minute of a key", () => {
  it("beyond the limit are 429, and say when the next minute begins (RFC 6585 §4)", async () => {
    const poll = cold();
    for (let index = 0; index < 3; index += 1) expect((await poll(PATH, basic(key))).status).toBe(200);
    after(20);
    const refused = await poll(PATH, basic(key));
    expect([refused.status, refused.headers.get("retry-after")]).toEqual([429, "40"]);
    expect(refused.headers.get("cache-control")).toBe("no-store");
    expect((await poll(PATH, basic(key), "HEAD")).status).toBe(429);
    expect((await poll(PATH, basic((await desk.key("radio")).key))).status).toBe(200);
    after(40);
    expect((await poll(PATH, basic(key))).status).toBe(200);
  });

  it("never refuse a conditional poll at a sane pace that ends in 304 or 226, and still a full document", async () => {
    const poll = cold();
    const tags: Record<string, string> = {};
    for (const format of FORMATS)
      tags[format] = (await poll(`/partner/radio.${format}`, basic(key))).headers.get("etag") ?? "";
    const unchanged = (format: string, more = {}) =>
      poll(`/partner/radio.${format}`, { ...basic(key), "if-none-match": tags[format] ?? "", ...more });
    expect((await unchanged("rss")).status).toBe(429);
    after(60);
    for (const format of FORMATS) expect((await unchanged(format)).status).toBe(304);
    after(60);
    // Somebody else has used the minute up.
    for (let index = 0; index < 3; index += 1) await poll("/partner/radio-sport.rss", basic(key));
    expect((await unchanged("rss")).status).toBe(304);
    expect((await unchanged("rss")).status).toBe(429);
    expect((await poll("/partner/radio.atom", { ...basic(key), "if-none-match": '"other"' })).status).toBe(429);
    await desk.put(article("b"));
    await desk.publish();
    after(30);
    expect((await unchanged("json", { "a-im": "feed" })).status).toBe(226);
    expect((await unchanged("atom")).status).toBe(429);
  });

  it("are counted by the platform's rate limiter where it has one, with the same answers", async () => {
    await desk.api("PATCH", "/api/partners/radio", { requests_per_minute: DEFAULT_REQUESTS_PER_MINUTE });
    const asked: string[] = [];
    const limiter = async (key: string) => asked.push(key) < 2;
    const service = instance(PARTNER_FEEDS, SITE, homeOn({ limiter }));
    const poll = (headers: Record<string, string>) =>
      service.fetch(new Request(`https://feeds.example${PATH}`, { headers: { ...basic(key), ...headers } }));
    const first = await poll({});
    expect(first.status).toBe(200);
    expect((await poll({})).status).toBe(429);
    after(60);
    expect((await poll({ "if-none-match": first.headers.get("etag") ?? "" })).status).toBe(304);
    expect(new Set(asked)).toEqual(new Set([key.slice(3, 15)]));
  });
});

describe("full-document bytes a day of a key", () => {
  it("beyond the limit are 429 until midnight UTC; 304 and deltas go on", async () => {
    await desk.api("PATCH", "/api/partners/radio", { bytes_per_day: 30_000, requests_per_minute: 100 });
    const poll = cold();
    const first = await poll(PATH, basic(key));
    const etag = first.headers.get("etag") ?? "";
    expect(Number(first.headers.get("content-length"))).toBeGreaterThan(10_000);
    expect((await poll(PATH, basic(key))).status).toBe(200);
    const refused = await poll(PATH, basic(key));
    expect([refused.status, refused.headers.get("retry-after")]).toEqual([429, String(12 * 3600)]);
    expect((await poll(PATH, { ...basic(key), "accept-encoding": "gzip" })).status).toBe(200);
    expect((await poll(PATH, { ...basic(key), "if-none-match": etag })).status).toBe(304);
    // Another instance knows of it from the store.
    expect((await cold()(PATH, basic(key))).status).toBe(429);
    after(12 * 3600);
    expect((await cold()(PATH, basic(key))).status).toBe(200);
  });
});
