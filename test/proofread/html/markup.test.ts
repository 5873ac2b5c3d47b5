import { describe, expect, it } from "vitest";
import { readMarkup } from "../../../src/proofread/html/markup.ts";
import { ambiguityIn, markupIn } from "../../../src/proofread/html/plain-text.ts";
import { HTML_RULES } from "../../../src/proofread/html/rules.ts";
import { styleFaults } from "../../../src/proofread/html/style.ts";
import { growth, LINEAR } from "../../growth.ts";

const check = (html: string): void => {
  const markup = readMarkup(html);
  for (const rule of HTML_RULES) rule.check(markup, { hasBase: false, page: false });
};

describe("HTML is looked at in a time that grows with its length, whatever it repeats", () => {
  it.each<[what: string, part: string]>([
    ["tags that never end", "<a"],
    ["starts of tags", "<"],
    ["references that are none", "&a"],
    ["attributes of one tag", " a"],
    ["elements that are never closed", "<b>"],
    ["end tags of nothing", "</b>"],
    ["paragraphs with a block in something else", "<p><b><div>"],
    ["lists in lists", "<ul><li>"],
    ["comments that never end", "<!--"],
    ["scripts in scripts", "<script><!--<script>"],
    ["links in tables", "<table><td><a>"],
    ["declarations", "<!DOCTYPE "],
    ["drawings in drawings", "<svg><desc>"],
  ])("%s", async (_, part) => {
    expect(await growth(check, part)).toBeLessThan(LINEAR);
  });

  it("attributes of different names", async () => {
    const html = (count: number) => `<p ${Array.from({ length: count }, (_, index) => `a${index}`).join(" ")}>`;
    expect(await growth((text) => check(html(text.length)), "a", 10_000)).toBeLessThan(LINEAR);
  });
});

describe("plain text is looked at in a time that grows with its length", () => {
  it.each(["</a", "&a", "&#1", "<", "&", "a"])("%s", async (part) => {
    expect(await growth(markupIn, part)).toBeLessThan(LINEAR);
    expect(await growth(ambiguityIn, part)).toBeLessThan(LINEAR);
  });
});

describe("a style is looked at in a time that grows with its length", () => {
  it.each(["a:", "margin:1px ", "a:b;", "url ", "-", " "])("%s", async (part) => {
    expect(await growth(styleFaults, part)).toBeLessThan(LINEAR);
  });
});
