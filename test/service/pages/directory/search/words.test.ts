import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { fold, searchWords } from "../../../../../src/service/pages/directory/search.ts";

describe("a text as it is compared", () => {
  it.each([
    ["Zoë", "zoe"],
    ["ZOE\u0308", "zoe"],
    ["Ångström", "angstrom"],
    ["ﬁnal", "final"],
    ["Ｓｔｏｒｍ", "storm"],
    ["naïve café", "naive cafe"],
    ["İstanbul", "istanbul"],
    ["المِيناء", "الميناء"],
    ["港", "港"],
    ["Straße", "straße"],
    ["№ 5", "no 5"],
  ])("%s is %s", (text, folded) => expect(fold(text)).toBe(folded));

  it("is folded once and for all, and the same in every normal form", () => {
    fc.assert(
      fc.property(fc.string({ unit: "grapheme" }), (text) => {
        const folded = fold(text);
        expect(fold(text.normalize("NFD"))).toBe(folded);
        expect(fold(text.normalize("NFC"))).toBe(folded);
        expect(folded).not.toMatch(/\p{M}/u);
      }),
    );
  });
});

describe("the words of a query", () => {
  it.each([
    ["", []],
    [" \t\n ", []],
    ["Storm", ["storm"]],
    ["  the\tgreat\u00A0\nStorm ", ["the", "great", "storm"]],
    ["“Zoë’s”", ["“zoe’s”"]],
    ["a AND b", ["a", "and", "b"]],
  ])("“%s” are %j", (query, words) => expect(searchWords(query)).toEqual(words));

  it("are those of its first hundred characters", () => {
    expect(searchWords(`${"x".repeat(99)} y`)).toEqual(["x".repeat(99)]);
    expect(searchWords("x".repeat(5_000))).toEqual(["x".repeat(100)]);
  });

  it("are never empty, and hold no white space", () => {
    fc.assert(
      fc.property(fc.string({ unit: "grapheme" }), (query) => {
        for (const word of searchWords(query)) expect(word).toMatch(/^\S+$/);
      }),
    );
  });
});
