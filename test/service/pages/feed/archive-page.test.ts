import { describe, expect, it } from "vitest";
import { ArchivePage } from "../../../../src/service/pages/feed/archive-page.tsx";
import type { FeedItem } from "../../../../src/service/pages/feed/items.ts";
import { text } from "../../desk/browser.ts";
import { render } from "../../render.ts";
import { definitionOf, itemOf, site } from "../fixtures.ts";

const definition = definitionOf({ slug: "politics", title: "The Test Gazette: Politics", description: "Votes" });
const itemsOf = (count: number, fields: Partial<FeedItem> = {}) =>
  Array.from({ length: count }, (_, index) => itemOf({ id: `tag:x,2026:n${index}`, title: `N${index}`, ...fields }));
const LONG = { summary: "文".repeat(250) };
const YEARS = [
  { year: 2026, page: 3 },
  { year: 2025, page: 1 },
];
const page = (number: number, pages: number, props: Partial<Parameters<typeof ArchivePage>[0]> = {}) =>
  render(ArchivePage, {
    site,
    definition,
    items: itemsOf(2),
    now: Date.UTC(2026, 2, 1, 12),
    page: undefined,
    number,
    pages,
    years: [],
    ...props,
  });
/** Where the pager leads: to what is newer and to what is older. */
const pager = (html: string) => {
  const link = (rel: string) => new RegExp(`<a href="([^"]+)" rel="${rel}">`).exec(html)?.[1];
  return { newer: link("prev"), older: link("next") };
};

describe("a page of the archive", () => {
  it.each([
    [1, 1, { newer: "/feeds/politics", older: undefined }],
    [1, 3, { newer: "/feeds/politics/archive/2?page=last", older: undefined }],
    [2, 3, { newer: "/feeds/politics/archive/3?page=last", older: "/feeds/politics/archive/1" }],
    [3, 3, { newer: "/feeds/politics", older: "/feeds/politics/archive/2" }],
  ])("%i of %i leads to its neighbours, by one pager", (number, pages, expected) => {
    const html = page(number, pages);
    expect(pager(html)).toEqual(expected);
    expect(html.split('class="pager"')).toHaveLength(2);
    expect(text(html)).toContain(`Page ${number} of ${pages}`);
  });

  it("that is long comes in parts, and the same pager leads through them", () => {
    const items = itemsOf(15, LONG);
    const first = page(2, 3, { items });
    expect(pager(first)).toEqual({
      newer: "/feeds/politics/archive/3?page=last",
      older: "/feeds/politics/archive/2?page=2",
    });
    expect(text(first)).toContain("Page 2 of 3, part 1 of 2");
    const last = page(2, 3, { items, page: "last" });
    expect(pager(last)).toEqual({ newer: "/feeds/politics/archive/2?page=1", older: "/feeds/politics/archive/1" });
    expect(last).toContain(">N14<");
    for (const none of ["0", "99", "x"]) expect(page(2, 3, { items, page: none })).toBe(first);
  });

  it("leads to each year, and says which one it shows", () => {
    const html = page(2, 3, { years: YEARS, items: itemsOf(1, { date_modified: "2025-12-31T23:59:59Z" }) });
    expect(html).toContain(
      '<nav class="years" aria-label="Years"><a href="/feeds/politics/archive/3">2026</a><a href="/feeds/politics/archive/1" aria-current="true">2025</a></nav>',
    );
    expect(page(2, 3, { years: YEARS.slice(0, 1) })).not.toContain('class="years"');
  });

  it("is known by its own address, and its stories by theirs in it", () => {
    const html = page(2, 3);
    expect(html).toContain('<link rel="canonical" href="https://feeds.example/feeds/politics/archive/2"/>');
    expect(html).toContain('<a href="/feeds/politics/archive/2?entry=tag%3Ax%2C2026%3An0">N0</a>');
  });
});
