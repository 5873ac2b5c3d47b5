import { describe, expect, it } from "vitest";
import { isJsonObject, ofFeed, ofFeedAndItems, ofItems, stringFaults } from "../../../src/proofread/json/sheet.ts";
import type { Value } from "../../../src/verify/discrepancy.ts";

describe("a JSON object", () => {
  it.each<[Value, boolean]>([
    [{}, true],
    [{ a: 1 }, true],
    [[], false],
    [null, false],
    [undefined, false],
    ["{}", false],
    [1, false],
  ])("%j: %s", (value, expected) => {
    expect(isJsonObject(value)).toBe(expected);
  });
});

describe("a check", () => {
  const sheet = { feed: { title: "f" }, items: [{ title: "1" }, { title: "2" }] };
  const check = ({ title }: { [key: string]: Value }) => [`${title} is wrong`];

  it("of the feed names the feed", () => {
    expect(ofFeed(check)(sheet)).toEqual([{ where: "feed", message: "f is wrong" }]);
  });

  it("of items names each by its place", () => {
    expect(ofItems(check)(sheet)).toEqual([
      { where: "item 1", message: "1 is wrong" },
      { where: "item 2", message: "2 is wrong" },
    ]);
  });

  it("of both comes to the feed first", () => {
    expect(ofFeedAndItems(check)(sheet).map(({ where }) => where)).toEqual(["feed", "item 1", "item 2"]);
  });
});

describe("a key that holds a string of a form", () => {
  const noX = (text: string) => (text.includes("x") ? undefined : "has no x");

  it.each<[what: string, object: { [key: string]: Value }, key: string, faults: string[]]>([
    ["is as it should be", { a: "x" }, "a", []],
    ["is not", { a: "y" }, "a", ["a has no x"]],
    ["is absent, of which nothing is wrong", {}, "a", []],
    ["is no string", { a: 1 }, "a", ["a is no string"]],
    ["is null", { a: null }, "a", ["a is no string"]],
    ["is an id that is a number, of which another rule tells", { id: 1 }, "id", []],
    ["is an id that is a string", { id: "y" }, "id", ["id has no x"]],
  ])("%s", (_, object, key, faults) => {
    expect(stringFaults(object, key, noX)).toEqual(faults);
  });
});
