import { describe, expect, it } from "vitest";
import { nameFields } from "../../../../src/import/texts/front-matter/field-names.ts";

/** What is read, with what was noted. */
function named(fields: Record<string, unknown>, isKnown = (_: string) => false) {
  const notes: string[] = [];
  return { ...nameFields(fields, isKnown, notes), notes };
}

describe("fields under other systems' names", () => {
  it.each([
    [{ date: "2026-03-03" }, { published_at: "2026-03-03" }],
    [{ pubDate: "2026-03-03" }, { published_at: "2026-03-03" }],
    [{ "published-at": "2026-03-03" }, { published_at: "2026-03-03" }],
    [{ published: "2026-03-03" }, { published_at: "2026-03-03" }],
    [{ Lastmod: "2026-03-04" }, { updated_at: "2026-03-04" }],
    [{ description: "S" }, { summary: "S" }],
    [{ AUTHOR: "Jane" }, { authors: "Jane" }],
    [{ category: "Sea" }, { section: "Sea" }],
    [{ permalink: "/a" }, { url: "/a" }],
    [{ canonical_url: "https://g.example/a" }, { url: "https://g.example/a" }],
    [{ lang: "de" }, { language: "de" }],
    [{ "featured image": "a.png" }, { images: "a.png" }],
    [{ copyright: "© J" }, { rights: "© J" }],
    [
      { params: { author: "Jane" }, title: "A" },
      { title: "A", authors: "Jane" },
    ],
    [{ params: { title: "B" }, title: "A" }, { title: "A" }],
  ])("%j", (fields, expected) => {
    expect(named(fields)).toEqual({ fields: expected, tags: [], notes: [] });
  });

  it("that say whether, and not when, are no dates", () => {
    expect(named({ published: true, date: "2024-05-02" }).fields).toEqual({ published_at: "2024-05-02" });
    expect(named({ published: "yes" }).fields).toEqual({});
  });

  it("for tags are put together", () => {
    expect(named({ tags: ["a"], keywords: "b, c", taxonomies: { categories: ["d"] } }).tags).toEqual([
      ["tags", ["a"]],
      ["keywords", "b, c"],
      ["categories", ["d"]],
    ]);
  });

  it.each([
    [{ description: "A", summary: "B" }],
    [{ summary: "B", description: "A" }],
    [{ excerpt: "C", subtitle: "D", summary: "B", description: "A" }],
    [{ summary: " ", description: "B" }],
    [{ summary: null, description: "B" }],
  ])("are chosen from by rank, wherever they stand: %j", (fields) => {
    expect(named(fields).fields).toEqual({ summary: "B" });
  });

  it.each(["layout", "__proto__", "constructor", "toString"])("%s is no field, which is noted", (key) => {
    expect(named(JSON.parse(`{"${key}": "x"}`))).toEqual({
      fields: {},
      tags: [],
      notes: [`${key} is left out: an article has no such field`],
    });
  });

  it("is not noted where somebody else reads it", () => {
    expect(named({ is_Draft: true }, (name) => name === "isdraft").notes).toEqual([]);
  });
});
