import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { MAX_LINE, MAX_TAGS } from "../../../src/article/limits.ts";
import { chooseTags } from "../../../src/import/decide/choose-tags.ts";

/** The tags, and what was noted. */
function tagsOf(own: string[], added?: string) {
  const notes: string[] = [];
  return [chooseTags(own, added, notes), notes];
}

const many = Array.from({ length: MAX_TAGS + 5 }, (_, index) => `tag ${index}`);
const TOO_MANY = (count: number) => `tags after the ${count}th are left out`;

describe("an item's tags", () => {
  it.each<[string, string[], string | undefined, string[], string[]]>([
    ["stand in their order, in one line each", [" a\n b ", "c"], undefined, ["a b", "c"], []],
    ["are none where they say nothing", ["", " ", "\n"], undefined, [], []],
    ["stand once, which is noted", ["a", "b", " a"], undefined, ["a", "b"], ["a tag that was given twice stands once"]],
    ["tell capitals apart", ["Sea", "sea"], undefined, ["Sea", "sea"], []],
    ["have the added one last", ["a"], "z", ["a", "z"], []],
    ["have the added one where it stood, and nothing is noted", ["z", "a"], "z", ["z", "a"], []],
    ["are the added one alone", [], "z", ["z"], []],
  ])("%s", (_, own, added, tags, notes) => {
    expect(tagsOf(own, added)).toEqual([tags, notes]);
  });

  it("are as many as an article may have, the added one always among them", () => {
    expect(tagsOf(many)).toEqual([many.slice(0, MAX_TAGS), [TOO_MANY(MAX_TAGS)]]);
    expect(tagsOf(many, "z")).toEqual([[...many.slice(0, MAX_TAGS - 1), "z"], [TOO_MANY(MAX_TAGS - 1)]]);
    expect(tagsOf(many.slice(0, MAX_TAGS))).toEqual([many.slice(0, MAX_TAGS), []]);
  });

  it("are as long as an article may have", () => {
    expect(tagsOf(["x".repeat(MAX_LINE + 1)])).toEqual([
      [`${"x".repeat(MAX_LINE - 1)}…`],
      [`a tag longer than ${MAX_LINE} characters is cut`],
    ]);
  });

  it("of any feed are distinct, within the limit, and hold the added one", () => {
    fc.assert(
      fc.property(fc.array(fc.string(), { maxLength: 150 }), fc.stringMatching(/^[a-z]{1,5}$/), (own, added) => {
        const tags = chooseTags(own, added, []);
        expect(tags).toContain(added);
        expect(new Set(tags).size).toBe(tags.length);
        expect(tags.length).toBeLessThanOrEqual(MAX_TAGS);
      }),
    );
  });
});
