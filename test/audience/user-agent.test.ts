import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { KINDS, kindOf } from "../../src/audience/products.ts";
import { MAX_SUBSCRIBERS, MAX_USER_AGENT, parseUserAgent } from "../../src/audience/user-agent.ts";
import { quickest } from "../quickest.ts";
import { hostile } from "./hostile.ts";

const SAFARI =
  "Mozilla/5.0 (Macintosh; Intel Mac OS X 10_15_7) AppleWebKit/605.1.15 (KHTML, like Gecko) Version/17.4 Safari/605.1.15";

describe("a User-Agent that tells of subscribers", () => {
  it.each<[userAgent: string, product: string, subscribers: number, feedId?: string]>([
    ["Feedly/1.0 (+http://www.feedly.com/fetcher.html; 462 subscribers; )", "Feedly", 462],
    ["Feedly/1.0 (+http://www.feedly.com/fetcher.html; 1 subscribers; like FeedFetcher-Google)", "Feedly", 1],
    ["Feedbin feed-id:1697787 - 102 subscribers", "Feedbin", 102, "1697787"],
    [
      "NewsBlur Feed Fetcher - 27 subscribers - https://www.newsblur.com/site/6104/the-harbour-gazette",
      "NewsBlur",
      27,
      "6104",
    ],
    [`NewsBlur Feed Fetcher - 1 subscriber - http://www.newsblur.com/site/77/x (${SAFARI})`, "NewsBlur", 1, "77"],
    ["Mozilla/5.0 (compatible; inoreader.com; 114 subscribers)", "Inoreader", 114],
    [
      "Mozilla/5.0 (compatible; theoldreader.com; 1 subscribers; feed-id=5ab0d9a4b8a28d3c8e0003f1)",
      "The Old Reader",
      1,
      "5ab0d9a4b8a28d3c8e0003f1",
    ],
    ["Mozilla/5.0 (compatible; BazQux/2.4; +https://bazqux.com/fetcher; 1 subscribers)", "BazQux", 1],
    ["Dreamwidth Studios (dreamwidth.org; webmaster@dreamwidth.org; 2 readers)", "Dreamwidth", 2],
    [
      "YahooFeedSeeker/2.0 (compatible; Mozilla 4.0; MSIE 5.5; http://publisher.yahoo.com/rssguide; users 41; views 2231)",
      "Yahoo",
      41,
    ],
    [
      "Feedfetcher-Google; (+http://www.google.com/feedfetcher.html; 3 subscribers; feed-id=4619555564728728616)",
      "Google Feedfetcher",
      3,
      "4619555564728728616",
    ],
    ["Netvibes (http://www.netvibes.com/; 5 subscribers; feedID: 2412)", "Netvibes", 5, "2412"],
    ["Newcomer/0.1 (7 Subscribers)", "Other", 7],
  ])("%s", (userAgent, product, subscribers, feedId) => {
    expect(parseUserAgent(userAgent)).toMatchObject({ product: { name: product }, subscribers, feedId });
  });

  it("has a source for each of the aggregator's ids, whatever the number", () => {
    const source = (userAgent: string) => parseUserAgent(userAgent).source;
    const one = source("Feedbin feed-id:1697787 - 102 subscribers");
    expect(source("Feedbin feed-id:1697787 - 103 subscribers")).toBe(one);
    expect(source("Feedbin feed-id:1697788 - 102 subscribers")).not.toBe(one);
    expect(one).not.toContain("1697787");
    expect(source("Newcomer/0.1 (7 subscribers)")).toBe(source("Newcomer/0.2 (19 subscribers)"));
    expect(source("Newcomer/0.1 (7 subscribers)")).not.toBe(source("Latecomer/0.1 (7 subscribers)"));
  });

  it("is not believed everything", () => {
    expect(parseUserAgent("Feedly/1.0 (99999999999 subscribers)").subscribers).toBe(MAX_SUBSCRIBERS);
    expect(parseUserAgent(`Feedly ${"9".repeat(400)} subscribers`).subscribers).toBe(MAX_SUBSCRIBERS);
    expect(parseUserAgent("Feedly/1.0 (-5 subscribers)").subscribers).toBe(5);
    for (const none of ["x subscribers", "1,2subscribers", "5 subscribersx", "subscribers 5", "1.5e9"])
      expect(parseUserAgent(none).subscribers).toBeUndefined();
  });
});

describe("a User-Agent that does not", () => {
  it.each<[userAgent: string, product: string, kind: string]>([
    ["NetNewsWire (RSS Reader; https://netnewswire.com/)", "NetNewsWire", "app"],
    ["FreshRSS/1.26.3 (Linux; https://freshrss.org)", "FreshRSS", "app"],
    ["Superfeedr bot/2.0 http://superfeedr.com - Make your feeds realtime - feed-id:42", "Superfeedr", "aggregator"],
    ["FeedBurner/1.0 (http://www.FeedBurner.com)", "FeedBurner", "aggregator"],
    ["Slackbot 1.0 (+https://api.slack.com/robots)", "Slack", "aggregator"],
    ["Mozilla/5.0 (compatible; Miniflux/2.2.4; +https://miniflux.app)", "Miniflux", "app"],
    ["newsboat/2.38.0 (Linux x86_64)", "Newsboat", "app"],
    ["Mozilla/5.0 (X11; Linux x86_64; rv:128.0) Gecko/20100101 Thunderbird/128.6.0", "Thunderbird", "app"],
    ["feedparser/6.0.11 +https://github.com/kurtmckee/feedparser/", "feedparser", "library"],
    ["curl/8.5.0", "curl", "library"],
    ["Mozilla/5.0 (compatible; Googlebot/2.1; +http://www.google.com/bot.html)", "Googlebot", "bot"],
    ["Slackbot-LinkExpanding 1.0 (+https://api.slack.com/robots)", "Other bots", "bot"],
    ["Mozilla/5.0 (compatible; NeverHeardOfBot/1.0)", "Other bots", "bot"],
    ["SomethingCrawler (+https://crawl.example)", "Other bots", "bot"],
    [SAFARI, "Safari", "browser"],
    ["Mozilla/5.0 (X11; Linux x86_64; rv:133.0) Gecko/20100101 Firefox/133.0", "Firefox", "browser"],
    [
      "Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/131.0.0.0 Safari/537.36",
      "Chrome",
      "browser",
    ],
    [
      "Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/131.0.0.0 Safari/537.36 Edg/131.0.0.0",
      "Edge",
      "browser",
    ],
    ["MyOwnReader/3.1", "Other", "other"],
    ["", "Other", "other"],
    ["-", "Other", "other"],
  ])("%s", (userAgent, name, kind) => {
    const agent = parseUserAgent(userAgent);
    expect(agent.product).toEqual({ name, kind });
    expect(agent.subscribers).toBeUndefined();
    expect(kindOf(name)).toBe(kind);
  });
});

describe("a hostile User-Agent", () => {
  it("never throws, and says nothing that is not bounded", () => {
    fc.assert(
      fc.property(hostile, (userAgent) => {
        const { product, subscribers, feedId, source } = parseUserAgent(userAgent);
        expect(KINDS).toContain(product.kind);
        expect(product.kind).toBe(kindOf(product.name));
        expect(source).toMatch(/^[0-9a-f]{12}$/);
        expect(feedId ?? "x").toMatch(/^[\w.-]{1,64}$/);
        if (subscribers !== undefined) {
          expect(Number.isInteger(subscribers)).toBe(true);
          expect(subscribers).toBeGreaterThanOrEqual(0);
          expect(subscribers).toBeLessThanOrEqual(MAX_SUBSCRIBERS);
        }
      }),
      { numRuns: 2_000 },
    );
  });

  it.each([
    ["digits", "9".repeat(1_000_000)],
    ["spaces after a digit", `1${" ".repeat(1_000_000)}`],
    ["digits and spaces", "1 ".repeat(500_000)],
    ["feed ids", "feed-id:".repeat(100_000)],
  ])("costs no more than its first characters do (%s)", async (_, userAgent) => {
    const time = (text: string) =>
      quickest(() => {
        for (let index = 0; index < 100; index += 1) parseUserAgent(text);
      });
    expect((await time(userAgent)) / (await time(userAgent.slice(0, MAX_USER_AGENT)))).toBeLessThan(10);
    expect(parseUserAgent(`${"x".repeat(MAX_USER_AGENT)} Feedly 5 subscribers`).product.name).toBe("Other");
  });
});
