import { describe, expect, it } from "vitest";
import type { SetName } from "../../../../src/feed/redirects/sets.ts";
import { readBy } from "./sets.ts";

describe("addresses of hosted sites", () => {
  it.each<[SetName, string, string | null]>([
    ["medium", "/feed", "all rss"],
    ["medium", "/feed/tagged/storm", "tag|section storm rss"],
    ["medium", "/feed/@ada", null],
    ["substack", "/feed", "all rss"],
    ["substack", "/feed/", "all rss"],
    ["substack", "/feed/podcast/1.rss", null],
    ["squarespace", "/blog?format=rss", "all rss"],
    ["squarespace", "/?format=rss", "all rss"],
    ["squarespace", "/blog?category=Local+News&format=rss", 'section|tag "Local News" rss'],
    ["squarespace", "/blog?tag=storm&format=rss", 'tag|section "storm" rss'],
    ["squarespace", "/politics?format=rss", "section|tag politics rss"],
    ["squarespace", "/politics?format=rss&category=x", null],
    ["squarespace", "/blog?format=rss&author=5f", null],
    ["squarespace", "/blog?format=rss&category=a&tag=b", null],
    ["squarespace", "/blog?format=json", null],
    ["squarespace", "/blog", null],
  ])("%s: %s is of %s", (set, url, read) => expect(readBy(set, url)).toBe(read));
});
