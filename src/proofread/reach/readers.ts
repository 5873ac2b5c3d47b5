/** How one reader polls. */
export interface FeedReader {
  name: string;
  /** What it sends with every poll. */
  headers: Record<string, string>;
  /** What it sends besides once it has a validator. */
  conditional?: Record<string, string>;
  /** Which validators it keeps, and sends back verbatim. */
  validators: readonly Validator[];
  /** Of these it sends the first that it has. */
  sendsOne?: true;
  /** Redirects that it follows in a row. */
  redirects: number;
  /** Milliseconds until it gives up. */
  patience: number;
  /** It connects whatever is wrong with the certificate. */
  trustsAnybody?: true;
  /** It keeps no validator of an answer with `Expires: 0`. */
  heedsExpiresZero?: true;
}

export type Validator = "etag" | "last-modified";

const BOTH: readonly Validator[] = ["etag", "last-modified"];
const DELTAS = { "a-im": "feed" };
const CURL_CODINGS = "deflate, gzip, br, zstd";

/**
 * Twelve readers as they poll in November 2026: of those whose code is public, by it; of Feedly and Inoreader, by what they tell of their
 * fetchers, and their clients' usual limits for what they do not tell. Where a User-Agent counts subscribers there is one.
 */
export const FEED_READERS: readonly FeedReader[] = [
  {
    name: "Feedly",
    headers: {
      "user-agent": "Feedly/1.0 (+http://www.feedly.com/fetcher.html; 1 subscribers; )",
      accept: "*/*",
      "accept-encoding": "gzip",
    },
    validators: BOTH,
    redirects: 5,
    patience: 30_000,
  },
  {
    name: "Inoreader",
    headers: {
      "user-agent": "Inoreader/1.0 (+http://www.inoreader.com/feed-fetcher; 1 subscribers; )",
      accept: "*/*",
      "accept-encoding": "gzip",
    },
    validators: BOTH,
    redirects: 5,
    patience: 30_000,
  },
  {
    name: "Feedbin",
    headers: { "user-agent": "Feedbin feed-id:1 - 1 subscribers", "accept-encoding": "gzip, deflate" },
    validators: BOTH,
    redirects: 4,
    patience: 30_000,
    trustsAnybody: true,
  },
  {
    name: "NewsBlur",
    headers: {
      "user-agent":
        'NewsBlur Feed Fetcher - 1 subscriber - https://www.newsblur.com/site/1/feed ("Mozilla/5.0 (Macintosh; Intel Mac OS X 10_15_7) AppleWebKit/605.1.15 (KHTML, like Gecko) Version/14.0.1 Safari/605.1.15")',
      accept: "application/atom+xml, application/rss+xml, application/xml;q=0.8, text/xml;q=0.6, */*;q=0.2",
      "accept-encoding": "gzip, deflate",
    },
    conditional: DELTAS,
    validators: BOTH,
    redirects: 30,
    patience: 15_000,
  },
  {
    name: "FreshRSS",
    headers: {
      "user-agent": "FreshRSS/1.28.1 (Linux; https://freshrss.org)",
      accept:
        "application/atom+xml, application/rss+xml, application/rdf+xml;q=0.9, application/xml;q=0.8, text/xml;q=0.8, text/html;q=0.7, unknown/unknown;q=0.1, application/unknown;q=0.1, */*;q=0.1",
      "accept-encoding": CURL_CODINGS,
    },
    validators: BOTH,
    redirects: 4,
    patience: 20_000,
  },
  {
    name: "Miniflux",
    headers: {
      "user-agent": "Mozilla/5.0 (compatible; Miniflux/2.3.5; +https://miniflux.app)",
      accept:
        "application/xml, application/atom+xml, application/rss+xml, application/rdf+xml, application/feed+json, text/html, */*;q=0.9",
      "accept-encoding": "br, gzip",
    },
    validators: BOTH,
    redirects: 10,
    patience: 20_000,
    heedsExpiresZero: true,
  },
  {
    name: "NetNewsWire",
    headers: {
      "user-agent": "NetNewsWire (RSS Reader; https://netnewswire.com/)",
      accept: "*/*",
      "accept-language": "en-US,en;q=0.9",
      "accept-encoding": "gzip, deflate, br",
    },
    validators: BOTH,
    redirects: 20,
    patience: 15_000,
  },
  {
    name: "Newsboat",
    headers: { "user-agent": "Newsboat/2.40 (Linux x86_64)", accept: "*/*", "accept-encoding": CURL_CODINGS },
    conditional: DELTAS,
    validators: BOTH,
    redirects: 10,
    patience: 30_000,
  },
  {
    name: "Feeder",
    headers: { "user-agent": "SpaceCowboys Android RSS Reader / 2.16.0(4010)", "accept-encoding": "gzip" },
    validators: BOTH,
    sendsOne: true,
    redirects: 20,
    patience: 30_000,
  },
  {
    name: "Thunderbird",
    headers: {
      "user-agent": "Mozilla/5.0 (X11; Linux x86_64; rv:153.0) Gecko/20100101 Thunderbird/153.7.0",
      accept:
        "application/atom+xml,application/rss+xml;q=0.9,application/rdf+xml;q=0.8,application/xml;q=0.7,text/xml;q=0.7,*/*;q=0.1",
      "accept-language": "en-US,en;q=0.5",
      "accept-encoding": "gzip, deflate, br, zstd",
      pragma: "no-cache",
      "cache-control": "no-cache",
      // Before it has a date of the server's own.
      "if-modified-since": "Sat, 01 Jan 2000 00:00:00 GMT",
    },
    validators: ["last-modified"],
    redirects: 20,
    patience: 30_000,
  },
  {
    name: "feedparser",
    headers: {
      "user-agent": "feedparser/6.0.14 +https://github.com/kurtmckee/feedparser/",
      accept:
        "application/atom+xml,application/rdf+xml,application/rss+xml,application/x-netcdf,application/xml;q=0.9,text/xml;q=0.2,*/*;q=0.1",
      "accept-encoding": "gzip, deflate",
      ...DELTAS,
    },
    validators: BOTH,
    redirects: 10,
    patience: 30_000,
  },
  {
    name: "rss-parser",
    headers: { "user-agent": "rss-parser", accept: "application/rss+xml" },
    validators: [],
    redirects: 5,
    patience: 60_000,
  },
];
