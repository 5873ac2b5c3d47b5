import { describe, expect, it } from "vitest";
import { feedsOf, parseCatalog } from "../../src/feed/catalog.ts";
import { definitionSchema } from "../../src/feed/definition.ts";
import { type Facets, selects } from "../../src/feed/select.ts";
import { SITE } from "../site.ts";

const article = {
  section: "Politics",
  tags: ["Storm", "Budget"],
  authors: [{ name: "Ada Moreau" }],
  credit: { name: "Coast Wire" },
  language: "pt-BR",
};

const chosen = (select: unknown, other: object = {}) =>
  selects(definitionSchema.parse({ slug: "x", title: "X", description: "X", select }), { ...article, ...other }, "en");

describe("selection", () => {
  it.each([
    ["everything without a selection", undefined, true],
    ["a section, however it is written", { any: [{ section: "politics" }] }, true],
    ["one of several", { any: [{ section: "sport" }, { tag: "storm" }] }, true],
    ["none of several", { any: [{ section: "sport" }, { tag: "football" }] }, false],
    ["all of several", { all: [{ section: "Politics" }, { author: "Ada Moreau" }] }, true],
    ["not quite all", { all: [{ section: "Politics" }, { author: "Somebody" }] }, false],
    ["what is excluded", { any: [{ section: "Politics" }], none: [{ credit: "Coast Wire" }] }, false],
    ["what is not excluded", { none: [{ credit: "Another Wire" }] }, true],
    ["a language by its range", { any: [{ language: "pt" }] }, true],
    ["a language that only begins alike", { any: [{ language: "pt-PT" }] }, false],
  ])("%s", (_, select, expected) => expect(chosen(select)).toBe(expected));

  it("counts an article without a language as the site's", () =>
    expect(chosen({ any: [{ language: "en" }] }, { language: undefined })).toBe(true));

  it("does not take a missing section for one", () =>
    expect(chosen({ any: [{ section: "undefined" }] }, { section: undefined })).toBe(false));

  it.each([
    [
      "a section written with its accents apart",
      { any: [{ section: "Économie" }] },
      { section: "E\u0301conomie" },
      true,
    ],
    [
      "a section in capital letters of another alphabet",
      { any: [{ section: "ПОЛИТИКА" }] },
      { section: "Политика" },
      true,
    ],
    ["an author however the name is written", { any: [{ author: "ADA moreau" }] }, {}, true],
    ["a tag that is only a part of one", { any: [{ tag: "Stor" }] }, {}, false],
    ["no credit where there is none", { any: [{ credit: "Coast Wire" }] }, { credit: undefined }, false],
    ["a language in another case", { any: [{ language: "PT-br" }] }, {}, true],
    ["a language by a range that is longer than it", { any: [{ language: "pt-BR" }] }, { language: "pt" }, false],
    [
      "a language by the beginning of a subtag (RFC 4647 §3.3.1)",
      { any: [{ language: "en" }] },
      { language: "eng" },
      false,
    ],
    [
      "what all of one and any of another ask",
      { all: [{ tag: "storm" }], any: [{ section: "x" }, { tag: "budget" }] },
      {},
      true,
    ],
    [
      "nothing that any excludes, though all else holds",
      { all: [{ tag: "storm" }], none: [{ section: "x" }, { tag: "budget" }] },
      {},
      false,
    ],
  ])("%s", (_, select, other, expected) => expect(chosen(select, other)).toBe(expected));

  it("leaves to a partner what is licensed to it, and selects by the same conditions", () => {
    const radio = definitionSchema.parse({
      slug: "radio",
      title: "R",
      description: "R",
      access: "partner",
      partner: "radio",
      select: { any: [{ section: "Politics" }] },
    });
    const may = (syndication: Facets["syndication"], section = "Politics") =>
      selects(radio, { ...article, section, syndication }, "en");
    expect([may(undefined), may({ allow: "all" }), may({ allow: ["radio"] })]).toEqual([true, true, true]);
    expect([may({ allow: "none" }), may({ allow: ["paper"] }), may(undefined, "Sport")]).toEqual([false, false, false]);
  });
});

describe("the feeds of an article", () => {
  const catalog = parseCatalog(SITE, [
    { slug: "world", title: "W", description: "W", select: { any: [{ section: "World" }] } },
    { slug: "politics", title: "P", description: "P", select: { any: [{ section: "Politics" }] } },
    { slug: "gone", title: "G", description: "G", retired: true },
    { slug: "radio", title: "R", description: "R", access: "partner", partner: "radio" },
    { slug: "all", title: "A", description: "A" },
    { slug: "english", title: "E", description: "E", select: { any: [{ language: "en" }] } },
  ]);

  it("are those that select it, in the catalog's order, partners' with them and retired ones not", () => {
    const slugsOf = (facets: Facets) => feedsOf(catalog, facets).map(({ slug }) => slug);
    expect(slugsOf(article)).toEqual(["politics", "radio", "all"]);
    expect(slugsOf({ ...article, language: undefined })).toEqual(["politics", "radio", "all", "english"]);
    expect(slugsOf({ ...article, syndication: { allow: "none" } })).toEqual(["politics", "all"]);
  });
});
