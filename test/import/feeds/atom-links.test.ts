import { describe, expect, it } from "vitest";
import { alternateOf, enclosuresOf, hrefOf, relationOf, resolveWithin } from "../../../src/import/feeds/atom-links.ts";
import { fragment, only } from "../helpers.ts";

describe("a link's relation (RFC 4287 §4.2.7.2)", () => {
  it.each([
    ['<link href="a"/>', "alternate"],
    ['<link rel="" href="a"/>', "alternate"],
    ['<link rel="self"/>', "self"],
    ['<link rel="http://www.iana.org/assignments/relation/enclosure"/>', "enclosure"],
    ['<link rel="http://gazette.example/rel"/>', "http://gazette.example/rel"],
  ])("%s is %s", (link, relation) => {
    expect(relationOf(only(link))).toBe(relation);
  });
});

describe("the address of a relation", () => {
  const links = fragment('<link rel="self"/><link rel="self" href="b"/><link rel="self" href="c"/><link href="d"/>');

  it("is the first that there is", () => {
    expect([hrefOf(links, "self"), hrefOf(links, "alternate"), hrefOf(links, "hub")]).toEqual(["b", "d", undefined]);
  });
});

describe("the page for people", () => {
  it.each([
    ["the only alternate", '<link href="https://g.example/a"/>', "https://g.example/a"],
    ["no other relation", '<link rel="self" href="https://g.example/a"/>', undefined],
    [
      "one without an address is none",
      '<link rel="alternate"/><link href="https://g.example/b"/>',
      "https://g.example/b",
    ],
    [
      "HTML before any other form",
      '<link type="application/pdf" href="https://g.example/a.pdf"/><link type="text/html" href="https://g.example/a"/>',
      "https://g.example/a",
    ],
    [
      "one whose type nobody said is taken for HTML",
      '<link type="application/json" href="https://g.example/a.json"/><link href="https://g.example/a"/>',
      "https://g.example/a",
    ],
    [
      "another form where there is no page",
      '<link type="application/pdf" href="https://g.example/a.pdf"/>',
      "https://g.example/a.pdf",
    ],
    ["the first of two", '<link href="https://g.example/a"/><link href="https://g.example/b"/>', "https://g.example/a"],
    ["within its own xml:base", '<link xml:base="https://g.example/x/" href="a"/>', "https://g.example/x/a"],
    ["relative where no base is known yet", '<link href="a"/>', "a"],
    ["no link at all", "", undefined],
  ])("%s", (_, links, expected) => {
    expect(alternateOf(fragment(links))).toBe(expected);
  });
});

describe("enclosures", () => {
  it("carry what their links say", () => {
    expect(
      enclosuresOf(
        fragment(
          '<link rel="enclosure" href="https://g.example/a.mp3" type="Audio/MPEG" length="9" title="Part 1"/><link href="b"/><link rel="enclosure" xml:base="https://g.example/x/" href="c" length="0"/>',
        ),
      ),
    ).toEqual([
      { url: "https://g.example/a.mp3", type: "audio/mpeg", length: 9, caption: "Part 1" },
      { url: "https://g.example/x/c", type: undefined, length: undefined, caption: undefined },
    ]);
  });

  it("without an address have an empty one, for whoever sorts them to leave out", () => {
    expect(enclosuresOf(fragment('<link rel="enclosure"/>'))).toEqual([{ url: "" }]);
  });
});

describe("a reference within its xml:base", () => {
  it.each([
    [["https://g.example/x/", "y/"], "a", "https://g.example/x/y/a"],
    [["https://g.example/x/"], "https://other.example/", "https://other.example/"],
    [["x/"], "a", "a"],
    [[], "a", "a"],
    [["https://g.example/"], undefined, undefined],
    [["https://g.example/"], "http://[", "http://["],
  ])("%j and %j: %j", (base, reference, expected) => {
    expect(resolveWithin(base, reference)).toBe(expected);
  });
});
