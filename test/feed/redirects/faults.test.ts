import { describe, expect, it } from "vitest";
import { type FeedInput, parseCatalog } from "../../../src/feed/catalog.ts";
import type { SiteInput } from "../../../src/feed/definition.ts";
import { SITE } from "../../site.ts";

const FEEDS: FeedInput[] = [
  { slug: "all", title: "All", description: "All", formerly: ["everything"] },
  { slug: "over", title: "Over", description: "Over", retired: true },
  { slug: "radio", title: "Radio", description: "R", access: "partner", partner: "radio" },
  { by: "tag", slug: "tag/{value}", title: "On {value}", description: "D", formerly: ["topic/{value}"] },
  { by: "author", slug: "by/{value}", title: "T", description: "D", retired: true },
  { by: ["section", "language"], slug: "in/{value}", title: "T", description: "D" },
  { by: "tag", slug: "wire/{value}", title: "T", description: "D", access: "partner", partner: "radio" },
];
const start = (redirects: unknown) => () => parseCatalog({ ...SITE, redirects } as SiteInput, FEEDS);

describe("redirects", () => {
  it.each([
    ["none", []],
    ["sets", ["wordpress", "ghost", "blogger"]],
    ["an address of one's own", [{ "/old.xml": "all.rss" }]],
    [
      "one for each value",
      ["wordpress", { "/topics/{value}.xml": "tag/{value}.atom", "/?t={value}": "tag/{value}.rss" }],
    ],
    ["one value", [{ "/storm.xml": "tag/storm.rss" }]],
    ["one that has ended", [{ "/comments.xml": "gone" }]],
    ["a site in a folder", [{ "/blog": "wordpress", "/photos/": "ghost" }]],
    ["below the feeds' own path, where no feed is", [{ "/feeds/news.xml": "all.rss", "/feeds": "all.rss" }]],
    ["one beside a pattern", [{ "/tag/x/feed": "all.rss", "/tag/{value}/feed": "tag/{value}.rss" }]],
  ])("may be %s", (_, redirects) => expect(start(redirects)).not.toThrow());

  it.each([
    ["a set that there is none of", ["drupal"], "redirects.0: must be one of wordpress, ghost,"],
    ["a set twice", ["ghost", "ghost"], 'redirects: "ghost" stands there twice'],
    ["no path", [{ "old.xml": "all.rss" }], 'must be a path: "/feed.xml"'],
    ["an address of the feeds'", [{ "/feeds/all.rss": "all.atom" }], '"/feeds/all.rss": is served by Wireproof itself'],
    ["what a feed had formerly", [{ "/feeds/everything.rss": "all.rss" }], "is served by Wireproof itself"],
    ["a family's", [{ "/feeds/tag/{value}": "tag/{value}.rss" }], "is served by Wireproof itself"],
    ["the directory", [{ "/": "all.rss" }], '"/": is served by Wireproof itself'],
    ["the API", [{ "/api/{value}": "tag/{value}.rss" }], "is served by Wireproof itself"],
    ["a site where the feeds are", [{ "/feeds/": "wordpress" }], '"/feeds/": is served by Wireproof itself'],
    ["a site at a query", [{ "/?x=1": "wordpress" }], "must be a path alone, to have a site below it"],
    [
      "one address twice",
      [{ "/Old.xml": "all.rss" }, { "/old.xml/": "all.atom" }],
      '"/Old.xml" and "/old.xml/" are one address',
    ],
    [
      "no format",
      [{ "/old.xml": "all" }],
      '"/old.xml": must lead to a feed with its format ("everything.rss"), to "gone", or to one of',
    ],
    ["a feed that there is none of", [{ "/old.xml": "news.rss" }], '"/old.xml": there is no feed "news"'],
    ["a former slug", [{ "/old.xml": "everything.rss" }], 'the feed "everything" is "all" by now'],
    ["a feed that has ended", [{ "/old.xml": "over.rss" }], 'the feed "over" has ended: say "gone"'],
    ["a partner's", [{ "/old.xml": "radio.rss" }], `the feed "radio" is a partner's`],
    ["no family", [{ "/{value}.xml": "author/{value}.rss" }], 'there is no family "author/{value}"'],
    [
      "a family's former path",
      [{ "/{value}.xml": "topic/{value}.rss" }],
      'the family "topic/{value}" is "tag/{value}" by now',
    ],
    [
      "a family that has ended",
      [{ "/{value}.xml": "by/{value}.rss" }],
      'the family "by/{value}" has ended: say "gone"',
    ],
    ["a partner's family", [{ "/{value}.xml": "wire/{value}.rss" }], `the family "wire/{value}" is a partner's`],
    ["a family by two values", [{ "/{value}.xml": "in/{value}.rss" }], 'the family "in/{value}" is by two values'],
    ["a value from nowhere", [{ "/old.xml": "tag/{value}.rss" }], "leads to {value}, and has none itself"],
    ["two values", [{ "/{value}/{value}.xml": "tag/{value}.rss" }], "has {value} twice"],
    ["no value's end", [{ "/old.xml": "tag/Zürich.rss" }], `"Zürich" is no end of an address of the family's`],
    ["an address that nobody can read", [{ "/%ff": "all.rss" }], '"/%ff": is not percent-encoded UTF-8'],
  ])("stop the start with one clear line where they have %s", (_, redirects, message) => {
    expect(start(redirects)).toThrow(message);
    expect(start(redirects)).toThrow(/^feeds: site: redirects[.:] ?.*$/);
  });
});
