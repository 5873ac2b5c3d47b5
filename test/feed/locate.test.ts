import { describe, expect, it } from "vitest";
import { parseCatalog } from "../../src/feed/catalog.ts";
import { definitionOf, locate } from "../../src/feed/locate.ts";
import { SITE } from "../site.ts";

const named = { title: "T", description: "D" };
const partner = { access: "partner", partner: "radio" } as const;
const catalog = parseCatalog(SITE, [
  { ...named, slug: "all", formerly: ["everything"] },
  { ...named, slug: "gone", retired: true },
  { ...named, slug: "radio", formerly: ["wireless"], ...partner },
  { ...named, slug: "radio-gone", retired: true, ...partner },
  { ...named, by: "tag", slug: "tag/{value}", formerly: ["topic/{value}"] },
  { ...named, by: "author", slug: "people/authors/{value}", retired: true },
  { ...named, by: "section", slug: "radio/desk/{value}", ...partner },
]);
const at = (slug: string, access: "public" | "partner" = "public") => {
  const { status, ...more } = locate(catalog, slug, access);
  return [status, "slug" in more ? more.slug : "definition" in more ? more.definition?.slug : undefined];
};

describe("what is at a feed's address", () => {
  it("is a feed, one that has moved or ended, or nothing", () => {
    expect(at("all")).toEqual(["feed", "all"]);
    expect(at("everything")).toEqual(["moved", "all"]);
    expect(at("gone")).toEqual(["ended", undefined]);
    expect(at("nothing")).toEqual(["unknown", undefined]);
  });

  it("is a family's, if there is one, in the same ways", () => {
    expect(locate(catalog, "tag/sea", "public")).toMatchObject({ status: "feed", family: { slug: "tag" } });
    expect(at("tag/sea")).toEqual(["feed", "tag/sea"]);
    expect(at("topic/sea")).toEqual(["moved", "tag/sea"]);
    expect(at("people/authors/anna")[0]).toBe("ended");
    for (const slug of ["tag", "tag/", "/tag/x", "people/authors", "people/x", "", "/"])
      expect(at(slug)[0], slug).toBe(slug === "tag/" ? "feed" : "unknown");
  });

  it("of a partner stands apart: nothing made for everybody finds it, and the other way round", () => {
    expect(at("radio")).toEqual(["unknown", undefined]);
    expect(at("radio/desk/sport")).toEqual(["unknown", undefined]);
    expect(at("radio", "partner")).toEqual(["feed", "radio"]);
    expect(at("wireless", "partner")).toEqual(["moved", "radio"]);
    expect(at("radio-gone", "partner")).toEqual(["ended", "radio-gone"]);
    expect(at("radio/desk/sport", "partner")).toEqual(["feed", "radio/desk/sport"]);
    for (const slug of ["all", "tag/sea", "topic/sea"]) expect(at(slug, "partner")).toEqual(["unknown", undefined]);
  });
});

describe("the definition of a stored feed", () => {
  it("is its own, or its family's with its labels; none of what has ended or is defined no more", () => {
    expect(definitionOf(catalog, { slug: "all", family: null, labels: [] })?.slug).toBe("all");
    expect(definitionOf(catalog, { slug: "tag/sea", family: "tag", labels: ["Sea"] })).toMatchObject({
      slug: "tag/sea",
    });
    for (const [slug, family] of [
      ["gone", null],
      ["people/authors/x", "people/authors"],
      ["x/y", "x"],
    ] as const)
      expect(definitionOf(catalog, { slug, family, labels: ["x"] })).toBeUndefined();
  });
});
