import { describe, expect, it } from "vitest";
import type { Family } from "../../../../src/feed/family.ts";
import { Results } from "../../../../src/service/pages/directory/results.tsx";
import type { SearchResult } from "../../../../src/service/pages/directory/search.ts";
import { text } from "../../desk/browser.ts";
import { render } from "../../render.ts";
import { definitionOf, familyOf, site } from "../fixtures.ts";

const DEFINITIONS = [
  definitionOf({ slug: "brief", title: "The Test Gazette: In brief", content: "summary" }),
  definitionOf({ slug: "all", title: "Everything" }),
];
const facts = { states: new Map(), changes: new Map(), now: Date.UTC(2026, 2, 1, 12) };
const story = (id: string, feeds: string[], title = "Storm", language: string | null = null) => ({
  entryId: `tag:x,2026:${id}`,
  title,
  published: "2026-03-01T08:00:00Z",
  language,
  feeds,
});
const results = (found: Partial<SearchResult>, definitions = DEFINITIONS, families: Family[] = []) =>
  render(Results, {
    site,
    definitions,
    families,
    facts,
    found: { query: "storm", feeds: [], stories: [], total: 0, ...found },
  });

describe("the results of a search", () => {
  it("lead to the searches among families, which are their own", () =>
    expect(results({ query: "a&b" }, DEFINITIONS, [familyOf()])).toContain(
      '<a href="/feeds/tag?q=a%26b">Topics for “a&amp;b”</a>',
    ));

  it.each([
    [0, 0, "no feeds and no current stories for “ storm ”. Show all feeds"],
    [1, 1, "1 feed and 1 current story for “ storm ”. Show all feeds"],
    [2, 2, "2 feeds and 2 current stories for “ storm ”. Show all feeds"],
    [0, 40, "no feeds and 40 current stories for “ storm ”; the newest 2 are shown. Show all feeds"],
  ])("of %i feeds and %i stories are counted in words", (feeds, total, words) => {
    const stories = Array.from({ length: Math.min(2, total) }, (_, index) => story(`${index}`, ["all"]));
    const html = results({ feeds: DEFINITIONS.slice(0, feeds), stories, total });
    const status = /<p role="status"[^>]*>(.*?)<\/p>/.exec(html)?.[1] ?? "";
    expect(
      text(status)
        .replace(/([“”]) ?storm ?/, "$1 storm ")
        .trim(),
    ).toBe(words);
    expect(html.includes('id="found-feeds"')).toBe(feeds > 0);
    expect(html.includes('id="found-stories"')).toBe(total > 0);
  });

  it("lead to a story in a feed that has its full text, where one of its feeds does", () => {
    const hrefs = (feeds: string[]) =>
      [...results({ stories: [story("a", feeds)], total: 1 }).matchAll(/<h3[^>]*><a href="([^"]+)"/g)].map((m) => m[1]);
    expect(hrefs(["brief", "all"])).toEqual(["/feeds/all?entry=tag%3Ax%2C2026%3Aa"]);
    expect(hrefs(["brief"])).toEqual(["/feeds/brief?entry=tag%3Ax%2C2026%3Aa"]);
  });

  it("name all feeds of a story, and set its title in its language", () => {
    const html = results({ stories: [story("a", ["brief", "all"], "العاصفة <1>", "ar")], total: 1 });
    expect(html).toMatch(/<h3 lang="ar" dir="rtl"><a [^>]+>العاصفة &lt;1&gt;<\/a>/);
    expect(text(html)).toContain("4 hours ago · in In brief, Everything");
  });

  it("take no more than a page's bytes, and say how many of the stories these are", () => {
    const stories = Array.from({ length: 30 }, (_, index) => story(`${index}`, ["all"], "文".repeat(1_000)));
    const many = Array.from({ length: 60 }, (_, index) =>
      definitionOf({ slug: `f${index}`, description: "x".repeat(300) }),
    );
    const html = results({ feeds: many, stories, total: 30 }, [...DEFINITIONS, ...many]);
    expect(Buffer.byteLength(html)).toBeLessThan(21_000);
    expect(text(html)).toContain("60 feeds and 30 current stories");
    expect(text(html)).toMatch(/; the newest [1-9] are shown\./);
  });
});
