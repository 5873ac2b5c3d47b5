import { describe, expect, it } from "vitest";
import { locateInJson } from "../../../src/proofread/json/locate.ts";
import { type JsonPath, pathText } from "../../../src/proofread/json/rule.ts";
import { growth, LINEAR } from "../../growth.ts";

/** What stands where a path is said to lead. */
function found(text: string, path: JsonPath): string {
  const [place = { line: 0, column: 0 }] = locateInJson(text, [path]);
  return text.split("\n")[place.line - 1]?.slice(place.column - 1) ?? "";
}

describe("a value is found in a text", () => {
  const text = `{
  "a": 1, "b": [true, null,
    { "c": "{\\"b\\": 1}" , "d\\u0065": -1.5e3 }],
  "items": [{}, { "x": [] }]
}`;

  it.each<[path: JsonPath, start: string]>([
    [[], "{"],
    [["a"], '"a": 1'],
    [["b"], '"b": ['],
    [["b", 0], "true,"],
    [["b", 1], "null,"],
    [["b", 2, "c"], '"c": "'],
    [["b", 2, "de"], '"d\\u0065": -1.5e3'],
    [["items", 1, "x"], '"x": []'],
  ])("%j", (path, start) => {
    expect(found(text, path)).toMatch(new RegExp(`^${start.replace(/[\\[\]{}()*+.^$|]/g, "\\$&")}`));
  });

  it("as far as the path leads", () => {
    expect(found(text, ["items", 0, "x", "y"])).toBe('{}, { "x": [] }]');
  });
});

it("many are found at once, in whatever order", () => {
  const text = '[\n1,\n2,\n"3"]';
  expect(locateInJson(text, [[2], [0], [1], [0]])).toEqual([
    { line: 4, column: 1 },
    { line: 2, column: 1 },
    { line: 3, column: 1 },
    { line: 2, column: 1 },
  ]);
});

it.each(['"a":', "[", '"\\', "1,", '{"a":'])(
  "any text is gone through in a time that grows with its length: %s",
  async (part) => {
    expect(await growth((text) => locateInJson(text, [["a", 1]]), part)).toBeLessThan(LINEAR);
  },
);

it("many paths into one line are found in a time that grows with their number", async () => {
  const work = (list: string) =>
    locateInJson(
      `[${list}"${"x".repeat(50 * list.length)}"]`,
      Array.from({ length: list.length / 2 }, (_, index) => [index]),
    );
  expect(await growth(work, "1,", 4_000)).toBeLessThan(LINEAR);
});

it("a path is written as in JavaScript", () => {
  expect(pathText(["items", 3, "attachments", 0, "url"])).toBe("items[3].attachments[0].url");
  expect(pathText(["_a.b"])).toBe('["_a.b"]');
  expect(pathText([])).toBe("feed");
});
