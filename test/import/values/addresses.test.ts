import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { absoluteUrl, resolveBases } from "../../../src/import/values/addresses.ts";

describe("an absolute URL", () => {
  it.each([
    ["https://gazette.example/a", undefined, "https://gazette.example/a"],
    [" http://gazette.example ", undefined, "http://gazette.example/"],
    ["https://gazette.example/ä b", undefined, "https://gazette.example/%C3%A4%20b"],
    ["a?b#c", "https://gazette.example/news/", "https://gazette.example/news/a?b#c"],
    ["//cdn.example/a", "https://gazette.example/", "https://cdn.example/a"],
    ["#top", "https://gazette.example/a", "https://gazette.example/a#top"],
  ])("%j within %j is %s", (address, base, expected) => {
    expect(absoluteUrl(address, base)).toBe(expected);
  });

  it.each([
    [undefined, "https://gazette.example/"],
    // Resolved, an empty reference would be the base itself: an article's address is never said that way.
    ["", "https://gazette.example/"],
    [" \n", "https://gazette.example/"],
    ["a", undefined],
    ["a", "b"],
    ["mailto:jane@gazette.example", undefined],
    ["urn:uuid:1", "https://gazette.example/"],
    ["javascript:alert(1)", "https://gazette.example/"],
    ["http://[::1", "https://gazette.example/"],
    ["http://", undefined],
  ])("%j within %j is none", (address, base) => {
    expect(absoluteUrl(address, base)).toBeUndefined();
  });

  it("is the same when it is read again", () => {
    fc.assert(
      fc.property(fc.oneof(fc.webUrl({ withQueryParameters: true, withFragments: true }), fc.string()), (text) => {
        const url = absoluteUrl(text, "https://gazette.example/a/b");
        if (url !== undefined) expect(absoluteUrl(url)).toBe(url);
      }),
    );
  });
});

describe("a chain of xml:base (XML Base §4)", () => {
  it.each<[string[], string | undefined, string | undefined]>([
    [[], undefined, undefined],
    [[], "https://gazette.example/feed", "https://gazette.example/feed"],
    [["blog/", "2026/"], "https://gazette.example/feed", "https://gazette.example/blog/2026/"],
    [["/a/", "/b/"], "https://gazette.example/", "https://gazette.example/b/"],
    [["https://one.example/x/", "y/"], undefined, "https://one.example/x/y/"],
    [["https://one.example/", "https://two.example/"], "https://gazette.example/", "https://two.example/"],
    [["../c/"], "https://gazette.example/a/b/", "https://gazette.example/a/c/"],
  ])("%j within %j is %j", (bases, outermost, expected) => {
    expect(resolveBases(bases, outermost)).toBe(expected);
  });

  it("passes over what is no address", () => {
    expect(resolveBases(["http://[", "b/"], "https://gazette.example/")).toBe("https://gazette.example/b/");
  });

  it("of relative ones alone is none until one is absolute", () => {
    expect(resolveBases(["a/", "b/"], undefined)).toBeUndefined();
    expect(resolveBases(["a/", "https://gazette.example/", "b/"], undefined)).toBe("https://gazette.example/b/");
  });
});
