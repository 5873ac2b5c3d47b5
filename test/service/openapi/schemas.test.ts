import { describe, expect, it } from "vitest";
import { z } from "zod";
import { refTo, SCHEMAS } from "../../../src/service/openapi/schemas.ts";
import { parsedArticle } from "../desk/fixtures.ts";

/** A schema whose references point into the description, made to check values. */
function checkerOf(name: keyof typeof SCHEMAS) {
  const whole = JSON.stringify({ ...SCHEMAS[name], $defs: SCHEMAS }).replaceAll("#/components/schemas/", "#/$defs/");
  return z.fromJSONSchema(JSON.parse(whole) as Parameters<typeof z.fromJSONSchema>[0]);
}
const fits = (name: keyof typeof SCHEMAS, value: unknown) => checkerOf(name).safeParse(value).success;

describe("a schema", () => {
  it.each(Object.keys(SCHEMAS) as (keyof typeof SCHEMAS)[])("%s is one that values can be checked with", (name) => {
    expect(refTo(name)).toEqual({ $ref: `#/components/schemas/${name}` });
    expect(() => checkerOf(name)).not.toThrow();
  });
});

describe("the schema of an article", () => {
  const { ...article } = JSON.parse(JSON.stringify(parsedArticle())) as Record<string, unknown>;

  it("fits what is stored, which can be sent again", () => expect(fits("Article", article)).toBe(true));

  it.each([
    ["no id", { id: undefined }],
    ["an empty title", { title: "" }],
    ["a field that nobody knows", { colour: "red" }],
    ["a status that nobody knows", { status: "gone" }],
    ["an author without a name", { authors: [{}] }],
  ])("does not fit one with %s", (_, changes) =>
    expect(fits("Article", JSON.parse(JSON.stringify({ ...article, ...changes })))).toBe(false),
  );

  it("leaves the id to the URL where that says it", () => {
    const { id: _, ...rest } = article;
    expect([fits("ArticleWithoutId", rest), fits("Article", rest)]).toEqual([true, false]);
  });
});

describe("the schema of a line's result", () => {
  const saved = { status: "created", id: "a", revision: 1, feeds: [], removed: [] };

  it.each([
    ["an article that was saved", { line: 1, ...saved }, true],
    ["one that was refused", { line: 2, status: "refused", id: "a", problems: [{ path: "/url", detail: "x" }] }, true],
    ["one that was refused without an id", { line: 2, status: "refused", problems: [] }, true],
    ["one that failed", { line: 3, status: "failed", id: "a", detail: "x" }, true],
    ["no line", { line: 0, ...saved }, false],
    ["a status of another kind", { line: 1, ...saved, status: "failed" }, false],
    ["more than is said", { line: 1, ...saved, more: 1 }, false],
  ])("of %s", (_, value, fitting) => expect(fits("LineResult", value)).toBe(fitting));
});
