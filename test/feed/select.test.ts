import { describe, expect, it } from "vitest";
import { definitionSchema } from "../../src/feed/definition.ts";
import { selects } from "../../src/feed/select.ts";

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
});
