import { describe, expect, it } from "vitest";
import { contactOf } from "../../src/audience/contacts.ts";
import { parseUserAgent } from "../../src/audience/user-agent.ts";

describe("a product's contact", () => {
  it.each([
    "Feedly/1.0 (+http://www.feedly.com/fetcher.html; 462 subscribers; )",
    "NewsBlur Feed Fetcher - 27 subscribers - https://www.newsblur.com/site/6104/the-harbour-gazette",
    "Mozilla/5.0 (compatible; inoreader.com; 114 subscribers)",
    "Mozilla/5.0 (compatible; theoldreader.com; 1 subscribers; feed-id=5ab0d9a4b8a28d3c8e0003f1)",
    "Mozilla/5.0 (compatible; BazQux/2.4; +https://bazqux.com/fetcher; 1 subscribers)",
    "Dreamwidth Studios (dreamwidth.org; webmaster@dreamwidth.org; 2 readers)",
    "Superfeedr bot/2.0 http://superfeedr.com - Make your feeds realtime - feed-id:42",
    "Feedfetcher-Google; (+http://www.google.com/feedfetcher.html; 3 subscribers; feed-id=4619555564728728616)",
    "Netvibes (http://www.netvibes.com/; 5 subscribers; feedID: 2412)",
    "Slackbot 1.0 (+https://api.slack.com/robots)",
    "NetNewsWire (RSS Reader; https://netnewswire.com/)",
    "FreshRSS/1.26.3 (Linux; https://freshrss.org)",
    "Mozilla/5.0 (compatible; Miniflux/2.2.4; +https://miniflux.app)",
    "Tiny Tiny RSS/21.10 (https://tt-rss.org/)",
    "Mozilla/5.0 (compatible; CommaFeed/4.3.3; +https://github.com/Athou/commafeed)",
    "feedparser/6.0.11 +https://github.com/kurtmckee/feedparser/",
    "SimplePie/1.8.0 (Feed Parser; http://simplepie.org; Allow like Gecko)",
    "Mozilla/5.0 (compatible; Googlebot/2.1; +http://www.google.com/bot.html)",
    "Mozilla/5.0 (compatible; bingbot/2.0; +http://www.bing.com/bingbot.htm)",
    "Mozilla/5.0 (compatible; Applebot/0.1; +http://www.apple.com/go/applebot)",
    "Mozilla/5.0 (compatible; YandexBot/3.0; +http://yandex.com/bots)",
    "Mozilla/5.0 (compatible; GPTBot/1.2; +https://openai.com/gptbot)",
    "CCBot/2.0 (https://commoncrawl.org/faq/)",
    "Mozilla/5.0 (compatible; PerplexityBot/1.0; +https://perplexity.ai/perplexitybot)",
    "Mozilla/5.0 (compatible; Amazonbot/0.1; +https://developer.amazon.com/support/amazonbot)",
    "Mozilla/5.0 (compatible; AhrefsBot/7.0; +http://ahrefs.com/robot/)",
    "Mozilla/5.0 (compatible; SemrushBot/7~bl; +http://www.semrush.com/bot.html)",
    "Mozilla/5.0+(compatible; UptimeRobot/2.0; http://www.uptimerobot.com/)",
  ])("is where its User-Agent says: %s", (userAgent) => {
    const { host, pathname } = new URL(contactOf(parseUserAgent(userAgent).product.name) ?? "");
    expect(userAgent).toContain(host.replace(/^www\./, "") + (pathname === "/" ? "" : pathname));
  });

  it.each(["curl", "Newsboat", "Other", "constructor", ""])("is none where it names none: %s", (product) => {
    expect(contactOf(product)).toBeUndefined();
  });
});
