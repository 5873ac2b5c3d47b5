import { describe, expect, it } from "vitest";
import { noteByline, noteFacts, noteSection } from "../../../src/import/page-text/note-facts.ts";
import type { NewsPage } from "../../../src/import/page-text/page.ts";

const page = (fields: Partial<NewsPage> = {}): NewsPage => ({ title: "A headline", authors: [], body: [], ...fields });

/** What a line was taken for, and what the page then knows. */
function noted(text: string, before: Partial<NewsPage> = {}) {
  const known = page(before);
  return [noteFacts(text, known), known];
}

describe("a line of facts", () => {
  it.each([
    ["By Jane Doe", "byline: Jane Doe", { authors: ["Jane Doe"] }],
    ["by", "byline: empty", {}],
    ["Published 3 March 2026", "published 2026-03-03T00:00:00Z", { published: "2026-03-03T00:00:00Z" }],
    ["Updated 4 March 2026", "updated 2026-03-04T00:00:00Z", { updated: "2026-03-04T00:00:00Z" }],
    ["https://gazette.example/a", "address https://gazette.example/a", { url: "https://gazette.example/a" }],
    ["Source: https://gazette.example/a", "address https://gazette.example/a", { url: "https://gazette.example/a" }],
    ["Share", "page furniture, dropped", {}],
    [
      "By Jane Doe | 3 March 2026 • 4 min read · https://gazette.example/a",
      "byline: Jane Doe; published 2026-03-03T00:00:00Z; page furniture, dropped; address https://gazette.example/a",
      { authors: ["Jane Doe"], published: "2026-03-03T00:00:00Z", url: "https://gazette.example/a" },
    ],
  ])("%j", (text, as, known) => {
    expect(noted(text)).toEqual([as, page(known)]);
  });

  it.each([
    "",
    "The ferries sailed.",
    "Harbour reopens",
    "By Jane Doe | The ferries sailed.",
    "3 March 2026 | Harbour reopens",
  ])("%j is none, and leaves the page as it was", (text) => {
    expect(noted(text)).toEqual([undefined, page()]);
  });

  it("keeps the first address and the first of each date", () => {
    const before = {
      url: "https://gazette.example/a",
      published: "2026-03-03T00:00:00Z",
      updated: "2026-03-04T00:00:00Z",
    };
    expect(noted("https://gazette.example/b", before)).toEqual(["address https://gazette.example/a", page(before)]);
    expect(noted("5 March 2026", before)[1]).toEqual(page(before));
    expect(noted("Updated 6 March 2026", before)[1]).toEqual(page(before));
  });
});

describe("a byline", () => {
  it("adds its names to those before it", () => {
    const known = page({ authors: ["Jane Doe"] });
    expect(noteByline(["John Roe", "Mary Poe"], known)).toBe("byline: John Roe, Mary Poe");
    expect(known.authors).toEqual(["Jane Doe", "John Roe", "Mary Poe"]);
  });
});

describe("a breadcrumb's section", () => {
  it("is the page's, and the last word on it", () => {
    const known = page({ section: "World" });
    expect(noteSection("Weather", known)).toBe("breadcrumb → section Weather");
    expect(known.section).toBe("Weather");
  });

  it("that is missing leaves the page its own", () => {
    const known = page({ section: "World" });
    expect(noteSection(undefined, known)).toBe("breadcrumb, dropped");
    expect(known.section).toBe("World");
  });
});
