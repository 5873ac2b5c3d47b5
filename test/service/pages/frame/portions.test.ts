import fc from "fast-check";
import { html } from "hono/html";
import { describe, expect, it } from "vitest";
import {
  htmlSize,
  MAX_PORTION_BYTES,
  pageNumber,
  portions,
  textSize,
} from "../../../../src/service/pages/frame/portions.ts";

const itself = (size: number) => size;
const sum = (sizes: number[]) => sizes.reduce((total, size) => total + size, 0);

describe("a list cut into pages", () => {
  it.each([
    ["nothing, no page", [], []],
    ["what fits exactly, one page", [5, 5], [[5, 5]]],
    ["what is one byte too much, two pages", [5, 5, 1], [[5, 5], [1]]],
    ["an item larger than a page, a page of its own", [3, 20, 3, 3], [[3], [20], [3, 3]]],
    ["a large item first, too", [20, 1], [[20], [1]]],
    ["items without a size, beside a full page's", [10, 0, 0], [[10, 0, 0]]],
  ])("gives %s", (_, sizes, pages) => expect(portions(sizes, itself, 10)).toEqual(pages));

  it("takes a page's usual bytes where nothing else is said", () => {
    const half = MAX_PORTION_BYTES / 2;
    expect(portions([half, half, 1], itself)).toEqual([[half, half], [1]]);
  });

  it("keeps every item once, in order, on pages that hold as much as they can and no more", () => {
    fc.assert(
      fc.property(fc.array(fc.nat(30)), fc.integer({ min: 1, max: 40 }), (sizes, bytes) => {
        const pages = portions(sizes, itself, bytes);
        expect(pages.flat()).toEqual(sizes);
        for (const [index, page] of pages.entries()) {
          const next = pages[index + 1]?.[0];
          expect(page.length).toBeGreaterThan(0);
          if (page.length > 1) expect(sum(page)).toBeLessThanOrEqual(bytes);
          if (next !== undefined) expect(sum(page) + next).toBeGreaterThan(bytes);
        }
      }),
    );
  });
});

describe("the bytes of a text", () => {
  it("are those of its UTF-8 where it is finished HTML", () => {
    fc.assert(
      fc.property(
        fc.string({ unit: "grapheme" }),
        (text) => void expect(htmlSize(text)).toBe(new TextEncoder().encode(text).length),
      ),
    );
  });

  it.each([
    ["plain", 5],
    ["é", 2],
    ["文", 3],
    ["😀", 4],
    ['"', "&quot;".length],
    ["<b>", 13],
  ])("of %j that is yet to be escaped are %i at most", (text, bytes) => expect(textSize(text)).toBe(bytes));

  it("are never fewer than what escaping makes of it", () => {
    const texts = fc.string({ unit: fc.constantFrom("a", "é", "文", "😀", "&", "<", ">", '"', "'") });
    fc.assert(
      fc.property(texts, (text) => void expect(htmlSize(String(html`${text}`))).toBeLessThanOrEqual(textSize(text))),
    );
  });
});

describe("the page that a query asks for", () => {
  it.each([
    [undefined, 1],
    ["", 1],
    ["1", 1],
    ["2", 2],
    ["3", 3],
    ["4", 1],
    ["0", 1],
    ["-1", 1],
    ["02", 1],
    ["2.0", 1],
    [" 2", 1],
    ["2e0", 1],
    ["0x2", 1],
    ["two", 1],
    ["9999999999", 1],
  ])("?page=%s of three is page %i", (query, number) => expect(pageNumber(query, 3)).toBe(number));

  it("is one that there is, whatever is asked", () => {
    fc.assert(
      fc.property(fc.oneof(fc.string(), fc.integer().map(String)), fc.integer({ min: 1, max: 50 }), (query, pages) => {
        const number = pageNumber(query, pages);
        expect(Number.isInteger(number) && number >= 1 && number <= pages).toBe(true);
      }),
    );
  });
});
