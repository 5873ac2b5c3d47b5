import { describe, expect, it } from "vitest";
import { FeedPage, StoryPage } from "../../../../../src/service/pages/feed/feed-page.tsx";
import type { FeedItem } from "../../../../../src/service/pages/feed/items.ts";
import { text } from "../../../desk/browser.ts";
import { render } from "../../../render.ts";
import { definitionOf, itemOf, site, stateOf } from "../../fixtures.ts";

const NOW = Date.UTC(2026, 2, 1, 12);
const HOUR = 3_600_000;
const definition = definitionOf({ slug: "politics", title: "The Test Gazette: Politics", description: "Votes" });
const itemsOf = (count: number, fields: Partial<FeedItem> = {}) =>
  Array.from({ length: count }, (_, index) => itemOf({ id: `tag:x,2026:n${index}`, title: `N${index}`, ...fields }));
const LONG = { summary: "文".repeat(250) };
const links = (html: string, start: string) =>
  [...html.matchAll(/<a href="([^"]+)"[^>]*>([^<]+)<\/a>/g)]
    .map((match) => match.slice(1))
    .filter(([href]) => href?.startsWith(start));

describe("a feed's page", () => {
  type Props = Parameters<typeof FeedPage>[0];
  const page = (props: Partial<Props> = {}) =>
    render(FeedPage, {
      site,
      definition,
      items: [],
      now: NOW,
      page: undefined,
      state: undefined,
      changes: [],
      years: [],
      family: undefined,
      related: [],
      ...props,
    });

  it("begins with the feed's own title, and the facts that there are", () => {
    const html = page({ state: stateOf({ entries: 12 }), changes: [NOW, NOW - 3 * HOUR] });
    expect(html).toContain('<h1 lang="en" dir="ltr">Politics</h1>');
    expect(html).toContain('<p class="meta">12 stories, full text · several stories a day</p>');
    expect(page()).toContain('<p class="meta">No stories yet, full text</p>');
    expect(html).toContain("<title>The Test Gazette: Politics · feed</title>");
  });

  it("says that nothing is there, where nothing is", () => {
    expect(text(page())).toContain("Latest stories Nothing has been published here yet. Follow this feed");
    expect(text(page({ items: itemsOf(1) }))).not.toContain("Nothing has been published");
  });

  it.each([0, 1, 3])("leads into an archive of %i pages, at its newest", (linked) => {
    const newest = `/feeds/politics/archive/${linked}`;
    const html = page({ state: stateOf({ linked }), items: itemsOf(1) });
    const expected = [
      [newest, "Older"],
      [newest, "the newest of it"],
    ];
    expect(links(html, "/feeds/politics/archive")).toEqual(linked === 0 ? [] : expected);
  });

  it("leads to the years of its archive", () => {
    const years = [
      { year: 2026, page: 3 },
      { year: 2025, page: 2 },
    ];
    expect(links(page({ state: stateOf({ linked: 3 }), years }), "/feeds/politics/archive").slice(2)).toEqual([
      ["/feeds/politics/archive/3", "2026"],
      ["/feeds/politics/archive/2", "2025"],
    ]);
  });

  it("comes in pages where its list is long, and shows the first for what is no page of it", () => {
    const items = itemsOf(15, LONG);
    const first = page({ items });
    expect(links(first, "/feeds/politics?page")).toEqual([["/feeds/politics?page=2", "Older"]]);
    expect(page({ items, page: "2" })).toContain("N14");
    expect(first).not.toContain(">N14<");
    for (const none of ["0", "99", "x"]) expect(page({ items, page: none })).toBe(first);
  });

  it("sets its words in the feed's language, its own in English", () => {
    const html = page({ definition: definitionOf({ title: "الأخبار", language: "ar" }), items: itemsOf(1) });
    expect(html).toMatch(/^<html lang="en">/);
    expect(html).toContain('<h1 lang="ar" dir="rtl">الأخبار</h1>');
    expect(html).toContain('<article class="story" lang="ar" dir="rtl">');
  });
});

describe("a story's page", () => {
  const page = (fields: Partial<FeedItem>, number?: string) =>
    render(StoryPage, { site, definition, item: itemOf(fields), list: "/feeds/politics", page: number, related: [] });

  it("is in no index: the story's own address is the one to be known", () => {
    const html = page({});
    expect(html).toContain(
      '<link rel="canonical" href="https://gazette.example/a"/><meta name="robots" content="noindex"/>',
    );
    expect(html).toContain("<title>Title of a · The Test Gazette: Politics</title>");
  });

  it("leads back to its list", () => {
    expect(page({})).toContain('<p class="back"><a href="/feeds/politics">Politics</a></p>');
  });

  it("comes in pages where its text is long, without a word lost", () => {
    const content_html = Array.from({ length: 60 }, (_, index) => `<p>P${index} ${"x".repeat(1_000)}</p>`).join("");
    const pages = ["1", "2", "3", "4"].map((number) => page({ content_html }, number));
    expect(links(pages[1] ?? "", "/feeds/politics?entry")).toEqual([
      ["/feeds/politics?entry=tag%3Agazette.example%2C2026%3Aa&amp;page=1", "Newer"],
      ["/feeds/politics?entry=tag%3Agazette.example%2C2026%3Aa&amp;page=3", "Older"],
    ]);
    const shown = pages.flatMap((html) => [...html.matchAll(/<p>P(\d+) /g)].map(([, number]) => Number(number)));
    expect(shown).toEqual(Array.from({ length: 60 }, (_, index) => index));
  });

  it("is whole where the feed holds no text", () => {
    expect(page({ summary: "In short" })).toContain('<div class="text"></div>');
    expect(page({ summary: "In short" })).not.toContain('class="pager"');
  });
});
