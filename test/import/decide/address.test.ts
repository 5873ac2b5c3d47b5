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

const MADE = "without a link: its address is made of its headline";

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
      "made of its headline under the feed's home, kept apart by its id",
      { guid: "urn:a b#c", title: { type: "text", value: "Harbour reopens" } },
      { url: "https://gazette.example/news/harbour-reopens-977838d6", note: MADE },
    ],
    // A relative id would be resolved to a page that nobody ever made.
    ["no relative id", { guid: "7" }, { url: "https://gazette.example/news/7902699b", note: MADE }],
    [
      "made of its first words, where it has no headline",
      {
        content: {
          type: "html",
          value: "<p>The harbour is open again, says the harbour master, after a week of storms.</p>",
        },
      },
      {
        url: "https://gazette.example/news/the-harbour-is-open-again-says-the-harbour-master-after-a-38162917",
        note: MADE,
      },
    ],
  ] as const)("is %s", async (_, fields, expected) => {
    expect(await chooseAddress(draft(fields), home, SOURCE, "https://gazette.example/x/y")).toEqual(expected);
  });

  it("is under the base that was given, else the feed's home, the site's, and where it was fetched", async () => {
    const under = async (feedHome?: string, source = {}, base?: string) =>
      (await chooseAddress(draft({ guid: "7" }), feedFacts({ home: feedHome }), { ...SOURCE, ...source }, base))?.url;
    const site = { home: "https://site.example/" };
    expect([
      await under("https://gazette.example/", { ...site, base: "https://given.example/b" }),
      await under("https://gazette.example/", site),
      await under(undefined, site),
      await under(undefined, {}, "https://fetched.example/x/feed"),
      await under(),
    ]).toEqual([
      "https://given.example/b/7902699b",
      "https://gazette.example/7902699b",
      "https://site.example/7902699b",
      "https://fetched.example/7902699b",
      undefined,
    ]);
  });

  it("is another for another item of the same headline", async () => {
    const title = { type: "text", value: "Wordle" } as const;
    const addresses = [{ guid: "1" }, { guid: "2" }, { published: "1 May 2024" }, { published: "2 May 2024" }].map(
      async (fields) => (await chooseAddress(draft({ title, ...fields }), home, SOURCE, undefined))?.url,
    );
    expect(new Set(await Promise.all(addresses)).size).toBe(4);
  });

  it("is an absolute http(s) URL, whatever the id and the headline", async () => {
    await fc.assert(
      fc.asyncProperty(fc.string({ unit: "binary" }), fc.string({ unit: "binary" }), async (guid, value) => {
        const item = draft({ guid, title: { type: "text", value } });
        expect((await chooseAddress(item, home, SOURCE, undefined))?.url).toMatch(/^https?:\/\/[!-~]+$/);
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
