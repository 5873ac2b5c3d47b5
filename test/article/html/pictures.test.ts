import { describe, expect, it } from "vitest";
import { bestOf } from "../../../src/article/html/pictures.ts";
import { clean } from "./cleaned.ts";

describe("a picture's address stands in its src", () => {
  const SHOWN = '<img src="https://gazette.example/a.jpg">';
  it.each([
    [
      "from its srcset",
      '<img srcset="/a.jpg">',
      '<img srcset="https://gazette.example/a.jpg" src="https://gazette.example/a.jpg">',
    ],
    ["beside AMP's name for it", '<amp-img src="/a.jpg"></amp-img>', SHOWN],
    [
      "from a source, where there is no img",
      '<picture><source srcset="/a.avif" type="image/avif"><source data-srcset="/a.jpg 1x"></picture>',
      `<picture><source srcset="https://gazette.example/a.avif" type="image/avif"><source srcset="https://gazette.example/a.jpg 1x">${SHOWN}</picture>`,
    ],
    [
      "from a source, where its img has none",
      '<picture><source srcset="/a.jpg"><img src="data:," alt="A"></picture>',
      '<picture><source srcset="https://gazette.example/a.jpg"><img alt="A" src="https://gazette.example/a.jpg"></picture>',
    ],
  ])("%s", (_, html, cleaned) => expect(clean(html)).toBe(cleaned));
});

describe("in the place of a picture without any address", () => {
  it.each([
    ["stands what it shows in words", '<p>a <img src="data:image/png;base64,AA" alt="😀"></p>', "<p>a 😀</p>"],
    ["stands nothing, where it says nothing", '<p>a<img alt=""></p>', "<p>a</p>"],
    ["stands nothing, though there is a picture around it", "<p>a</p><picture><source></picture>", "<p>a</p>"],
  ])("%s", (_, html, cleaned) => expect(clean(html)).toBe(cleaned));
});

describe("of several sizes", () => {
  it.each([
    ["/a 400w, /b 800w, /c 1600w", "/c"],
    ["/a 400w, /b 5000w", "/a"],
    ["/a 4000w, /b 5000w", "/a"],
    ["/a, /b 2x, /c 3x", "/b"],
    ["", undefined],
  ])("%j: %j is shown", (srcset, best) => expect(bestOf(srcset)).toBe(best));
});
