import fc from "fast-check";
import { describe, expect, it, test } from "vitest";
import { parseJsonStrictly } from "../../../src/verify/parse/json.ts";

describe("a JSON text (RFC 8259)", () => {
  it.each<[what: string, text: string, value: unknown]>([
    ["an object", '{"a": [1, null, true, "x"]}', { a: [1, null, true, "x"] }],
    ["white space around it", " \n\t[ ]\r\n", []],
    ["escapes", '"\\u0041\\n\\\\\\"\\/"', 'A\n\\"/'],
    ["an escaped surrogate pair", '"\\ud83d\\ude00"', "😀"],
    [
      "a name that looks like a prototype's",
      '{"__proto__": 1, "constructor": 2}',
      JSON.parse('{"__proto__": 1, "constructor": 2}'),
    ],
    ["numbers", "[-0.5e3, 0]", [-500, 0]],
  ])("is parsed: %s", (_, text, value) => {
    expect(parseJsonStrictly(text)).toEqual({ status: "parsed", value, faults: [] });
  });

  it.each([
    ["nothing", ""],
    ["a trailing comma", "[1,]"],
    ["single quotes", "{'a': 1}"],
    ["a comment", "[] // x"],
    ["two values", "{} {}"],
    ["a control character in a string", '"\n"'],
    ["NaN", "[NaN]"],
    ["a byte order mark, which parsers may refuse (§8.1)", "\ufeff{}"],
    ["a string that is not closed", '{"a": "x\\"'],
    ["an object that is not closed", '{"a": 1'],
  ])("is malformed: %s", (_, text) => {
    expect(parseJsonStrictly(text)).toEqual({ status: "malformed", faults: [expect.stringMatching(/./)] });
  });

  it("is malformed with half a surrogate pair", () => {
    expect(parseJsonStrictly('"\ud83d"')).toEqual({
      status: "malformed",
      faults: ["a lone surrogate is no character"],
    });
  });

  it("is malformed where it nests deeper than any feed", () => {
    const nested = (depth: number) => "[".repeat(depth) + "]".repeat(depth);
    expect(parseJsonStrictly(nested(100)).status).toBe("parsed");
    expect(parseJsonStrictly(nested(101))).toEqual({ status: "malformed", faults: ["values nest deeper than 100"] });
    expect(parseJsonStrictly(nested(1_000_000)).status).toBe("malformed");
  });
});

describe("names that repeat in an object are faults (RFC 8259 §4)", () => {
  const fault = (name: string) => `the name "${name}" repeats in an object (RFC 8259 §4)`;

  it.each<[what: string, text: string, names: string[]]>([
    ["in the root", '{"a": 1, "b": 2, "a": 3}', ["a"]],
    ["thrice is two faults", '{"a": 1, "a": 2, "a": 3}', ["a", "a"]],
    ["in an object within a list", '[{"a": 1}, {"a": 2, "a": 3}]', ["a"]],
    ["after a nested object", '{"a": {"b": 1}, "a": 2}', ["a"]],
    ["not in two objects", '{"a": {"a": 1}, "b": {"a": 2}}', []],
    ["not as a value", '{"a": "a", "b": "a"}', []],
    ["not in a list", '["a", "a", {"a": ["a", "a"]}]', []],
    ["not in a string that looks like an object", '{"a": "{\\"a\\": 1, \\"a\\": 2}"}', []],
    ["behind a string that ends with a backslash", '{"a": "\\\\", "b": 1, "b": 2}', ["b"]],
    ["with an escaped quote in it", '{"a\\"": 1, "a\\"": 2}', ['a\\"']],
    ["empty", '{"": 1, "": 2}', [""]],
    ["written in two ways", '{"a": 1, "\\u0061": 2}', ["\\u0061"]],
  ])("%s", (_, text, names) => {
    expect(parseJsonStrictly(text)).toEqual({ status: "parsed", value: JSON.parse(text), faults: names.map(fault) });
  });
});

test("what JSON.stringify writes is parsed to the same value, and has no faults", () => {
  fc.assert(
    fc.property(fc.jsonValue({ maxDepth: 10 }), fc.constantFrom(undefined, 2), (value, indent) => {
      const text = JSON.stringify(value, null, indent);
      fc.pre(text.isWellFormed());
      expect(parseJsonStrictly(text)).toEqual({ status: "parsed", value: JSON.parse(text), faults: [] });
    }),
  );
});

test("a text is malformed just where JSON.parse refuses it", () => {
  const piece = fc.constantFrom("{", "}", "[", "]", ",", ":", '"a"', '"\\"', "1", "null", " ", "\\");
  fc.assert(
    fc.property(fc.array(piece, { maxLength: 8 }), (pieces) => {
      const text = pieces.join("");
      expect(parseJsonStrictly(text).status).toBe(accepts(text) ? "parsed" : "malformed");
    }),
    { numRuns: 1000 },
  );
});

function accepts(text: string): boolean {
  try {
    JSON.parse(text);
    return true;
  } catch {
    return false;
  }
}
