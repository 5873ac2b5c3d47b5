import { describe, expect, it } from "vitest";
import { MAX_TITLE } from "../../../src/article/limits.ts";
import { chooseTitle } from "../../../src/import/decide/choose-title.ts";
import type { Draft } from "../../../src/import/draft.ts";
import { draft, feedFacts } from "../helpers.ts";

const FEED = feedFacts({ title: "The Gazette" });
const text = (value: string) => ({ type: "text", value }) as const;
const html = (value: string) => ({ type: "html", value }) as const;

/** The title, and what was noted. */
function titleOf(fields: Partial<Draft>, feed = FEED, url: string | undefined = "https://gazette.example/news/a/") {
  const notes: string[] = [];
  return [chooseTitle(draft(fields), feed, url, notes), notes];
}

const FIRST_WORDS = "untitled: its first words are the title";
const NO_WORDS = "untitled and without words: its feed's name and its address are the title";

describe("a title", () => {
  it.each([
    ["is kept in one line", { title: text(" A\n  title ") }, "A title", []],
    ["of text keeps what looks like markup", { title: text("a <b>c</b>") }, "a <b>c</b>", []],
    [
      "loses its markup, which is noted",
      { title: html("<b>A</b> title") },
      "A title",
      ["markup in the title is taken out"],
    ],
    ["with references alone has no markup to lose", { title: html("R&amp;D") }, "R&D", []],
  ])("%s", (_, fields, title, notes) => {
    expect(titleOf(fields)).toEqual([title, notes]);
  });

  it("longer than an article may have is cut between words, which is noted", () => {
    const [title, notes] = titleOf({ title: text("word ".repeat(300)) });
    expect(title).toMatch(/word…$/);
    expect(title?.length).toBeLessThanOrEqual(MAX_TITLE);
    expect(notes).toEqual([`a title longer than ${MAX_TITLE} characters is cut`]);
  });

  it("as long as an article may have is whole", () => {
    expect(titleOf({ title: text("x".repeat(MAX_TITLE)) })).toEqual(["x".repeat(MAX_TITLE), []]);
  });
});

describe("an item without a title", () => {
  it.each([
    [
      "is called by the first words of its whole text",
      { content: html("<p>One two</p>"), description: text("Three") },
      "One two",
      [FIRST_WORDS],
    ],
    [
      "is called by the first words of its short text, where that is all",
      { description: text("Three") },
      "Three",
      [FIRST_WORDS],
    ],
    [
      "whose whole text is a picture is called by the short one",
      { content: html("<img src='a'>"), description: text("Three") },
      "Three",
      [FIRST_WORDS],
    ],
    ["whose title is markup alone has none", { title: html("<br>"), content: text("One") }, "One", [FIRST_WORDS]],
    ["and words has its feed's name and its address", {}, "The Gazette: a", [NO_WORDS]],
  ])("%s", (_, fields, title, notes) => {
    expect(titleOf(fields)).toEqual([title, notes]);
  });

  it("has as many words as a list of headlines shows", () => {
    const words = "harbour ".repeat(20).trim();
    const [title] = titleOf({ content: text(words) });
    expect(title).toBe(`${"harbour ".repeat(10).trim()}…`);
  });

  it.each([
    [feedFacts(), "https://gazette.example/news/a", "Untitled: a"],
    [FEED, "https://gazette.example/", "The Gazette"],
    [FEED, undefined, "The Gazette"],
    [feedFacts(), undefined, "Untitled"],
  ])("nor words: %j at %j is %j", (feed, url, title) => {
    const notes: string[] = [];
    expect(chooseTitle(draft(), feed, url, notes)).toBe(title);
  });
});
