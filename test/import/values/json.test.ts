import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { isObject, tryJson } from "../../../src/import/values/json.ts";

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
