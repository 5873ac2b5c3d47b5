import { describe, expect, it } from "vitest";
import { MAX_LINE } from "../../../src/article/limits.ts";
import { chooseCredit } from "../../../src/import/decide/choose-credit.ts";
import { draft, feedFacts } from "../helpers.ts";

const FEED = feedFacts({ title: "The Gazette", home: "https://gazette.example/news" });
const BASE = "https://gazette.example/";

describe("where a story came from", () => {
  it.each([
    [
      "what it says itself",
      { name: " The\nWire ", url: "https://wire.example/" },
      FEED,
      { name: "The Wire", url: "https://wire.example/" },
    ],
    ["what it says itself, without an address", { name: "The Wire" }, FEED, { name: "The Wire" }],
    [
      "what it says itself, without an address that is none",
      { name: "The Wire", url: "urn:wire" },
      FEED,
      { name: "The Wire" },
    ],
    ["the feed that it was read from", undefined, FEED, { name: "The Gazette", url: "https://gazette.example/news" }],
    ["nobody, where the feed has no name", undefined, feedFacts({ home: "https://gazette.example/" }), undefined],
    ["nobody, where it says nothing itself", { name: " " }, FEED, undefined],
  ])("%s", (_, credit, feed, expected) => {
    expect(chooseCredit(draft({ credit }), feed, { home: "https://own.example/" }, BASE)).toEqual(expected);
  });

  it("is as long as an article may have", () => {
    const credit = chooseCredit(draft({ credit: { name: "word ".repeat(200) } }), FEED, {}, BASE);
    expect(credit?.name).toMatch(/word…$/);
    expect(credit?.name.length).toBeLessThanOrEqual(MAX_LINE);
  });

  it.each([
    [
      "https://own.example/",
      "https://agency.example/feed",
      { name: "The Gazette", url: "https://gazette.example/news" },
    ],
    ["https://gazette.example/", undefined, undefined],
    ["https://www.gazette.example/", undefined, undefined],
    ["https://feeds.gazette.example/", undefined, undefined],
    [undefined, "https://agency.example/feed", undefined],
  ])("the feed, only where it is another site's than %s", (home, url, expected) => {
    expect(chooseCredit(draft(), FEED, { home, url }, BASE)).toEqual(expected);
  });

  it("a feed without a home page is of the site it was fetched from", () => {
    const feed = feedFacts({ title: "The Gazette" });
    const from = (url?: string) => chooseCredit(draft(), feed, { home: "https://gazette.example/", url }, BASE);
    expect([from(), from("https://gazette.example/feed"), from("https://agency.example/feed")]).toEqual([
      undefined,
      undefined,
      { name: "The Gazette" },
    ]);
  });

  it("not the newsroom's own archive, of whatever site it was", () => {
    expect(chooseCredit(draft(), { ...FEED, isOwn: true }, { home: "https://own.example/" }, BASE)).toBeUndefined();
  });
});
