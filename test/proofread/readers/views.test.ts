import { expect, it } from "vitest";
import views from "../../../src/proofread/readers/views.json" with { type: "json" };
import { reactionsTo } from "../../../src/proofread/readers/views.ts";
import { findRule } from "../../../src/proofread/table.ts";

it("tells what each reader did, with its version", () => {
  const told = reactionsTo("xml/well-formed");
  expect(told.map(({ reader }) => reader)).toContainEqual(expect.stringMatching(/^rss-parser \d/));
  for (const { does } of told) expect(does).not.toBe("");
});

it("is empty where nobody reacts, and where there is no such rule", () => {
  expect(reactionsTo("slash/section-once")).toEqual([]);
  expect(reactionsTo("constructor")).toEqual([]);
});

it("speaks of rules that there are", () => {
  const rules = Object.keys(views.reactions);
  expect(rules.length).toBeGreaterThan(50);
  expect(rules.filter((rule) => !findRule(rule))).toEqual([]);
});
