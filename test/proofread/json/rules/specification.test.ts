import { describe, expect, it, test } from "vitest";
import { JSON_RULES } from "../../../../src/proofread/json/rules.ts";
import { SEVERITIES } from "../../../../src/proofread/rule.ts";
import { findRule } from "../../../../src/proofread/table.ts";
import { SPECIFICATION } from "./specification.ts";
import type { SpecificationLine } from "./specification-line.ts";

/** The rules of a line, each with the severity that the line says it has. */
const rulesOf = ({ rules }: SpecificationLine) =>
  SEVERITIES.flatMap((severity) => (rules[severity]?.split(" ") ?? []).map((name) => ({ name, severity })));

const LINES = Object.entries(SPECIFICATION).flatMap(([section, lines]) =>
  lines.map((line) => ({ section, ...line, named: rulesOf(line) })),
);

describe.each(LINES)("JSON Feed 1.1, $section: $quote", ({ asks, named, why }) => {
  it("has its rule, or a reason", () => expect(named.length > 0 || why !== undefined).toBe(true));

  it.skipIf(named.length === 0).each(named)("$severity $name", ({ name, severity }) => {
    const rule = findRule(name);
    expect(rule).toMatchObject({ name, severity });
    expect(rule?.formats.some((format) => format === "json" || format === "http")).toBe(true);
  });

  it("has the severity that the words ask for, or a reason", () =>
    expect(named.every(({ severity }) => severity === asks) || why !== undefined).toBe(true));
});

test("every rule of JSON Feed is that of a line", () => {
  const named = new Set(LINES.flatMap((line) => line.named.map(({ name }) => name)));
  // That names do not repeat, JSON itself asks for.
  expect(JSON_RULES.map(({ name }) => name).filter((name) => !named.has(name))).toEqual(["json/repeated-name"]);
});
