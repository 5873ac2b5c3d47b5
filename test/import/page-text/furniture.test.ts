import { describe, expect, it } from "vitest";
import { toBlocks } from "../../../src/import/page-text/blocks.ts";
import {
  isButton,
  isCaption,
  isEnd,
  isListOfOthers,
  isPointer,
  tailFrom,
} from "../../../src/import/page-text/furniture.ts";

describe("buttons and the like", () => {
  it.each([
    "Share",
    "Share this article",
    "ADVERTISEMENT",
    "Skip to main content",
    "Open menu",
    "4 min read",
    "12-minute read",
    "Listen to this article",
    "Loading...",
    "5 hours ago",
    "Updated 2 days ago",
    "Breaking news",
    "17 comments",
    "Getty Images",
  ])("%j", (text) => {
    expect(isButton(text)).toBe(true);
  });

  it.each([
    "",
    "Share prices fall",
    "Save the harbour",
    "Menus change",
    "Five hours ago",
    "Print is not dead",
    "Exclusive: the plan",
  ])("%j is none", (text) => {
    expect(isButton(text)).toBe(false);
  });
});

describe("captions", () => {
  it.each([
    "Photo: Jane Smith / Coast Wire",
    "IMAGE SOURCE, Getty Images",
    "Image caption: The harbour",
    "Credit: AP",
    "Watch: the storm",
    "Videos: the storm",
  ])("%j", (text) => {
    expect(isCaption(text)).toBe(true);
  });

  it.each(["Photo", "Photographs of the storm", "Image of a gull", `Photo: ${"word ".repeat(41)}`])(
    "%j is none",
    (text) => {
      expect(isCaption(text)).toBe(false);
    },
  );
});

describe("pointers to another story", () => {
  it.each([
    "Read more: How the line was planned",
    "See also: The plan",
    "Watch | The storm",
    "RELATED: The plan",
    "Read next → The plan",
    "Also » The plan",
  ])("%j", (text) => {
    expect(isPointer(text)).toBe(true);
  });

  it.each(["Read more", "Read more:", "Reading: a life", "See you there", `Read more: ${"word ".repeat(30)}`])(
    "%j is none",
    (text) => {
      expect(isPointer(text)).toBe(false);
    },
  );
});

describe("what only ever ends a page", () => {
  it.each([
    "© 2026 The Gazette",
    "(c) 2026",
    "Copyright The Gazette",
    "All rights reserved",
    "Comments",
    "Comment (3)",
    "Leave a comment",
    "Join the conversation",
  ])("%j", (text) => {
    expect(isEnd(text)).toBe(true);
  });

  it.each(["(c) is a letter", "Comments by the mayor were met with silence", "Copyrighted", `© ${"word ".repeat(41)}`])(
    "%j does not",
    (text) => {
      expect(isEnd(text)).toBe(false);
    },
  );
});

describe("headings of lists of other stories", () => {
  it.each([
    "Related",
    "Related stories",
    "Lesen Sie auch",
    "À lire aussi :",
    "Читайте также",
    "関連記事",
    "You may also like",
    "You might be interested in",
    "More from The Gazette",
    "Most read",
    "MOST VIEWED THIS WEEK",
    "Latest headlines",
    "Editor’s picks",
    "Don't miss",
    "Up next",
    "Topics:",
    "Filed under",
    "Sign up for our newsletter",
    "Follow Jane Doe on Mastodon",
    "About the author…",
  ])("%j", (text) => {
    expect(isListOfOthers(text)).toBe(true);
  });

  it.each(["More than forty boats were lost", "Latest count: forty", "Topical storms", "Popular mayor resigns"])(
    "%j is none",
    (text) => {
      expect(isListOfOthers(text)).toBe(false);
    },
  );

  it("of more than ten words is a sentence", () => {
    expect(isListOfOthers(`More on ${"word ".repeat(8)}`)).toBe(true);
    expect(isListOfOthers(`More on ${"word ".repeat(9)}`)).toBe(false);
  });
});

describe("where a page's tail begins", () => {
  const STORY = "The ferry was full of people, and all of them were saved.";
  const QUESTION = "Why does the ferry not sail on any Tuesday in winter?";
  const tail = (start: number, ...lines: string[]) => tailFrom(toBlocks(lines.join("\n")), start);

  it.each([
    ["at what only ever ends a page", 0, ["Head", STORY, "© 2026", STORY, STORY], 2],
    ["at a list of other stories", 0, ["Head", STORY, "Related stories", "A dog bites a man", STORY], 2],
    [
      "not at a list that the story goes on after",
      0,
      ["Head", "Related stories", "A dog", STORY, STORY, "Most read", "A cat"],
      5,
    ],
    ["at a list with single teasers behind it", 0, ["Head", STORY, "Most read", "A dog", STORY, "A cat", STORY], 2],
    ["at a list with short sentences behind it", 0, ["Head", STORY, "Most read", "It rained.", "It snowed."], 2],
    ["at a list, where what follows is the page's end", 0, ["Head", STORY, "Most read", "A dog", `© 2026 ${STORY}`], 2],
    [
      "not at a list without headlines, right below which the story goes on",
      0,
      ["Head", "Most read", STORY, "© 2026"],
      3,
    ],
    ["not at a list that a long paragraph follows", 0, ["Head", "Most read", "A dog", `${"It ".repeat(40)}rained.`], 4],
    ["at a list of questions", 0, ["Head", STORY, "Most read", ...Array(3).fill(QUESTION)], 2],
    ["nowhere: after the last block", 0, ["Head", STORY], 2],
    ["not before the given block", 1, ["Related stories", "Head", STORY], 3],
  ])("%s", (_, start, lines, index) => {
    expect(tail(start, ...lines)).toBe(index);
  });

  it("of a page of such lists alone, at the first", () => {
    expect(tail(0, ...Array.from({ length: 50 }, () => "Related stories"))).toBe(0);
  });
});
