import { describe, expect, it } from "vitest";
import { boundsOf, kindOfValue, objectIn } from "../../../../src/service/openapi/reference/schema-words.ts";

describe("what a value is", () => {
  it.each([
    ["a text", { type: "string" }, "string"],
    ["a time", { type: "string", format: "date-time" }, "string (date-time)"],
    ["one of several", { enum: ["a", "b"] }, '"a" | "b"'],
    ["one value", { const: true }, "true"],
    ["a list", { type: "array", items: { type: "integer" } }, "list of integer"],
    [
      "a list of what has a name",
      { type: "array", items: { $ref: "#/components/schemas/Problem" } },
      "list of Problem",
    ],
    ["a map", { type: "object", additionalProperties: { type: "integer" } }, "object of integer"],
    ["something that may be nothing", { anyOf: [{ type: "string" }, { type: "null" }] }, "string | null"],
    ["anything", {}, "anything"],
  ])("%s", (_, schema, words) => expect(kindOfValue(schema)).toBe(words));
});

describe("its bounds", () => {
  it("are told as people say them", () => {
    expect(boundsOf({ type: "string", maxLength: 500 })).toEqual(["at most 500 characters"]);
    expect(boundsOf({ type: "integer", minimum: 1, maximum: 9, default: 5 })).toEqual([
      "from 1",
      "at most 9",
      "absent: 5",
    ]);
    expect(boundsOf({ type: "array", minItems: 1, maxItems: 3 })).toEqual(["at least 1 of them", "at most 3 of them"]);
    expect(boundsOf({ type: "integer", minimum: 0 })).toEqual([]);
  });
});

describe("its fields", () => {
  const object = { properties: { a: {} } };

  it("are its own, or those of what it lists, unless these have a name of their own", () => {
    expect(objectIn(object)).toBe(object);
    expect(objectIn({ type: "array", items: object })).toBe(object);
    expect(objectIn({ type: "array", items: { $ref: "#/components/schemas/A" } })).toBeUndefined();
  });
});
