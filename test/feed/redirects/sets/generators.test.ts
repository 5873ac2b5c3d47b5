import { describe, expect, it } from "vitest";
import type { SetName } from "../../../../src/feed/redirects/sets.ts";
import { readBy } from "./sets.ts";

describe("addresses of generated sites", () => {
  it.each<[SetName, string, string | null]>([
    ["jekyll", "/feed.xml", "all atom"],
    ["jekyll", "/atom.xml", "all atom"],
    ["jekyll", "/feed/news.xml", "section|tag news atom"],
    ["jekyll", "/feed/by_tag/storm.xml", "tag|section storm atom"],
    ["jekyll", "/feed/posts/news.xml", null],
    ["hugo", "/index.xml", "all rss"],
    ["hugo", "/tags/storm/index.xml", "tag|section storm rss"],
    ["hugo", "/categories/news/index.xml", "section|tag news rss"],
    ["hugo", "/authors/ada/index.xml", "author ada rss"],
    ["hugo", "/posts/index.xml", "section|tag posts rss"],
    ["hugo", "/tags/index.xml", null],
    ["hugo", "/tags/a/b/index.xml", null],
    ["hugo", "/posts/2024/index.xml", null],
    ["hugo", "/sitemap.xml", null],
    ["eleventy", "/feed/feed.xml", "all atom"],
    ["eleventy", "/feed.xml", "all atom"],
    ["eleventy", "/feed/feed.json", "all json"],
    ["eleventy", "/feed.json", "all json"],
    ["eleventy", "/toString", null],
    ["hexo", "/atom.xml", "all atom"],
    ["hexo", "/rss2.xml", "all rss"],
    ["astro", "/rss.xml", "all rss"],
  ])("%s: %s is of %s", (set, url, read) => expect(readBy(set, url)).toBe(read));
});
