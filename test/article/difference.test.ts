import { describe, expect, it } from "vitest";
import type { Article } from "../../src/article/article.ts";
import { differences } from "../../src/article/difference.ts";
import { anArticle } from "./an-article.ts";

const TAGGED = anArticle({ tags: ["a"], summary: "S" });

describe("the differences of two revisions", () => {
  it.each<[string, Article, object[]]>([
    ["are none where nothing changed", anArticle({ tags: ["a"], summary: "S" }), []],
    [
      "are one for each field",
      anArticle({ ...TAGGED, title: "B", tags: ["a", "b"] }),
      [
        { path: "/title", before: "A", after: "B" },
        { path: "/tags", before: ["a"], after: ["a", "b"] },
      ],
    ],
    [
      "have no after where a field is gone",
      anArticle({ tags: ["a"] }),
      [{ path: "/summary", before: "S", after: undefined }],
    ],
    [
      "have no before where a field is new",
      { ...TAGGED, section: "X" },
      [{ path: "/section", before: undefined, after: "X" }],
    ],
    ["see the order of a list", anArticle({ ...TAGGED, tags: [] }), [{ path: "/tags", before: ["a"], after: [] }]],
  ])("%s", (_, after, expected) => expect(differences(TAGGED, after)).toEqual(expected));

  it("take absent and undefined for the same", () => {
    expect(differences({ ...TAGGED, section: undefined }, TAGGED)).toEqual([]);
    expect(differences(TAGGED, { ...TAGGED, section: undefined })).toEqual([]);
  });

  it("are all that the first revision says", () =>
    expect(differences(null, anArticle()).map(({ path, before }) => [path, before])).toEqual(
      Object.keys(anArticle()).map((field) => [`/${field}`, undefined]),
    ));

  it("are the same backwards, before and after exchanged", () => {
    const other = anArticle({ title: "B", section: "X" });
    const exchanged = differences(other, TAGGED).map(({ path, before, after }) => ({
      path,
      before: after,
      after: before,
    }));
    const byPath = (a: { path: string }, b: { path: string }) => a.path.localeCompare(b.path);
    expect(exchanged.sort(byPath)).toEqual(differences(TAGGED, other).sort(byPath));
  });
});
