import { describe, expect, it } from "vitest";
import {
  answersAs,
  answersJson,
  answersLine,
  answersPage,
  answersProblem,
  inPath,
} from "../../../src/service/openapi/operation.ts";

describe("an answer", () => {
  const text = { schema: { type: "string" } };

  it.each([
    ["JSON of a schema", answersJson("D", { type: "object" }), { "application/json": { schema: { type: "object" } } }],
    [
      "problem details (RFC 9457)",
      answersProblem("D"),
      { "application/problem+json": { schema: { $ref: "#/components/schemas/Problem" } } },
    ],
    ["a page", answersPage("D"), { "text/html": text }],
    ["a line", answersLine("D"), { "text/plain": text }],
    ["text of any type", answersAs("text/css", "D"), { "text/css": text }],
  ])("of %s is described (OpenAPI 3.1 §4.8.17)", (_, answer, content) =>
    expect(answer).toEqual({ description: "D", content }),
  );
});

describe("a parameter in a path", () => {
  it("is needed, and has an example to fill its place (OpenAPI 3.1 §4.8.12)", () => {
    expect(inPath("id", "D", "a")).toEqual({
      name: "id",
      in: "path",
      required: true,
      description: "D",
      schema: { type: "string" },
      example: "a",
    });
    expect(inPath("page", "D", "1", { type: "integer" }).schema).toEqual({ type: "integer" });
  });
});
