import { describe, expect, it } from "vitest";
import { queryParts } from "../../src/article/search-query.ts";

describe("the parts of a query", () => {
  it.each([
    [
      "Storm ferr",
      [
        ["storm", true],
        ["ferr", true],
      ],
    ],
    ["st", [["st", false]]],
    ['"Quick Ferry"', [["quick ferry", false]]],
    [
      "„Quick Ferry“ «a b",
      [
        ["quick ferry", false],
        ["a b", false],
      ],
    ],
    ["well-known", [["well known", true]]],
    ["労働者", [["労 働 者", false]]],
    ["Zoë", [["zoe", true]]],
    ['"" * ( … —', []],
  ])("of “%s” are %j", (query, parts) =>
    expect(queryParts(query).map(({ words, begins }) => [words.join(" "), begins])).toEqual(parts),
  );

  it("are no more words than tell one story from another", () =>
    expect(queryParts("word ".repeat(50)).flatMap(({ words }) => words)).toHaveLength(12));
});
