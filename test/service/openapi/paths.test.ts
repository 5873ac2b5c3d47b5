import { describe, expect, it } from "vitest";
import { PATHS } from "../../../src/service/openapi/paths.ts";

interface Parameter {
  name: string;
  in: string;
  required?: boolean;
  example?: string;
}

const operations = Object.entries(PATHS).flatMap(([path, item]) =>
  Object.entries(item).map(([method, operation]) => ({
    name: `${method.toUpperCase()} ${path}`,
    path,
    method,
    operation,
    parameters: (operation.parameters ?? []) as Parameter[],
  })),
);

it("there are operations to look at", () => expect(operations.length).toBeGreaterThan(40));

describe.each(operations)("$name", ({ path, method, operation, parameters }) => {
  it("describes each parameter of its path, and no other, once (OpenAPI 3.1 §4.8.9)", () => {
    const named = [...path.matchAll(/\{(\w+)\}/g)].map(([, name]) => name);
    const inPath = parameters.filter((one) => one.in === "path");
    expect(inPath.map(({ name }) => name)).toEqual(named);
    expect(inPath.every(({ required, example }) => required && example)).toBe(true);
    expect(new Set(parameters.map(({ name }) => name)).size).toBe(parameters.length);
  });

  it("says what it does in a line, and how it answers when all is well", () => {
    expect(operation.summary).toMatch(/^[A-Z][^\n]+[^.\s]$/);
    expect(Object.keys(operation.responses).some((status) => /^[23]\d\d$/.test(status))).toBe(true);
    for (const { description } of Object.values(operation.responses)) expect(description).toMatch(/^\S.*\S$/s);
  });

  it("takes a body where its method has one, and nowhere else (RFC 9110 §9.3)", () => {
    if (method === "get" || method === "delete") expect(operation.requestBody).toBeUndefined();
  });

  it("says that it refuses whoever has no token, where it asks for one", () => {
    expect(Object.hasOwn(operation.responses, "401")).toBe(
      operation.security === undefined || (/^\/desk\/sign-in(?:\/passkey)?$/.test(path) && method === "post"),
    );
  });
});

describe("the operations", () => {
  it("each say something else", () => {
    const summaries = operations.map(({ operation }) => operation.summary);
    expect(summaries.filter((summary, index) => summaries.indexOf(summary) !== index)).toEqual([]);
  });
});
