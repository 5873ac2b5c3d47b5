import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { NoteCounts, noteKind } from "../../../src/cli/import/note-counts.ts";

const count = (notes: string[]) => {
  const counts = new NoteCounts();
  for (const [index, note] of notes.entries()) counts.add(note, `item ${index}`);
  return counts.list();
};

describe("NoteCounts", () => {
  it("makes one of equal notes, the most frequent first, and keeps where the first was", () =>
    expect(count(["a", "b", "b", "c", "b", "c"])).toEqual([
      { note: "b", times: 3, where: "item 1" },
      { note: "c", times: 2, where: "item 3" },
      { note: "a", times: 1, where: "item 0" },
    ]));

  it("makes one of notes that differ in what they quote", () =>
    expect(
      count([
        "“x” is no date",
        "“y” is no date",
        "of https://a.example/1 and 3 more",
        "of http://b.example/ and 12 more",
      ]),
    ).toEqual([
      { note: "“x” is no date", times: 2, where: "item 0" },
      { note: "of https://a.example/1 and 3 more", times: 2, where: "item 2" },
    ]));

  it("keeps apart what cleaning took out", () =>
    expect(count(["cleaning took out h1", "cleaning took out h2"])).toHaveLength(2));

  it("keeps equally frequent ones in the order in which they came", () =>
    expect(count(["z", "a", "m"]).map(({ note }) => note)).toEqual(["z", "a", "m"]));

  it("loses none, and is in falling order", () => {
    fc.assert(
      fc.property(fc.array(fc.constantFrom("a", "b", "c", "__proto__", "")), (notes) => {
        const counted = count(notes);
        expect(counted.flatMap(({ note, times }) => Array<string>(times).fill(note)).sort()).toEqual(notes.toSorted());
        expect(counted.map(({ times }) => times)).toEqual(counted.map(({ times }) => times).toSorted((a, b) => b - a));
      }),
    );
  });
});

describe("noteKind", () => {
  it("is a text without quotations, addresses and numbers", () =>
    expect(noteKind("“a “b” is 3.5 of https://x.example/?a=1 at 10:30")).toBe("… is … of … at …"));
});
