import fc from "fast-check";
import { describe, expect, it, test } from "vitest";
import { sameValue, showValue, type Value } from "../../src/verify/discrepancy.ts";

describe("values are the same", () => {
  it.each<[Value, Value]>([
    ["", ""],
    [0, 0],
    [undefined, undefined],
    [null, null],
    [[], []],
    [
      ["a", undefined],
      ["a", undefined],
    ],
    [
      [["a"], ["b", "c"]],
      [["a"], ["b", "c"]],
    ],
    [{ a: [1, null] }, { a: [1, null] }],
  ])("%j and %j", (a, b) => {
    expect(sameValue(a, b)).toBe(true);
  });
});

describe("values differ", () => {
  it.each<[what: string, Value, Value]>([
    ["absent is not empty", undefined, ""],
    ["absent is not null", undefined, null],
    ["a number is not its digits", 1, "1"],
    ["0 is not false", 0, false],
    ["letters", "a", "A"],
    ["white space", "a", "a "],
    ["a list's length", ["a"], ["a", "a"]],
    ["a list's order", ["a", "b"], ["b", "a"]],
    ["an element that is absent is not empty", [undefined], [""]],
    ["a list is not its one element", ["a"], "a"],
    ["a list is not an object", [], {}],
    ["an object's values", { a: 1 }, { a: 2 }],
    ["an object's keys", { a: 1 }, { a: 1, b: 1 }],
    ["null is not an object", null, {}],
    ["lists within lists", [["a"], []], [[], ["a"]]],
    ["the way that accents are written", "\u00e9", "e\u0301"],
  ])("%s", (_, a, b) => {
    expect(sameValue(a, b)).toBe(false);
    expect(sameValue(b, a)).toBe(false);
  });
});

const json = fc.jsonValue().map((value) => value as Value);

test("a value is the same as its copy, and sameness has no direction", () => {
  fc.assert(
    fc.property(json, json, (a, b) => {
      expect(sameValue(a, structuredClone(a))).toBe(true);
      expect(sameValue(a, b)).toBe(sameValue(b, a));
    }),
  );
});

describe("a value for people", () => {
  it.each<[Value, string]>([
    [undefined, ""],
    ["", ""],
    ["<a> & b", "<a> & b"],
    [7, "7"],
    [false, "false"],
    [null, "null"],
    [["a", undefined], '["a",null]'],
    [{ html: "<b>" }, '{"html":"<b>"}'],
  ])("%j is %j", (value, shown) => {
    expect(showValue(value)).toBe(shown);
  });
});
