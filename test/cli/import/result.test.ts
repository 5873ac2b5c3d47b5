import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { countNotes } from "../../../src/cli/import/result.ts";

describe("countNotes", () => {
  it("makes one of equal notes, the most frequent first", () =>
    expect(countNotes(["a", "b", "b", "c", "b", "c"])).toEqual([
      { note: "b", times: 3 },
      { note: "c", times: 2 },
      { note: "a", times: 1 },
    ]));

  it("keeps equally frequent ones in the order in which they came", () =>
    expect(countNotes(["z", "a", "m"]).map(({ note }) => note)).toEqual(["z", "a", "m"]));

  it("has nothing to say of nothing", () => expect(countNotes([])).toEqual([]));

  it("loses none, and is in falling order", () => {
    fc.assert(
      fc.property(fc.array(fc.constantFrom("a", "b", "c", "__proto__", "")), (notes) => {
        const counted = countNotes(notes);
        expect(counted.flatMap(({ note, times }) => Array<string>(times).fill(note)).sort()).toEqual(notes.toSorted());
        expect(counted.map(({ times }) => times)).toEqual(counted.map(({ times }) => times).toSorted((a, b) => b - a));
      }),
    );
  });
});
