import { describe, expect, it } from "vitest";
import { dropMarks, dropWordPress, openAdmonitions } from "../../../../src/import/texts/body/marks.ts";

describe("a mark that is no text is not shown:", () => {
  it.each([
    ["## Tides {#tides}", "## Tides"],
    ["## Tides {#tides .x data-y=1} ##", "## Tides"],
    ["a\n{: .notice}\nb", "a\n\nb"],
    ["*a*{: .x} b", "*a* b"],
    ["![a](b){width=50%} c", "![a](b) c"],
    ['[a](b){target="_blank"}', "[a](b)"],
    ["{.lead}", ""],
    ["* TOC\n{:toc}", ""],
    ["[TOC]", ""],
    ["[[_TOC_]]", ""],
    ["{::options x /}", ""],
  ])("%j", (text, plain) => expect(dropMarks(text).trim()).toBe(plain));

  it.each(["{a}", "a {.5} b", "f(x){y}", "see [TOC] in", "{: a"])("prose is: %j", (text) =>
    expect(dropMarks(text)).toBe(text),
  );
});

describe("an admonition stands under its name", () => {
  it.each([
    [":::note\na\n:::", "**Note**\n\na"],
    [":::warning[Mind *the* gap]\na\n:::", "**Mind *the* gap**\n\na"],
    ["::: tip Mind the gap\na\n:::", "**Mind the gap**\n\na"],
    ["a\n:::", "a\n:::"],
  ])("%j", (text, plain) => expect(openAdmonitions(text).trim()).toBe(plain));
});

describe("WordPress' shortcodes", () => {
  it.each([
    ['[caption id="a" width="3"]![a](b) The quay[/caption]', "![a](b) The quay", []],
    ["[embed]https://v.example/1[/embed]", "https://v.example/1", []],
    ["[youtube https://v.example/1]", "https://v.example/1", []],
    ['[audio src="https://v.example/1.mp3"]', "<https://v.example/1.mp3>", []],
    ['a [gallery ids="1,2"]', "a ", ["the shortcode gallery is left out"]],
    ["[gallery](b) [caption] [video]", "[gallery](b) [caption] [video]", []],
  ])("%s", (text, plain, told) => {
    const notes = new Set<string>();
    expect(dropWordPress(text, notes)).toBe(plain);
    expect([...notes]).toEqual(told);
  });
});
