import { describe, expect, it } from "vitest";
import { otherTaxonomies, plainName, sectionsOf } from "../../../src/import/wordpress/terms.ts";

const category = (slug: string, name: string, id?: string) => ({ taxonomy: "category", slug, name, id });
const tag = (name: string) => ({ taxonomy: "post_tag", slug: name, name });

describe("a post's terms", () => {
  it("are a section, the first category, and tags, the others", () => {
    const terms = [category("news", "News"), category("courts", "Courts"), tag("Quay"), tag("Courts")];
    expect(sectionsOf(terms, undefined)).toEqual({ section: "News", tags: ["Courts", "Quay"] });
  });

  it.each(["7", "courts"])("have the section that the editor made the first (%s)", (primary) => {
    const terms = [category("news", "News", "3"), category("courts", "Courts", "7")];
    expect(sectionsOf(terms, primary)).toEqual({ section: "Courts", tags: ["News"] });
  });

  it.each([
    ["uncategorized", "Uncategorized"],
    ["allgemein", "Allgemein"],
    ["non-classe", "Non classé"],
  ])("have no section where nobody chose a category (%s)", (slug, name) => {
    expect(sectionsOf([category(slug, name), tag("Quay")], undefined)).toEqual({ section: undefined, tags: ["Quay"] });
  });

  it("do not tell how a theme shows the post", () => {
    const format = { taxonomy: "post_format", slug: "post-format-aside", name: "Aside" };
    expect(sectionsOf([format], undefined)).toEqual({ section: undefined, tags: [] });
    expect(otherTaxonomies([format])).toEqual([]);
  });

  it("of a plugin's taxonomy are named and are no tags: editors' own notes are among them", () => {
    const desk = { taxonomy: "ef_usergroup", slug: "desk", name: "Night desk" };
    expect(sectionsOf([desk], undefined).tags).toEqual([]);
    expect(otherTaxonomies([desk, desk])).toEqual(["ef_usergroup"]);
  });

  it("are read as people read them", () => {
    expect(plainName("Town &amp; Council")).toBe("Town & Council");
    expect(plainName(" R&D ")).toBe("R&D");
  });
});
