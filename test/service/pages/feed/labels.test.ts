import { describe, expect, it } from "vitest";
import { contentsOf, shortTitle } from "../../../../src/service/pages/feed/labels.ts";
import { definitionOf, site } from "../fixtures.ts";

describe("a feed's title below the masthead", () => {
  it.each([
    ["The Test Gazette: Politics", "Politics"],
    ["The Test Gazette – Politics", "Politics"],
    ["The Test Gazette — Politics", "Politics"],
    ["The Test Gazette | Politics", "Politics"],
    ["The Test Gazette · Politics", "Politics"],
    ["The Test Gazette - Politics", "Politics"],
    ["The Test Gazette:Politics", "Politics"],
    ["The Test Gazette: Politics: Votes", "Politics: Votes"],
  ])("leaves the masthead's name out of “%s”", (title, short) =>
    expect(shortTitle(site, definitionOf({ title }))).toBe(short),
  );

  it.each([
    "The Test Gazette",
    "The Test Gazette Politics",
    "The Test Gazettes: Politics",
    "Politics",
    "Politics: The Test Gazette",
    "the test gazette: Politics",
    "The Test Gazette:",
    "The Test Gazette-wide",
  ])("is “%s” as it stands", (title) => expect(shortTitle(site, definitionOf({ title }))).toBe(title));
});

describe("what is in a feed", () => {
  it.each([
    ["full", 0, "No stories yet, full text"],
    ["full", 1, "1 story, full text"],
    ["summary", 2, "2 stories, summaries"],
    ["headline", 50, "50 stories, headlines"],
  ] as const)("%s × %i: %s", (content, entries, words) =>
    expect(contentsOf(definitionOf({ content }), entries)).toBe(words),
  );
});
