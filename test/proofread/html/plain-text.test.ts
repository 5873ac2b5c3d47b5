import { describe, expect, it } from "vitest";
import { ambiguityIn, markupIn } from "../../../src/proofread/html/plain-text.ts";

describe("a text is taken for", () => {
  it.each([
    "In brief",
    "1 < 2 & 3 > 2",
    "R&B; and more",
    "How <marquee> was born",
    "a<b",
    "What is &foo;?",
    "<3",
    "</boat>",
  ])("plain text: %j", (text) => {
    expect(markupIn(text)).toBeUndefined();
  });

  it.each([
    ["In <b>brief</b>", "<b>"],
    ["x<br/>y", "<br>"],
    ["<P >x", "<P>"],
    ["a</em>", "</em>"],
    ['<img src="x">', "<img>"],
    ["the end</marquee>", "</marquee>"],
    ["S&amp;P", "&amp;"],
    ["a&nbsp;b", "&nbsp;"],
    ["&#8217;", "&#8217;"],
    ["&#x2019;", "&#x2019;"],
  ])("markup: %j", (text, found) => {
    expect(markupIn(text)).toBe(found);
  });
});

describe("a text is", () => {
  it.each(["AT&T", "Q&A", "1 < 2", "a & b", "x<1"])("unambiguous: %j", (text) => {
    expect(ambiguityIn(text)).toBeUndefined();
  });

  it.each([
    ["alpha&omega", "&omega"],
    ["tides <at dawn", "<at dawn"],
    ["&#0", "&#0"],
    ["&lt/", "&lt"],
  ])("ambiguous: %j", (text, found) => {
    expect(ambiguityIn(text)).toBe(found);
  });
});
