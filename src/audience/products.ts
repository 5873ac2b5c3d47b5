/**
 * An aggregator fetches once for all its readers, and some tell how many; an app fetches for one, or for a household's own
 * server; a library is somebody's program.
 */
export const KINDS = ["aggregator", "app", "library", "bot", "browser", "other"] as const;
export type Kind = (typeof KINDS)[number];

export interface Product {
  name: string;
  kind: Kind;
}

/**
 * By what a product is recognised: its User-Agent, in small letters, holds the token. The first that fits counts, so the
 * particular stands before the general.
 */
const TOKENS: Record<Exclude<Kind, "other">, [token: string, name: string][]> = {
  aggregator: [
    ["feedly", "Feedly"],
    ["feedbin", "Feedbin"],
    ["newsblur", "NewsBlur"],
    ["inoreader", "Inoreader"],
    ["theoldreader", "The Old Reader"],
    ["bazqux", "BazQux"],
    ["dreamwidth", "Dreamwidth"],
    ["livejournal", "LiveJournal"],
    ["superfeedr", "Superfeedr"],
    ["feedburner", "FeedBurner"],
    ["feedfetcher-google", "Google Feedfetcher"],
    ["yahoofeedseeker", "Yahoo"],
    ["netvibes", "Netvibes"],
    ["bloglovin", "Bloglovin"],
    ["flipboard", "Flipboard"],
    ["feedspot", "Feedspot"],
    ["feedpress", "FeedPress"],
    ["blogtrottr", "Blogtrottr"],
    ["feedrabbit", "Feedrabbit"],
    ["overcast", "Overcast"],
    ["micro.blog", "Micro.blog"],
    ["readwise", "Readwise"],
    ["ifttt", "IFTTT"],
    ["zapier", "Zapier"],
    ["monitorss", "MonitoRSS"],
    ["rssapp", "RSS.app"],
    ["slackbot 1.0", "Slack"],
  ],
  app: [
    ["netnewswire", "NetNewsWire"],
    ["freshrss", "FreshRSS"],
    ["miniflux", "Miniflux"],
    ["tiny tiny rss", "Tiny Tiny RSS"],
    ["commafeed", "CommaFeed"],
    ["nextcloud-news", "Nextcloud News"],
    ["yarr/", "Yarr"],
    ["newsboat", "Newsboat"],
    ["newsbeuter", "Newsbeuter"],
    ["liferea", "Liferea"],
    ["akregator", "Akregator"],
    ["thunderbird", "Thunderbird"],
    ["reeder/", "Reeder"],
    ["readkit", "ReadKit"],
    ["unread rss", "Unread"],
    ["lire/", "lire"],
    ["vienna/", "Vienna"],
    ["newsify", "Newsify"],
    ["quiterss", "QuiteRSS"],
    ["rssguard", "RSS Guard"],
    ["rss guard", "RSS Guard"],
    ["rssowl", "RSSOwl"],
    ["newsflash", "NewsFlash"],
    ["news-flash", "NewsFlash"],
    ["elfeed", "Elfeed"],
    ["spacecowboy", "Feeder"],
    ["read you", "Read You"],
    ["readyou", "Read You"],
    ["sfeed", "sfeed"],
    ["antennapod", "AntennaPod"],
    ["fever/", "Fever"],
    ["planet venus", "Planet Venus"],
  ],
  library: [
    ["feedparser", "feedparser"],
    ["simplepie", "SimplePie"],
    ["rss-parser", "rss-parser"],
    ["gofeed", "gofeed"],
    ["magpierss", "MagpieRSS"],
    ["python-requests", "Python Requests"],
    ["python-httpx", "HTTPX"],
    ["aiohttp", "aiohttp"],
    ["python-urllib", "urllib"],
    ["scrapy", "Scrapy"],
    ["go-http-client", "Go net/http"],
    ["curl/", "curl"],
    ["wget/", "Wget"],
    ["okhttp", "OkHttp"],
    ["apache-httpclient", "Apache HttpClient"],
    ["java/", "Java"],
    ["guzzlehttp", "Guzzle"],
    ["axios/", "axios"],
    ["node-fetch", "node-fetch"],
    ["undici", "undici"],
    ["libwww-perl", "libwww-perl"],
    ["faraday", "Faraday"],
    ["reqwest", "reqwest"],
  ],
  bot: [
    ["googlebot", "Googlebot"],
    ["bingbot", "Bingbot"],
    ["applebot", "Applebot"],
    ["yandex", "Yandex"],
    ["baiduspider", "Baidu"],
    ["duckduckbot", "DuckDuckBot"],
    ["gptbot", "GPTBot"],
    ["claudebot", "ClaudeBot"],
    ["ccbot", "CCBot"],
    ["perplexitybot", "PerplexityBot"],
    ["bytespider", "Bytespider"],
    ["amazonbot", "Amazonbot"],
    ["ahrefsbot", "AhrefsBot"],
    ["semrushbot", "SemrushBot"],
    ["archive.org_bot", "Internet Archive"],
    ["facebookexternalhit", "Facebook"],
    ["feedvalidator", "W3C Feed Validator"],
    ["uptimerobot", "UptimeRobot"],
  ],
  browser: [
    ["edg/", "Edge"],
    ["opr/", "Opera"],
    ["firefox/", "Firefox"],
    ["fxios/", "Firefox"],
    ["chrome/", "Chrome"],
    ["crios/", "Chrome"],
    ["safari/", "Safari"],
  ],
};

const OTHER: Product = { name: "Other", kind: "other" };
const OTHER_BOTS: Product = { name: "Other bots", kind: "bot" };

const named = (kind: Exclude<Kind, "other">) =>
  TOKENS[kind].map(([token, name]): [string, Product] => [token, { name, kind }]);
const READERS = [...named("aggregator"), ...named("app"), ...named("library"), ...named("bot")];
const BROWSERS = named("browser");

/** Lists of bots that are made for web pages take every feed reader for one: here a bot is what says so. */
const BOT = /bot\b|crawl|spider|slurp|archiver|scanner|monitor|uptime|preview|headless|validator/;

/** How every browser's User-Agent begins, for historical reasons; so do many that are no browser's. */
const BROWSER = "mozilla/5.0 (";

/** The product of a User-Agent. Those not known share one name, so that there are only so many. */
export function productOf(userAgent: string): Product {
  const text = userAgent.toLowerCase();
  const reader = find(READERS, text);
  if (reader) return reader;
  if (BOT.test(text)) return OTHER_BOTS;
  return (text.startsWith(BROWSER) && find(BROWSERS, text)) || OTHER;
}

const find = (list: [string, Product][], text: string): Product | undefined =>
  list.find(([token]) => text.includes(token))?.[1];

const BY_NAME = new Map([...READERS, ...BROWSERS].map(([, { name, kind }]) => [name, kind]));

/** A product's kind, by the name it was counted under: a name that is no longer in the table is other. */
export const kindOf = (name: string): Kind => (name === OTHER_BOTS.name ? "bot" : (BY_NAME.get(name) ?? "other"));
