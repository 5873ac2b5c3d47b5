import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { addressUnder, toSlug } from "../../../src/import/decide/slug.ts";

describe("a headline's slug", () => {
  it.each([
    ["Harbour reopens after three-day storm", "harbour-reopens-after-three-day-storm"],
    ["  “We’re not out of it” – yet! ", "were-not-out-of-it-yet"],
    ["O'Brien's café über Ålesund", "obriens-cafe-uber-alesund"],
    ["ﬁrst ½", "first-1-2"],
    ["Гавань открыта", "гавань-открыта"],
    ["港口重新开放", "港口重新开放"],
    ["a/b?c#d&e%20f", "a-b-c-d-e-20f"],
    ["—", ""],
    ["", ""],
  ])("%j: %j", (text, expected) => {
    expect(toSlug(text)).toBe(expected);
  });

  it("is cut at 100 characters, not in a hyphen", () => {
    expect(toSlug(`${"a".repeat(99)} b`)).toBe("a".repeat(99));
    // The first half of a letter beyond the first plane is left out, and so is the hyphen before it.
    expect(toSlug(`${"a".repeat(98)} 𠀀`)).toBe("a".repeat(98));
    expect(toSlug("a".repeat(200))).toBe("a".repeat(100));
  });

  it("of any text is letters and digits with single hyphens between, and its own slug", () => {
    fc.assert(
      fc.property(fc.oneof(fc.string({ unit: "binary" }), fc.string({ unit: "grapheme", maxLength: 200 })), (text) => {
        const made = toSlug(text);
        expect(made).toMatch(/^$|^[\p{L}\p{N}]+(-[\p{L}\p{N}]+)*$/u);
        expect(made.length).toBeLessThanOrEqual(100);
        expect(made.isWellFormed()).toBe(true);
        expect(toSlug(made)).toBe(made);
      }),
    );
  });
});

describe("an address under a base", () => {
  it.each([
    ["https://gazette.example/news", "a", "https://gazette.example/news/a"],
    ["https://gazette.example/news/", "a", "https://gazette.example/news/a"],
    ["https://gazette.example", "гавань", "https://gazette.example/%D0%B3%D0%B0%D0%B2%D0%B0%D0%BD%D1%8C"],
    // A name is one part of the path, whatever it holds.
    ["https://gazette.example/news", "../a?b#c", "https://gazette.example/news/..%2Fa%3Fb%23c"],
  ])("%s and %j: %s", (base, name, expected) => {
    expect(addressUnder(base, name)).toBe(expected);
  });

  it.each([
    [undefined, "a"],
    ["news", "a"],
    ["ftp://gazette.example/", "a"],
    ["https://gazette.example/", ""],
  ])("%j and %j: none", (base, name) => {
    expect(addressUnder(base, name)).toBeUndefined();
  });
});
