import { expect, it } from "vitest";
import { findings, type ProofreadingRule } from "../../src/proofread/finding.ts";

const rule = (name: string, messages: (sheet: string) => string[]): ProofreadingRule<string> => ({
  rule: name,
  severity: name.startsWith("!") ? "error" : "warning",
  check: (sheet) => messages(sheet).map((message) => ({ where: "here", message })),
});

it("findings are the faults of a sheet, each with its rule, in the order of rules", () => {
  const rules = [rule("a", (sheet) => [`${sheet} 1`, `${sheet} 2`]), rule("b", () => []), rule("!c", () => ["3"])];
  expect(findings(rules, "sheet")).toEqual([
    { rule: "a", severity: "warning", where: "here", message: "sheet 1" },
    { rule: "a", severity: "warning", where: "here", message: "sheet 2" },
    { rule: "!c", severity: "error", where: "here", message: "3" },
  ]);
});

it("no rules have no findings", () => {
  expect(findings([], "sheet")).toEqual([]);
});
