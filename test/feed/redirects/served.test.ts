import { describe, expect, it } from "vitest";
import { type FeedInput, parseCatalog } from "../../../src/feed/catalog.ts";
import { parseAddress } from "../../../src/feed/redirects/address.ts";
import { isServed } from "../../../src/feed/redirects/served.ts";
import { PATHS } from "../../interface.ts";
import { SITE } from "../../site.ts";

const FEEDS: FeedInput[] = [
  { slug: "all", title: "All", description: "All", formerly: ["everything"] },
  { slug: "over", title: "Over", description: "Over", retired: true },
  { slug: "radio", title: "Radio", description: "R", access: "partner", partner: "radio" },
  { by: "tag", slug: "tag/{value}", title: "On {value}", description: "D", formerly: ["topic/{value}"] },
];
const catalog = parseCatalog(SITE, FEEDS);
const served = (url: string) => {
  const address = parseAddress(url);
  return address !== null && isServed(catalog, address);
};

describe("what the service has itself", () => {
  it.each(Object.keys(PATHS))("is at %s, as its description says", (path) =>
    expect(served(path.replace("{slug}", "all").replace("{page}", "1"))).toBe(true),
  );

  it.each([
    ...[
      "/",
      "/metrics",
      "/desk/articles/x",
      "/feeds/all",
      "/feeds/ALL.rss",
      "/feeds/everything.atom",
      "/feeds/over.rss",
    ],
    ...[
      "/feeds/all/archive/3.rss",
      "/feeds/tag",
      "/feeds/tag/x.json",
      "/feeds/topic/x",
      "/feeds/all.css",
      "/partner/radio.rss",
    ],
  ])("may be at %s", (path) => expect(served(path)).toBe(true));

  it.each([
    "/feed",
    "/feeds",
    "/?feed=rss2",
    "/feeds/posts/default",
    "/feeds/news.rss",
    "/feeds/radio.rss",
    "/tag/x/feed",
    "/apiary",
  ])("is not at %s", (path) => expect(served(path)).toBe(false));
});
