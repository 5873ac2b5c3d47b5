import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { printable } from "../../src/cli/printable.ts";

describe("printable", () => {
  it.each([
    ["plain text as it is", "Straße, 日本, 🙂", "Straße, 日本, 🙂"],
    ["line breaks as they are", "one\ntwo", "one\ntwo"],
    ["an escape sequence as text", "\u001b[2Jgone", "\uFFFD[2Jgone"],
    ["a return that would write over the line", "good\rbad", "good\uFFFDbad"],
    ["the eight-bit controls, too", "\u009b31m", "\uFFFD31m"],
    ["tabs, which break tables", "a\tb", "a\uFFFDb"],
  ])("shows %s", (_, text, shown) => expect(printable(text)).toBe(shown));

  it("leaves no character that acts on a terminal, and moves none", () => {
    const text = fc.string({ unit: fc.nat(0x2ff).map((code) => String.fromCharCode(code)) });
    fc.assert(
      fc.property(text, (text) => {
        const shown = printable(text);
        expect(shown.length).toBe(text.length);
        expect([...shown].filter((one) => one !== "\n" && /[\x00-\x1f\x7f-\x9f]/.test(one))).toEqual([]);
      }),
    );
  });
});
