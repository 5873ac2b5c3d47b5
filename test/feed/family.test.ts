import { describe, expect, it } from "vitest";
import { parseCatalog } from "../../src/feed/catalog.ts";
import { defineFamily, type Family, type FamilyInput, memberOf, valuesOf } from "../../src/feed/family.ts";
import { anArticle } from "../article/an-article.ts";
import { SITE } from "../site.ts";

const TAGS: FamilyInput = { by: "tag", slug: "tag/{value}", title: "{site}: {value}", description: "On {value}" };
const catalogOf = (fields: object) => parseCatalog(SITE, [{ ...TAGS, ...fields } as FamilyInput]);
const familyOf = (fields: object = {}): Family => catalogOf(fields).families.values().next().value as Family;
const fault = (fields: object) => () => catalogOf(fields);

describe("a family's definition", () => {
  it("is its own type's, and has what a feed's has, by default", () => {
    expect(defineFamily(TAGS)).toBe(TAGS);
    expect(familyOf()).toMatchObject({ by: ["tag"], slug: "tag", least: 1, except: [], entries: 50, access: "public" });
  });

  it.each([
    [
      "nothing to make feeds by",
      { by: "topic" },
      'by: must be one of "section", "tag", "author", "credit", "language"',
    ],
    ["one facet twice", { by: ["tag", "tag"] }, "by: has one of them twice"],
    ["three facets", { by: ["tag", "section", "author"] }, "by: must be one of"],
    ["an address without the value", { slug: "tag" }, "slug: must be a path that ends with the value"],
    ["the value in the middle of it", { slug: "tag/{value}/x" }, "slug: must be a path that ends with the value"],
    ["an address that is the value alone", { slug: "{value}" }, "slug: must be a path that ends with the value"],
    ["a name in its title that it does not have", { title: "{section}" }, "title: may name {site}, {value}, {tag}"],
    ["fewer stories than one", { least: 0 }, "least: is less than 1"],
    ["an unknown key", { colour: "red" }, "colour: is not a known field"],
    ["what a feed may not have, either", { access: "partner" }, "partner: is missing: whose feed is it?"],
  ])("stops at %s, with one clear line", (_, fields, message) => expect(fault(fields)).toThrow(`: ${message}`));
});

describe("the values of an article in a family", () => {
  const keys = (fields: object, article: object) =>
    valuesOf(familyOf(fields), anArticle(article), parseCatalog(SITE, []).site).map(({ key, labels }) => [key, labels]);

  it("are those of its facet; spellings that differ in case are one", () => {
    expect(keys({}, { tags: ["Sea", "SEA", "Zu\u0308rich"] })).toEqual([
      ["sea", ["SEA"]],
      ["z\u00fcrich", ["Zu\u0308rich"]],
    ]);
    expect(keys({ by: "section" }, { section: "World" })).toEqual([["world", ["World"]]]);
    expect(keys({ by: "author" }, { authors: [{ name: "Anna Meier" }] })).toEqual([["anna meier", ["Anna Meier"]]]);
    expect(keys({ by: "credit" }, { credit: { name: "Coast Wire" } })).toEqual([["coast wire", ["Coast Wire"]]]);
    expect(keys({ by: "language" }, { language: undefined })).toEqual([["en", ["en"]]]);
  });

  it("are none where it has none, and none of those that are excepted, however they are spelt", () => {
    expect(keys({ by: "section" }, { section: undefined })).toEqual([]);
    expect(keys({ except: ["Internal"] }, { tags: ["INTERNAL", "sea"] })).toEqual([["sea", ["sea"]]]);
  });

  it("are pairs of two facets, and none where one is lacking", () => {
    const by = ["section", "tag"];
    expect(keys({ by, title: "{section} {tag}" }, { section: "World", tags: ["a", "b"] })).toEqual([
      ["world\na", ["World", "a"]],
      ["world\nb", ["World", "b"]],
    ]);
    expect(keys({ by }, { section: undefined, tags: ["a"] })).toEqual([]);
  });

  it("are none where the family selects other articles, or its partner may not have this one", () => {
    expect(keys({ select: { any: [{ section: "World" }] } }, { section: "Sport", tags: ["sea"] })).toEqual([]);
    const radio = { access: "partner", partner: "radio" };
    expect(keys(radio, { tags: ["sea"], syndication: { allow: "none" } })).toEqual([]);
    expect(keys(radio, { tags: ["sea"], syndication: { allow: ["radio"] } })).toHaveLength(1);
  });
});

describe("the definition of a value's feed", () => {
  const { site } = parseCatalog(SITE, []);

  it("names the value as stories have it, and is otherwise its family's", () => {
    const family = familyOf({
      entries: 7,
      formerly: ["topic/{value}"],
      by: ["section", "language"],
      description: "{value}",
      title: "{site}: {section}, {language}",
    });
    expect(memberOf(family, "tag/world-pt-br", ["World", "pt-BR"], site)).toMatchObject({
      slug: "tag/world-pt-br",
      formerly: ["topic/world-pt-br"],
      title: "The Test Gazette: World, pt-BR",
      description: "World, pt-BR",
      language: "pt-BR",
      entries: 7,
    });
  });

  it("takes a value for what it is: braces in it name nothing", () => {
    const { title } = memberOf(familyOf(), "tag/x", ["{site} $& $1"], site);
    expect(title).toBe("The Test Gazette: {site} $& $1");
  });
});
