import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { PART_LENGTH, splitText } from "../../../src/service/store/split-text.ts";

/** Nothing of it is lost where it is written in UTF-8: no half of a surrogate pair stands alone. */
const isWhole = (text: string): boolean => !/[\uD800-\uDBFF]$|^[\uDC00-\uDFFF]/.test(text);

describe("a text in parts", () => {
  it.each([
    ["nothing", "", []],
    ["a character", "a", [1]],
    ["as much as a part holds", "a".repeat(PART_LENGTH), [PART_LENGTH]],
    ["one more", "a".repeat(PART_LENGTH + 1), [PART_LENGTH, 1]],
    ["several parts", "a".repeat(2 * PART_LENGTH + 7), [PART_LENGTH, PART_LENGTH, 7]],
    ["a pair that ends with the part", `${"a".repeat(PART_LENGTH - 2)}😀b`, [PART_LENGTH, 1]],
    ["a pair across the end of a part", `${"a".repeat(PART_LENGTH - 1)}😀b`, [PART_LENGTH - 1, 3]],
  ])("has its lengths: %s", (_, text, lengths) => {
    expect(splitText(text).map(({ length }) => length)).toEqual(lengths);
  });

  it("is whole again when it is joined, fits, and cuts no pair, wherever the pairs are", () =>
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 3 }), fc.string({ unit: "grapheme", minLength: 1 }), (shift, unit) => {
        const text = "a".repeat(shift) + unit.repeat(Math.ceil((PART_LENGTH + 10) / unit.length));
        const parts = splitText(text);
        expect(parts.join("")).toBe(text);
        expect(parts.every((part) => part.length > 0 && part.length <= PART_LENGTH && isWhole(part))).toBe(true);
      }),
      { numRuns: 20 },
    ));

  it("fits into a row of D1, which holds 2 MB, in UTF-8", () => {
    const [part = ""] = splitText("東".repeat(PART_LENGTH + 1));
    expect(new TextEncoder().encode(part).byteLength).toBeLessThan(2_000_000);
  });
});
