import { describe, expect, it } from "vitest";
import { makeAbsolute } from "../../../src/article/html/absolute.ts";
import { parseHtml, writeHtml } from "../../../src/article/html/tree.ts";

const BASE = "https://gazette.example/2026/03/storm?print=1";

function absolute(html: string): string {
  const tree = parseHtml(html);
  makeAbsolute(tree, BASE);
  return writeHtml(tree);
}

describe("an address in a body", () => {
  it.each([
    ["of a path", '<a href="/a">x</a>', '<a href="https://gazette.example/a">x</a>'],
    ["beside the article", '<img src="a.jpg">', '<img src="https://gazette.example/2026/03/a.jpg">'],
    ["of a query", '<a href="?p=2">x</a>', '<a href="https://gazette.example/2026/03/storm?p=2">x</a>'],
    ["of nothing", '<a href="">x</a>', '<a href="https://gazette.example/2026/03/storm?print=1">x</a>'],
    ["above the site", '<a href="../../../../x">x</a>', '<a href="https://gazette.example/x">x</a>'],
    ["of a quotation", '<q cite="/s">x</q>', '<q cite="https://gazette.example/s">x</q>'],
    [
      "to write to",
      '<a href="mailto:a@b.example?subject=x y">x</a>',
      '<a href="mailto:a@b.example?subject=x%20y">x</a>',
    ],
  ])("%s is absolute", (_, html, expected) => expect(absolute(html)).toBe(expected));

  it.each([
    ["a link of a script", '<a href="javascript:x">x</a>', "<a>x</a>"],
    ["an image to write to", '<img src="mailto:a@b.example">', "<img>"],
    ["a port that is none", '<a href="https://g.example:99999/">x</a>', "<a>x</a>"],
    ["a host that is none", '<img src="https://">', "<img>"],
  ])("that is none goes, its element stays: %s", (_, html, expected) => expect(absolute(html)).toBe(expected));
});

describe("the candidates of a srcset (HTML §4.8.4.2.1)", () => {
  const srcset = (value: string) => /srcset="([^"]*)"/.exec(absolute(`<img srcset="${value}">`))?.[1];

  it.each([
    ["a.jpg", "https://gazette.example/2026/03/a.jpg"],
    ["a.jpg 1x,b.jpg 2x", "https://gazette.example/2026/03/a.jpg 1x, https://gazette.example/2026/03/b.jpg 2x"],
    ["  /a.jpg   100w ,\n /b.jpg 1.5x ", "https://gazette.example/a.jpg 100w, https://gazette.example/b.jpg 1.5x"],
    // A comma inside an address is its own: image services have them.
    [
      "/w_100,h_50/a.jpg 1x, /b.jpg 2x",
      "https://gazette.example/w_100,h_50/a.jpg 1x, https://gazette.example/b.jpg 2x",
    ],
    ["/a.jpg, /b.jpg 2x", "https://gazette.example/a.jpg, https://gazette.example/b.jpg 2x"],
    ["javascript:x 1x, /b.jpg 2x", "https://gazette.example/b.jpg 2x"],
  ])("%j are %s", (value, expected) => expect(srcset(value)).toBe(expected));

  it.each(["", ",", "javascript:x 1x", " , , "])("%j are none, and the attribute goes", (value) =>
    expect(srcset(value)).toBeUndefined(),
  );
});

describe("addresses that grow", () => {
  const base = `https://gazette.example/${"long/".repeat(1_500)}`;

  it.each([
    ["of links", "<a href=a></a>".repeat(5_000)],
    ["of candidates of a srcset", `<img srcset="${"a 1x, ".repeat(5_000)}">`],
  ])("are refused where all of them together are longer than an article may be: %s", (_, html) => {
    expect(makeAbsolute(parseHtml(html), base)).toBe(false);
    expect(makeAbsolute(parseHtml(html), "https://gazette.example/")).toBe(true);
  });
});
