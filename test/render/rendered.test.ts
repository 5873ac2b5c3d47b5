import fc from "fast-check";
import { describe, expect, it, test } from "vitest";
import { assemble, type Parts } from "../../src/render/rendered.ts";

describe("a document of its parts", () => {
  it.each<[what: string, parts: Parts, separator: string | undefined, text: string, entries: [number, number][]]>([
    ["no entry", { head: "head", entries: [], foot: "foot" }, ",", "headfoot", []],
    ["an entry between head and foot", { head: "h", entries: ["e1"], foot: "f" }, undefined, "he1f", [[1, 3]]],
    [
      "entries with a separator",
      { head: "[", entries: ["e1", "e22"], foot: "]" },
      ",",
      "[e1,e22]",
      [
        [1, 3],
        [4, 7],
      ],
    ],
    [
      "entries without",
      { head: "", entries: ["e1", "e2"], foot: "" },
      undefined,
      "e1e2",
      [
        [0, 2],
        [2, 4],
      ],
    ],
  ])("%s", (_, parts, separator, text, entries) => {
    expect(assemble(parts, separator)).toEqual({ text, entries });
  });

  it("counts UTF-16 units", () => {
    expect(assemble({ head: "h👩‍👧", entries: ["e👩‍👧"], foot: "" })).toEqual({
      text: "h👩‍👧e👩‍👧",
      entries: [[6, 12]],
    });
  });

  test("has its spans where the entries stand", () => {
    fc.assert(
      fc.property(fc.string(), fc.array(fc.string()), fc.string(), (head, texts, separator) => {
        const { text, entries } = assemble({ head, entries: texts, foot: "" }, separator);
        expect(text).toBe(head + texts.join(separator));
        expect(entries.map(([start, end]) => text.slice(start, end))).toEqual(texts);
      }),
    );
  });
});
