import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { firstWords, oneLine, stripForbidden } from "../../src/article/text.ts";

const anyText = fc.string({ unit: "binary" });

describe("text without what no document may carry", () => {
  it.each([
    ["a control character (XML 1.0 §2.2)", "a\u0000b\u001fc", "abc", 2],
    ["a control character of the second kind", "a\u0085b\u009fc", "abc", 2],
    ["delete", "a\u007fb", "ab", 1],
    ["half a character", "a\ud800b\udc00c", "abc", 2],
    ["what Unicode says is none", "a\uffffb\ufdd0c\u{1fffe}d", "abcd", 3],
    ["nothing but white space that is allowed", "a\tb\nc\rd", "a\tb\nc\rd", 0],
    ["nothing of an emoji", "\u{1F600}", "\u{1F600}", 0],
    ["nothing of what is there but not seen", "a\u200bb\u00adc\ufeffd", "a\u200bb\u00adc\ufeffd", 0],
  ])("has lost %s", (_, text, clean, count) => expect(stripForbidden(text)).toEqual({ text: clean, count }));

  it("is well-formed, loses nothing twice, and has kept all else in its order", () => {
    fc.assert(
      fc.property(anyText, (text) => {
        const { text: clean, count } = stripForbidden(text);
        expect(clean.isWellFormed()).toBe(true);
        expect(clean).not.toMatch(/[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f-\u009f\uffff]/);
        expect(stripForbidden(clean)).toEqual({ text: clean, count: 0 });
        expect([...clean].length + count).toBe([...text].length);
        const kept = [...text].filter((letter) => stripForbidden(letter).count === 0);
        expect(kept.join("")).toBe(clean);
      }),
    );
  });
});

describe("one line", () => {
  it.each([
    [" a \n\t b\r\n", "a b"],
    ["a\u00a0 \u00a0b", "a\u00a0 \u00a0b"],
    ["\u00a0a\u00a0", "a"],
    ["", ""],
  ])("of %j is %j", (text, line) => expect(oneLine(text)).toBe(line));

  it("has no line end, and is its own line", () => {
    fc.assert(
      fc.property(anyText, (text) => {
        expect(oneLine(text)).not.toMatch(/[\t\n\r]| {2}|^ | $/);
        expect(oneLine(oneLine(text))).toBe(oneLine(text));
      }),
    );
  });
});

describe("the first words of a text", () => {
  it.each([
    ["short enough", 20, "short enough"],
    ["as long as it may be", 20, "as long as it may be"],
    ["cut between two words", 12, "cut between…"],
    ["cut right after a word", 9, "cut right…"],
    ["without, a comma before", 8, "without…"],
    ["and — not a dash either", 6, "and…"],
    ["Donaudampfschifffahrt", 5, "Donau…"],
    ["a Donaudampfschifffahrt", 12, "a Donaudampf…"],
    ["  on\none\tline ", 20, "on one line"],
    ["", 5, ""],
  ])("%j, at most %i characters: %j", (text, length, words) => expect(firstWords(text, length)).toBe(words));

  it("are never half of a character", () => expect(firstWords("abc\u{1F600}\u{1F600}", 4)).toBe("abc…"));

  it("begin the text, are no longer than asked, and say where something is left out", () => {
    const text = fc.string({ unit: fc.constantFrom("a", "b", " ", ",", "—", "\u{1F600}", "é", "\n") });
    fc.assert(
      fc.property(text, fc.integer({ min: 1, max: 30 }), (long, length) => {
        const line = oneLine(long);
        const words = firstWords(long, length);
        expect(words.isWellFormed()).toBe(true);
        if (line.length <= length) expect(words).toBe(line);
        else {
          expect(words.endsWith("…")).toBe(true);
          expect(words.length).toBeLessThanOrEqual(length + 1);
          expect(line.startsWith(words.slice(0, -1))).toBe(true);
        }
      }),
    );
  });
});
