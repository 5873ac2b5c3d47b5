import fc from "fast-check";
import { describe, expect, it, test } from "vitest";
import { characterOf, NAMED_CHARACTERS } from "../../../src/verify/parse/character-reference.ts";

describe("a numeric reference names a character", () => {
  it.each<[hexadecimal: string | undefined, decimal: string | undefined, character: string | undefined]>([
    ["41", undefined, "A"],
    ["1F600", undefined, "😀"],
    ["1f600", undefined, "😀"],
    ["10FFFF", undefined, "\u{10ffff}"],
    [undefined, "38", "&"],
    [undefined, "0000038", "&"],
    ["0", undefined, undefined],
    [undefined, "0", undefined],
    ["110000", undefined, undefined],
    [undefined, "1114112", undefined],
    [undefined, undefined, undefined],
  ])("x%s, %s: %j", (hexadecimal, decimal, character) => {
    expect(characterOf(hexadecimal, decimal)).toBe(character);
  });

  test("in either form, every one", () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 0x10ffff }), (point) => {
        expect(characterOf(point.toString(16), undefined)).toBe(String.fromCodePoint(point));
        expect(characterOf(undefined, String(point))).toBe(String.fromCodePoint(point));
      }),
    );
  });
});

test("five names are those that XML declares (XML 1.0 §4.6)", () => {
  expect(NAMED_CHARACTERS).toEqual({ amp: "&", lt: "<", gt: ">", quot: '"', apos: "'" });
});
