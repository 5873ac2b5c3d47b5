import fc from "fast-check";
import { describe, expect, it, test } from "vitest";
import { assemble } from "../../src/render/rendered.ts";

const ENTRY = /^e/;
const upper = (piece: string): string => piece.toUpperCase();

describe("a document of its pieces", () => {
  it.each<[what: string, pieces: string[], text: string, entries: [number, number][]]>([
    ["none", [], "", []],
    ["no entry", ["head"], "HEAD", []],
    ["an entry between head and foot", ["head", "e1", "foot"], "HEADE1FOOT", [[4, 6]]],
    [
      "entries with a separator",
      ["[", "e1", ",", "e22", "]"],
      "[E1,E22]",
      [
        [1, 3],
        [4, 7],
      ],
    ],
    [
      "entries without",
      ["e1", "e2"],
      "E1E2",
      [
        [0, 2],
        [2, 4],
      ],
    ],
  ])("%s", (_, pieces, text, entries) => {
    expect(assemble(pieces, ENTRY, upper)).toEqual({ text, entries });
  });

  it("counts UTF-16 units of what is finished, not of the pieces", () => {
    expect(assemble(["h", "e", "f"], ENTRY, (piece) => `${piece}👩‍👧`)).toEqual({
      text: "h👩‍👧e👩‍👧f👩‍👧",
      entries: [[6, 12]],
    });
  });

  it("tells an entry by its piece, not by what it becomes", () => {
    expect(assemble(["x", "e"], ENTRY, (piece) => (piece === "x" ? "entry" : "x"))).toEqual({
      text: "entryx",
      entries: [[5, 6]],
    });
  });

  test("has its spans where the finished entries stand", () => {
    fc.assert(
      fc.property(fc.array(fc.string()), (pieces) => {
        const { text, entries } = assemble(pieces, ENTRY, upper);
        expect(text).toBe(pieces.map(upper).join(""));
        expect(entries.map(([start, end]) => text.slice(start, end))).toEqual(
          pieces.filter((piece) => piece.startsWith("e")).map(upper),
        );
      }),
    );
  });
});
