import { describe, expect, it } from "vitest";
import { discoverFeeds } from "../../../src/proofread/discover/discover.ts";
import { pageFindings } from "../../../src/proofread/discover/page-findings.ts";

const found = (html: string) =>
  pageFindings(discoverFeeds(html, "https://gazette.example/")).map(({ rule, message }) => [rule, message]);

describe("pageFindings", () => {
  it("names each link whose type is none of a feed's", () =>
    expect(
      found(
        '<link rel="alternate" type="text/xml" href="/rss.xml"><link rel="feed" href="/atom"><link rel="feed" type="application/json" href="/feed.json"><link rel="feed" type="application/atom+xml" href="/x">',
      ),
    ).toEqual([
      ["page/feed-link-type", "the link to https://gazette.example/rss.xml has the type text/xml"],
      ["page/feed-link-type", "the link to https://gazette.example/atom has no type"],
    ]));

  it("says once that nothing leads readers to the feeds", () =>
    expect(found('<a href="/rss.xml">RSS</a><a href="/atom.xml">Atom</a>')).toEqual([
      ["page/feed-link", 'no <link rel="alternate"> of the page leads to https://gazette.example/rss.xml'],
    ]));

  it("names links that people cannot tell apart, but not formats of one feed", () =>
    expect(
      found(
        '<link rel="alternate" type="application/feed+json" title="News" href="/a.json"><link rel="alternate" type="application/rss+xml" title="News" href="/a.rss"><link rel="alternate" type="application/feed+json" title="News" href="/b.json"><link rel="alternate" type="application/feed+json" href="/c.json"><link rel="alternate" type="application/feed+json" href="/d.json">',
      ),
    ).toEqual([
      [
        "page/feed-link-title",
        'the links to https://gazette.example/a.json and to https://gazette.example/b.json have the title "News"',
      ],
    ]));

  it("has nothing against a page without feeds", () => expect(found("<p>news</p>")).toEqual([]));
});
