import { contentTypeFaults } from "../document/content-type.ts";
import { acceptsCoding, listOf, secondsOf, sharedLifetime } from "./fields.ts";
import { answerOf, type FeedAnswer, isFeed, type ReachAnswer, type ReachPolls, wholeFeeds } from "./polls.ts";
import { bytesText, type ReachRule } from "./rules.ts";

/** Seconds in a cache after which a story that was taken back is still read too long: most readers come once an hour. */
const LONG_AGE = 3_600;

/** Bytes, decoded: SmartNews asks for less, and a phone reads it on every change. */
const LARGE = 1_000_000;

/** Bytes of the ten packets that a connection begins with (RFC 6928): below, compressing saves no time. */
const SMALL = 14_600;

/** What stands in the answers that bring the feed: caches, sizes, types. */
export const CACHING_RULES: readonly ReachRule[] = [
  {
    rule: "RFC 9111 §4.2: no older than it may be",
    severity: "warning",
    means: "they are given what the server would no longer give",
    mend: "look at the cache in front: a rule of its own overrides Cache-Control, or a purge failed",
    see(polls, all) {
      const stale = wholeFeeds(polls).find(isStale);
      return stale && `${oldest(all)}, with Cache-Control: ${stale.headers["cache-control"]}`;
    },
  },
  {
    rule: "RFC 9111 §5.1: not hours in a shared cache",
    severity: "warning",
    means: "news comes to them that late, and what was taken back is read that long",
    mend: "let shared caches keep feeds for seconds or minutes (s-maxage), or purge them when something is published",
    see: (polls, all) =>
      wholeFeeds(polls).some((answer) => ageOf(answer) > LONG_AGE && !isStale(answer)) ? oldest(all) : undefined,
  },
  {
    rule: "Miniflux: no Expires: 0",
    severity: "warning",
    means: "it throws the validators of such an answer away, and each of its polls is the whole document",
    mend: "leave Expires out, or send a date; Cache-Control says it better",
    see: (polls) =>
      polls.reader.heedsExpiresZero && wholeFeeds(polls).some(({ headers }) => headers.expires === "0")
        ? "Expires: 0"
        : undefined,
  },
  {
    rule: "RFC 6265 §4.1: no cookies with a feed",
    severity: "warning",
    means: "shared caches do not keep such an answer, and a reader that sends it back is known again",
    mend: "set none on the addresses of feeds; those of a firewall or a load balancer are set by its own settings",
    see: feed(({ cookies }) => (cookies.length > 0 ? `Set-Cookie: ${cookies.join(", ")}` : undefined)),
  },
  {
    rule: "RFC 9110 §8.3: a feed's Content-Type",
    severity: "warning",
    means: "some take it for something else, and browsers download or print it",
    mend: "send application/rss+xml, application/atom+xml or application/feed+json, with charset=utf-8",
    see: feed(({ document, headers }) => {
      const { kind } = document;
      if (kind === "page" || kind === "opml" || kind === "empty" || kind === "other") return undefined;
      const faults = contentTypeFaults(kind, headers["content-type"] ?? "");
      return faults.find(([{ severity }]) => severity !== "advice")?.[1];
    }),
  },
  {
    rule: "RFC 9110 §12.5.5: Vary: Accept-Encoding",
    severity: "warning",
    means: "a cache in between gives a compressed document to one who cannot read it, or the large one to all",
    mend: "send Vary: Accept-Encoding with each of the document's codings, 304 and all",
    see: feed(({ headers }) => {
      const vary = listOf(headers.vary);
      return headers["content-encoding"] !== undefined && !vary.includes("accept-encoding") && !vary.includes("*")
        ? `Content-Encoding: ${headers["content-encoding"]}, ${headers.vary === undefined ? "no Vary" : `Vary: ${headers.vary}`}`
        : undefined;
    }),
  },
  {
    rule: "RFC 9110 §8.4: compressed for whoever accepts that",
    severity: "warning",
    means: "each change costs them, and you, several times the bytes",
    mend: "compress feeds where they are made: Cloudflare compresses application/rss+xml, but neither application/atom+xml nor application/feed+json",
    see(polls) {
      if (!acceptsCoding(polls.reader.headers["accept-encoding"], "gzip")) return undefined;
      const plain = wholeFeeds(polls).find(
        ({ headers, bytes }) => headers["content-encoding"] === undefined && bytes > SMALL,
      );
      return plain && `${bytesText(plain.bytes)}, no Content-Encoding`;
    },
  },
  {
    rule: "SmartNews: at most 1 MB",
    severity: "warning",
    means: "each change is a long download, and some read no further than a limit of their own",
    mend: "give the feed fewer entries, and let an archive have the others (RFC 5005)",
    see: feed(({ document }) => (document.bytes > LARGE ? bytesText(document.bytes) : undefined)),
  },
];

const ageOf = ({ headers }: ReachAnswer): number => secondsOf(headers.age) ?? 0;

function isStale(answer: ReachAnswer): boolean {
  const lifetime = sharedLifetime(answer.headers["cache-control"]);
  return lifetime !== undefined && ageOf(answer) > lifetime;
}

/** An age grows from one reader to the next. */
const oldest = ({ readers }: ReachPolls): string =>
  `Age: up to ${Math.max(...readers.flatMap(wholeFeeds).map(ageOf)).toLocaleString("en")} seconds`;

/** Seen in the first of a reader's answers that bring a feed. */
function feed(see: (answer: FeedAnswer) => string | undefined): ReachRule["see"] {
  return ({ fresh, again }) =>
    [answerOf(fresh), answerOf(again)]
      .filter(isFeed)
      .map(see)
      .find((seen) => seen !== undefined);
}
