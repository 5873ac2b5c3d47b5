import { describe, expect, it } from "vitest";
import type { Entry, Feed } from "../../../src/feed/feed.ts";
import { approximateBytes, hasLanguageOf, lengthOf, lintOf } from "../../../src/partner/profiles/rule.ts";
import { entryOf, profile } from "../a-portal.ts";

const { feed } = profile("standard", [{}]);
const ENTRY = entryOf("standard");

const saying = (message: string | undefined) => ({
  rule: "title",
  source: "Somebody, on titles",
  field: "title",
  broken: () => message,
});

describe("rules", () => {
  it("find what is broken, in their order, each with who says so", () => {
    const { lint } = lintOf([
      { ...saying("too short"), severity: "hard" },
      { ...saying(undefined), severity: "hard" },
      { ...saying("too plain"), severity: "advice" },
    ]);
    expect(lint(ENTRY, feed)).toEqual([
      { rule: "title", source: "Somebody, on titles", field: "title", severity: "hard", message: "too short" },
      { rule: "title", source: "Somebody, on titles", field: "title", severity: "advice", message: "too plain" },
    ]);
  });

  it("of the feed as a whole are advice, and apart from those of an entry", () => {
    const { lint, lintFeed } = lintOf([], [saying("too few"), saying(undefined)]);
    expect(lint(ENTRY, feed)).toEqual([]);
    expect(lintFeed(feed)).toEqual([
      { rule: "title", source: "Somebody, on titles", field: "title", severity: "advice", message: "too few" },
    ]);
  });

  it("see the entry and the feed that they are asked about", () => {
    const broken = (entry: Entry, whole: Feed) => `${entry.title} in ${whole.title}`;
    const { lint } = lintOf([{ ...saying(undefined), severity: "advice", broken }]);
    expect(lint(ENTRY, feed).map(({ message }) => message)).toEqual([
      "Harbour reopens after the storm of the year in For the portal",
    ]);
  });
});

describe("a length", () => {
  it.each([
    ["", 0],
    ["abc", 3],
    ["é", 1],
    ["\u{1F600}\u{1F600}", 2],
  ])("of %j is %i characters", (text, length) => expect(lengthOf(text)).toBe(length));
});

describe("a feed's size", () => {
  it("is counted in bytes of UTF-8, and grows by what an entry says", () => {
    const titled = (title: string): Feed => ({ ...feed, entries: [{ ...ENTRY, title }] });
    expect(approximateBytes({ ...feed, entries: [] })).toBe(0);
    expect(approximateBytes(titled("é€\u{1F600}")) - approximateBytes(titled(""))).toBe(2 + 3 + 4);
    expect(approximateBytes({ ...feed, entries: [ENTRY, ENTRY] })).toBe(2 * approximateBytes(feed));
  });
});

describe("a story's language", () => {
  it.each([
    ["en", "en-GB", true],
    ["EN-us", "en-GB", true],
    ["fr", "en-GB", false],
    ["eng", "en", false],
    ["zh-Hant-TW", "zh", true],
  ])("%s is the feed's %s: %s", (language, ofFeed, same) =>
    expect(hasLanguageOf("feed")({ ...ENTRY, language }, { ...feed, language: ofFeed })).toBe(
      same ? undefined : `the story is in "${language}", the feed in "${ofFeed}"`,
    ),
  );
});
