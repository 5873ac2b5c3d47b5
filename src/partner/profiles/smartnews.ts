import type { Article } from "../../article/article.ts";
import type { Entry, Feed } from "../../feed/feed.ts";
import { approximateBytes, type FeedRule, HAS_BODY, lintOf, type Profile, type ProfileRule } from "./rule.ts";

const FORMAT = "SmartFormat 2.1";

const LARGEST_FEED = 1_000_000;

/**
 * SmartNews looks again at an item, a deleted one too, where its `pubDate` has changed. So in this feed `published` says when
 * the entry changed last.
 */
const entry = (entry: Entry, { status }: Article): Entry => ({
  ...entry,
  published: entry.updated,
  status: status === "canceled" ? "deleted" : undefined,
});

const feed = (feed: Feed): Feed => ({ ...feed, published: feed.updated, partner_logo: feed.logo?.url ?? feed.icon });

const RULES: ProfileRule[] = [
  {
    rule: "body",
    source: `${FORMAT}: item, content:encoded`,
    severity: "hard",
    field: "content_html",
    broken: HAS_BODY,
  },
  {
    rule: "link",
    source: `${FORMAT}: item, link; canonical URLs`,
    severity: "hard",
    field: "url",
    broken: ({ url }) =>
      [...new URL(url).searchParams.keys()].some((name) => /^utm_/i.test(name))
        ? "the link has utm_ parameters; it has to be the canonical one"
        : undefined,
  },
];

const FEED_RULES: FeedRule[] = [
  {
    rule: "logo",
    source: `${FORMAT}: channel, snf:logo`,
    field: "partner_logo",
    broken: ({ logo, icon }) => ((logo ?? icon) ? undefined : "neither the feed nor the site has a logo"),
  },
  {
    rule: "bytes",
    source: `${FORMAT}: file size`,
    field: "entries",
    broken: (feed) =>
      approximateBytes(feed) > LARGEST_FEED ? "the feed has more than 1 MB: let it have fewer entries" : undefined,
  },
];

export const smartnews: Profile = { feed, entry, ...lintOf(RULES, FEED_RULES) };
