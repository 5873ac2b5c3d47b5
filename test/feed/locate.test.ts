import { describe, expect, it } from "vitest";
import { parseCatalog } from "../../src/feed/catalog.ts";
import { definitionOf, locate } from "../../src/feed/locate.ts";
import { SITE } from "../site.ts";

const catalog = parseCatalog(SITE, [
  { slug: "all", title: "All", description: "All", formerly: ["everything"] },
  { slug: "over", title: "Over", description: "Over", retired: true },
  { slug: "radio", title: "Radio", description: "R", access: "partner", partner: "radio" },
  { by: "tag", slug: "tag/{value}", title: "On {value}", description: "D", formerly: ["topic/{value}"] },
  { by: "author", slug: "by/{value}", title: "T", description: "D", retired: true },
  { by: "tag", slug: "radio/tag/{value}", title: "T", description: "D", access: "partner", partner: "radio" },
]);

describe("what is at a feed's address", () => {
  it.each([
    ["all", "public", { status: "feed", definition: { slug: "all" } }],
    ["everything", "public", { status: "moved", slug: "all" }],
    ["over", "public", { status: "ended" }],
    ["radio", "public", { status: "unknown" }],
    ["radio", "partner", { status: "feed", definition: { slug: "radio" } }],
    ["tag/zurich", "public", { status: "feed", definition: { slug: "tag/zurich" }, family: { slug: "tag" } }],
    ["topic/zurich", "public", { status: "moved", slug: "tag/zurich", family: { slug: "tag" } }],
    ["by/ana", "public", { status: "ended", family: { slug: "by" } }],
    ["radio/tag/zurich", "partner", { status: "feed", family: { slug: "radio/tag" } }],
    ["radio/tag/zurich", "public", { status: "unknown" }],
    ["tag/zurich", "partner", { status: "unknown" }],
    ["tag", "public", { status: "unknown" }],
    ["none/zurich", "public", { status: "unknown" }],
  ] as const)("%s, for the %s", (slug, access, located) =>
    expect(locate(catalog, slug, access)).toMatchObject(located),
  );
});

describe("the definition of a feed that the store has", () => {
  it.each([
    ["of one with its own", { slug: "all", family: null, labels: [] }, "All"],
    ["of a family's, with what it is of", { slug: "tag/zurich", family: "tag", labels: ["Zürich"] }, "On Zürich"],
    ["of a family that has ended", { slug: "by/ana", family: "by", labels: ["Ana"] }, undefined],
    ["of a family that is none any more", { slug: "x/a", family: "x", labels: ["A"] }, undefined],
    ["of one that is none any more", { slug: "gone", family: null, labels: [] }, undefined],
  ])("%s", (_, feed, title) => expect(definitionOf(catalog, feed)?.title).toBe(title));
});
