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
  ...{ summary: "", html: "<p>It came by night.</p>" },
  places: feeds.map((feed) => ({ feed, page: null as number | null })),
});
const results = (found: Partial<SearchResult>, definitions = DEFINITIONS, families: Family[] = []) =>
  render(Results, {
    site,
    definitions,
    families,
    facts,
    found: { query: "storm", feeds: [], stories: [], total: 0, page: 1, ...found },
  });

describe("the results of a search", () => {
  it("lead to the searches among families, which are their own", () =>
    expect(results({ query: "a&b" }, DEFINITIONS, [familyOf()])).toContain(
      '<a href="/feeds/tag?q=a%26b">Topics for “a&amp;b”</a>',
    ));

  it.each([
    [0, 0, "no feeds and no stories for “ storm ”. Show all feeds"],
    [1, 1, "1 feed and 1 story for “ storm ”. Show all feeds"],
    [2, 2, "2 feeds and 2 stories for “ storm ”. Show all feeds"],
    [0, 40, "no feeds and 40 stories for “ storm ”; page 1 of 4. Show all feeds"],
    [0, 1_000, "no feeds and 1000 stories or more for “ storm ”; page 1 of 20. Show all feeds"],
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

  it("lead to the page of the archive that holds a story, where no feed's edition does", () => {
    const archived = { ...story("a", []), places: [{ feed: "all", page: 7 }] };
    expect(results({ stories: [archived], total: 1 })).toContain(
      'href="/feeds/all/archive/7?entry=tag%3Ax%2C2026%3Aa"',
    );
  });

  it("quote what was found, marked, and nothing of it is markup", () => {
    const one = { ...story("a", ["all"]), html: "<p>A &lt;storm&gt; of <i>storms</i>.</p>" };
    expect(results({ stories: [one], total: 1 })).toContain("A &lt;<mark>storm</mark>&gt; of <mark>storms</mark>.");
  });

  it("have pages", () => {
    const html = results({ query: "a&b", stories: [story("a", ["all"])], total: 30, page: 2 });
    expect(html).toContain('<a href="/?q=a%26b&amp;page=1" rel="prev">');
    expect(html).toContain('<a href="/?q=a%26b&amp;page=3" rel="next">');
    expect(text(html)).toContain("30 stories for “a&amp;b”; page 2 of 3.");
  });

  it("take no more than a page's bytes", () => {
    const stories = Array.from({ length: 10 }, (_, index) => ({
      ...story(`${index}`, ["all"], "文".repeat(1_000)),
      html: `<p>${"文".repeat(1_000)}</p>`,
    }));
    const many = Array.from({ length: 60 }, (_, index) =>
      definitionOf({ slug: `f${index}`, description: "x".repeat(300) }),
    );
    const html = results({ feeds: many, stories, total: 10 }, [...DEFINITIONS, ...many]);
    expect(Buffer.byteLength(html)).toBeLessThan(21_500);
    expect(text(html)).toContain("60 feeds and 10 stories");
  });
});
