import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { isObject, objectsOf, trimmed, tryJson, written } from "../../../src/import/values/json.ts";

describe("JSON", () => {
  it("any value comes back as it was written", () => {
    fc.assert(
      fc.property(fc.jsonValue({ noUnicodeString: false }), (value) => {
        const text = JSON.stringify(value);
        expect(tryJson(text)).toEqual(JSON.parse(text));
      }),
    );
  });

  it.each(["", "{", '{"a":1}\n{"a":2}', "undefined", "{'a':1}", "\uFEFF{}"])("%j is none", (text) => {
    expect(tryJson(text)).toBeUndefined();
  });

  it("null is JSON, and is told from what is none", () => {
    expect(tryJson("null")).toBeNull();
  });
});

describe("an object", () => {
  it.each([{}, { a: 1 }, Object.create(null)])("%j is one", (value) => {
    expect(isObject(value)).toBe(true);
  });

  it.each([null, [], [{}], "{}", 1, true, undefined])("%j is none", (value) => {
    expect(isObject(value)).toBe(false);
  });
});

describe("objectsOf", () => {
  it("leaves out of a list what is no object", () =>
    expect(objectsOf([{ a: 1 }, null, "text", [], 7, {}])).toEqual([{ a: 1 }, {}]));
  it.each([null, undefined, {}, "text"])("has none of %j", (value) => expect(objectsOf(value)).toEqual([]));
});

describe("a text in JSON", () => {
  it.each([
    [" a ", "a", " a "],
    [7, "7", undefined],
    [" ", undefined, undefined],
    [null, undefined, undefined],
    [["a"], undefined, undefined],
  ])("of %j is %j trimmed, and %j as it is", (value, short, whole) => {
    expect([trimmed(value), written(value)]).toEqual([short, whole]);
  });
});
