import { describe, expect, it } from "vitest";
import { parseForeignHtml } from "../../../src/article/html/foreign.ts";
import { writeHtml } from "../../../src/article/html/tree.ts";

const written = (html: string): string => {
  const parsed = parseForeignHtml(html);
  return parsed.status === "parsed" ? writeHtml(parsed.tree) : parsed.detail;
};

const formatting = (count: number): string =>
  Array.from({ length: count }, (_, index) => `<b id="a${index}">`).join("");

describe("HTML of unknown origin", () => {
  it.each([
    ["as a parser mends it", "<p>One<p>Two</b>", "<p>One</p><p>Two</p>"],
    [
      "with text that lies 200 elements deep",
      `${"<i><u>".repeat(100)}x`,
      `${"<i><u>".repeat(100)}x${"</u></i>".repeat(100)}`,
    ],
    ["with a tag that was left open", "<b>One<p>Two<p>Three", "<b>One<p>Two</p><p>Three</p></b>"],
    ["with nothing in it", "", ""],
  ])("is read %s", (_, html, expected) => expect(written(html)).toBe(expected));

  it.each([
    ["blocks", "<div>".repeat(201)],
    ["a hundred thousand blocks", "<div>".repeat(100_000)],
    ["templates, which hold their content apart", "<template>".repeat(20_000)],
    ["blocks in a template", `<template>${"<div>".repeat(200)}`],
    ["tables in tables", "<table><td>".repeat(100)],
    ["another vocabulary", "<svg><g>".repeat(200)],
  ])("is refused for nesting too deep: %s", (_, html) => expect(written(html)).toBe("nests deeper than 200 elements"));

  it.each([
    ["180 different ones", `<p>${formatting(180)}${"<p>x".repeat(1_000)}`],
    ["a few, in very many blocks", `${"<p><b><i><u><s>x</p>".repeat(30_000)}`],
    ["one with a long attribute", `<p><font face="${"a".repeat(100_000)}">${"<p>x".repeat(100)}`],
  ])("is refused for formatting that is left open: %s", (_, html) =>
    expect(written(html).slice(0, 100)).toMatch(/^leaves formatting elements open/),
  );

  it("may leave a tag open throughout a long page, as old ones do", () => {
    const paragraphs = "<p>Text of an old page.</p>".repeat(3_000);
    expect(written(`<p><font face="Verdana"><b>${paragraphs}`)).toMatch(/^<p>.*<\/p>$/s);
  });
});
