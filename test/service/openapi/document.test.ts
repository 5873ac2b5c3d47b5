import { describe, expect, it } from "vitest";
import { ALL_SCOPES } from "../../../src/people/scopes.ts";
import { INTERFACE_PARTS } from "../../../src/service/describe/describes.ts";
import { app, DOCUMENT, OPERATIONS } from "../../interface.ts";

/**
 * What is served, and is no part of the interface: the desk, which is for people; the form that a page of ours sends; and files of pages,
 * whose names say what is in them.
 */
const UNDESCRIBED = [
  /^\/desk(\/|$)/,
  /^\/(proofread|partners|partners\/close)$/,
  /\/\w+[.-][0-9a-z]{8,}\.(css|js)$/,
  /\/:file\{\[a-z-\]\+-/,
];

const isDescribed = (path: string): boolean => !UNDESCRIBED.some((one) => one.test(path));

/** ALL is middleware, or says what is not allowed; HEAD goes with GET, OPTIONS with all (RFC 9110 §9.3.2, §9.3.7). */
const served = app.routes.filter(({ method }) => !["ALL", "HEAD", "OPTIONS"].includes(method));

/** The first to match is the one that answers, behind middleware of its own path. */
const routeOf = (method: string, path: string): string | undefined =>
  app.router
    .match(method, path)[0]
    .map(([[, route]]) => route)
    .filter((route) => route.method === method)
    .map((route) => `${route.method} ${route.path}`)[0];

const tried = OPERATIONS.map((one) => ({ ...one, filled: fill(one.path, one.operation.parameters) }));

describe("the description", () => {
  it.each(tried.filter(({ path }) => !path.startsWith("/partner/")))("$name is served", ({ method, filled }) =>
    expect(routeOf(method, filled)).toBeDefined(),
  );

  it("leaves no route out", () => {
    const found = new Set(tried.map(({ method, filled }) => routeOf(method, filled)));
    expect(served.length).toBeGreaterThan(40);
    const missing = served.filter((route) => isDescribed(route.path) && !found.has(`${route.method} ${route.path}`));
    expect(missing.map(({ method, path }) => `${method} ${path}`)).toEqual([]);
  });

  it("has none of the desk's forms in it", () =>
    expect(OPERATIONS.filter(({ path }) => path.startsWith("/desk"))).toEqual([]));

  it("has a name for each operation that no other has", () => {
    const ids = OPERATIONS.map(({ operation }) => operation.operationId);
    expect(ids.filter((id, index) => ids.indexOf(id) !== index || !/^[a-z]+([A-Z][a-z]*)+$/.test(id))).toEqual([
      "proofread",
    ]);
  });

  it("says of every path under /api that somebody is let in, but of what describes it", () => {
    const open = OPERATIONS.filter(({ path, operation }) => path.startsWith("/api") && operation.security.length === 0);
    expect(open.map(({ path }) => path)).toEqual(expect.arrayContaining(["/api/openapi.json"]));
    expect(open.every(({ path }) => /^\/api(\/openapi\.json)?$/.test(path))).toBe(true);
  });

  it("takes the scopes from what the routes need, and tells all of them", () => {
    const scopes = OPERATIONS.flatMap(({ operation }) => operation.security.flatMap(({ token = [] }) => token));
    expect(scopes.filter((scope) => !(ALL_SCOPES as Set<string>).has(scope))).toEqual([]);
    expect(new Set(scopes).size).toBeGreaterThan(6);
    const { token } = DOCUMENT.components.securitySchemes as Record<string, { description: string }>;
    for (const scope of ALL_SCOPES) expect(token?.description).toContain(`\`${scope}\``);
  });

  it("refers to nothing that is not there", () => {
    const refs = [...JSON.stringify(DOCUMENT).matchAll(/"#\/components\/schemas\/(\w+)"/g)].map(([, name]) => name);
    expect(refs.length).toBeGreaterThan(100);
    expect(refs.filter((name) => !(name && name in (DOCUMENT.components.schemas ?? {})))).toEqual([]);
  });
});

describe.each(OPERATIONS)("$name", ({ path, method, operation }) => {
  const { parameters = [], responses, summary, tags } = operation;

  it("describes each parameter of its path, and no other, once, with an example (OpenAPI 3.1 §4.8.9)", () => {
    const named = [...path.matchAll(/\{(\w+)\}/g)].map(([, name]) => name);
    const inPath = parameters.filter((one) => one.in === "path");
    expect(inPath.map(({ name }) => name)).toEqual(named);
    expect(inPath.every(({ required, schema }) => required && schema.examples)).toBe(true);
    expect(new Set(parameters.map(({ name, in: place }) => `${place} ${name}`)).size).toBe(parameters.length);
    expect(parameters.filter(({ description }) => !description)).toEqual([]);
  });

  it("says what it does in a line, in a part of the interface, and how it answers", () => {
    expect(summary).toMatch(/^[A-Z][^\n]+[^.\s]$/);
    expect(Object.keys(INTERFACE_PARTS)).toContain(tags[0]);
    expect(Object.keys(responses).some((status) => /^[23]\d\d$/.test(status))).toBe(true);
    for (const { description } of Object.values(responses)) expect(description).toMatch(/^\S.*\S$/s);
  });

  it("takes a body where its method has one, and nowhere else (RFC 9110 §9.3)", () => {
    if (method === "GET" || method === "DELETE") expect(operation.requestBody).toBeUndefined();
  });

  it("says that it refuses whoever is not let in, where it asks", () => {
    expect("401" in responses).toBe(operation.security.length > 0);
  });
});

describe("the operations", () => {
  it("each say something else", () => {
    const summaries = OPERATIONS.map(({ operation }) => operation.summary);
    expect(summaries.length).toBeGreaterThan(40);
    expect(summaries.filter((summary, index) => summaries.indexOf(summary) !== index)).toEqual([]);
  });
});

function fill(path: string, parameters: (typeof OPERATIONS)[number]["operation"]["parameters"] = []): string {
  const examples = new Map(parameters.map(({ name, schema }) => [name, String(schema.examples?.[0])]));
  return path.replace(/\{(\w+)\}/g, (_, name: string) => examples.get(name) ?? `no example of ${name}`);
}
