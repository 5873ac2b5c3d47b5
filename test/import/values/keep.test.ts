import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { atMost, shorten, withoutUndefined } from "../../../src/import/values/keep.ts";

describe("without what is undefined", () => {
  it("everything else stays, also what is empty", () => {
    const kept = withoutUndefined({ a: undefined, b: null, c: "", d: 0, e: false, f: [] });
    expect(Object.entries(kept)).toEqual([
      ["b", null],
      ["c", ""],
      ["d", 0],
      ["e", false],
      ["f", []],
    ]);
  });

  it("leaves what it was given alone", () => {
    const given = { a: undefined, b: 1 };
    withoutUndefined(given);
    expect(Object.keys(given)).toEqual(["a", "b"]);
  });
});

describe("a line cut to a length", () => {
  it.each([
    ["  one\n two ", 20, "one two"],
    ["exactly ten", 11, "exactly ten"],
    [undefined, 10, undefined],
    [" \t\n", 10, undefined],
  ])("%j of at most %i is %j, and nothing is noted", (text, max, expected) => {
    const notes: string[] = [];
    expect(shorten(text, max, "a line", notes)).toBe(expected);
    expect(notes).toEqual([]);
  });

  it("that is longer ends in an ellipsis between words, and says so", () => {
    const notes: string[] = [];
    expect(shorten("the harbour reopens", 15, "a caption", notes)).toBe("the harbour…");
    expect(notes).toEqual(["a caption longer than 15 characters is cut"]);
  });

  it("is never longer than it may be, and noted exactly when it was cut", () => {
    fc.assert(
      fc.property(fc.string({ unit: "grapheme", maxLength: 80 }), fc.integer({ min: 5, max: 60 }), (text, max) => {
        const notes: string[] = [];
        const line = shorten(text, max, "it", notes);
        const whole = text.replace(/[ \t\n\r]+/g, " ").trim();
        expect((line ?? "").length).toBeLessThanOrEqual(max);
        expect(notes).toHaveLength(whole.length > max ? 1 : 0);
        if (whole.length <= max) expect(line ?? "").toBe(whole);
      }),
    );
  });
});

describe("a list cut to a length", () => {
  it("within it is whole, and nothing is noted", () => {
    const notes: string[] = [];
    expect(atMost([1, 2, 3], 3, "numbers", notes)).toEqual([1, 2, 3]);
    expect(notes).toEqual([]);
  });

  it("keeps the first, and says so", () => {
    const notes: string[] = [];
    expect(atMost([1, 2, 3], 2, "numbers", notes)).toEqual([1, 2]);
    expect(notes).toEqual(["numbers after the 2th are left out"]);
  });
});
