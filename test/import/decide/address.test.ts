import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { baseOf, chooseAddress, rebase } from "../../../src/import/decide/address.ts";
import { draft, feedFacts, SOURCE } from "../helpers.ts";

describe("what relative addresses resolve against (RFC 3986 §5.1)", () => {
  const feed = feedFacts({ base: "https://gazette.example/feed", home: "https://home.example/" });
  const fetched = { ...SOURCE, url: "https://fetched.example/x/feed" };

  it.each([
    ["where the document was fetched", [], feed, fetched, "https://fetched.example/x/feed"],
    ["where the feed says that it is", [], feed, SOURCE, "https://gazette.example/feed"],
    ["the feed's home page", [], feedFacts({ home: "https://home.example/" }), SOURCE, "https://home.example/"],
    [
      "nothing that is relative itself",
      [],
      feedFacts({ base: "feed", home: "https://home.example/" }),
      SOURCE,
      "https://home.example/",
    ],
    ["xml:base within where it was fetched", ["blog/"], feed, fetched, "https://fetched.example/x/blog/"],
    ["xml:base alone, where it is absolute", ["https://b.example/"], feedFacts(), SOURCE, "https://b.example/"],
    ["nothing, where nothing is absolute", ["blog/"], feedFacts({ base: "feed" }), SOURCE, undefined],
  ])("%s", (_, bases, facts, source, expected) => {
    expect(baseOf(bases, facts, source)).toBe(expected);
  });
});

describe("the address of an item's page", () => {
  const home = feedFacts({ home: "https://gazette.example/news#top" });

  it.each([
    [
      "its link",
      { link: "https://gazette.example/a", guid: "https://gazette.example/g" },
      { url: "https://gazette.example/a" },
    ],
    ["its link, made absolute", { link: "a b" }, { url: "https://gazette.example/x/a%20b" }],
    [
      "its id, where it has no link",
      { guid: "https://gazette.example/g" },
      { url: "https://gazette.example/g", note: "without a link: its id is its address" },
    ],
    [
      "its id, where its link is none",
      { link: "mailto:jane@gazette.example", guid: "https://gazette.example/g" },
      { url: "https://gazette.example/g", note: "without a link: its id is its address" },
    ],
    [
      "the home page with its id as fragment",
      { guid: "urn:a b#c" },
      {
        url: "https://gazette.example/news#urn%3Aa%20b%23c",
        note: "without a link: the feed's home page with its id as fragment",
      },
    ],
    // A relative id would be resolved to a page that nobody ever made.
    [
      "no relative id",
      { guid: "7" },
      { url: "https://gazette.example/news#7", note: "without a link: the feed's home page with its id as fragment" },
    ],
    ["none: the home page alone is no item's", {}, null],
  ])("is %s", (_, fields, expected) => {
    expect(chooseAddress(draft(fields), home, "https://gazette.example/x/y")).toEqual(expected);
  });

  it("is none with an id and no home page", () => {
    expect(chooseAddress(draft({ guid: "7" }), feedFacts(), undefined)).toBeNull();
  });

  it("is an absolute http(s) URL, whatever the id", () => {
    fc.assert(
      fc.property(fc.string({ unit: "binary" }), (guid) => {
        expect(chooseAddress(draft({ guid }), home, undefined)?.url).toMatch(/^https?:\/\/[!-~]+$/);
      }),
    );
  });
});

describe("a body with relative addresses", () => {
  const base = "https://gazette.example/x/";

  it.each([
    ['<a href="a">b</a>', '<a href="https://gazette.example/x/a">b</a>'],
    ["<a href = 'a'>b</a>", '<a href="https://gazette.example/x/a">b</a>'],
    ["<a href=a>b</a>", '<a href="https://gazette.example/x/a">b</a>'],
    ['<img src="/i.png" alt="">', '<img src="https://gazette.example/i.png" alt="">'],
    ['<blockquote cite="../q">b</blockquote>', '<blockquote cite="https://gazette.example/q">b</blockquote>'],
  ])("%s is %s", (html, expected) => {
    expect(rebase(html, base, [])).toBe(expected);
  });

  it.each([
    "<p>no address</p>",
    '<a href="https://other.example/a">b</a>',
    '<a href="//other.example/a">b</a>',
    '<a href="mailto:jane@gazette.example">b</a>',
    '<a href="#note">b</a>',
    "<p onclick=x>left to whoever parses the article",
  ])("without any is left as it is: %s", (html) => {
    const notes: string[] = [];
    expect(rebase(html, base, notes)).toBe(html);
    expect(notes).toEqual([]);
  });

  it("without a base is left as it is", () => {
    expect(rebase('<a href="a">b</a>', undefined, [])).toBe('<a href="a">b</a>');
  });

  it("is cleaned on the way, which is noted", () => {
    const notes: string[] = [];
    expect(rebase('<a href="a">b</a><script>alert(1)</script>', base, notes)).toBe(
      '<a href="https://gazette.example/x/a">b</a>',
    );
    expect(notes).toEqual([expect.stringMatching(/^cleaning took out /)]);
  });

  it("costs no more with 100,000 spaces in it", () => {
    const html = `<a href=${" ".repeat(100_000)}>b</a>`;
    expect(rebase(html, base, [])).toBe(html);
  });

  it("that is nested too deep to be cleaned is left for the article's parser to refuse", () => {
    const deep = `${"<div>".repeat(300)}<a href="a">b</a>`;
    expect(rebase(deep, base, [])).toBe(deep);
  });
});
