import { describe, expect, it } from "vitest";
import { readJsonPublication } from "../../../src/import/feeds/json-publication.ts";
import { SOURCE } from "../helpers.ts";

const withheld = (fields: Record<string, unknown>) => readJsonPublication(fields, undefined, SOURCE).withheld;

describe("what an item of a JSON Feed says beside its fields", () => {
  it("is withheld where it is not understood; an extension's may be of something else", () => {
    expect(withheld({ status: "x" })).toBe("it says status: x, which nobody here understands");
    expect(withheld({ _x: { status: "x" } })).toBeUndefined();
    expect(withheld({ _x: { status: "draft" } })).toBe("it says status: draft");
  });

  it("is withheld where it was taken back", () => {
    expect(withheld({ _x: { status: "canceled" } })).toBe("it was taken back");
  });

  it("is not looked for in lists, nor deeper than anybody nests it", () => {
    expect(withheld({ _x: { comments: [{ draft: true }] } })).toBeUndefined();
    expect(withheld({ _a: { b: { c: { d: { e: { draft: true } } } } } })).toBeUndefined();
  });
});
