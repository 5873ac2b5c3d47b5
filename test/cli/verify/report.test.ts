import { describe, expect, it } from "vitest";
import {
  type CheckedItem,
  countOf,
  type DocumentFinding,
  exitCode,
  findingGroups,
  notRead,
  type VerifyReport,
} from "../../../src/cli/verify/report.ts";
import type { Discrepancy } from "../../../src/verify/discrepancy.ts";

const item = (changes: Partial<CheckedItem> = {}): CheckedItem => ({
  name: "feed.xml",
  what: "proofread",
  discrepancies: [],
  findings: [],
  troubles: [],
  ...changes,
});

const finding = (changes: Partial<DocumentFinding> = {}): DocumentFinding => ({
  document: "rss",
  rule: "RSS 2.0, ttl",
  severity: "error",
  where: "channel, line 4",
  message: '"soon" is no number',
  ...changes,
});

const discrepancy = (changes: Partial<Discrepancy> = {}): Discrepancy => ({
  feed: "top",
  format: "atom",
  entry: "tag:x",
  field: "title",
  stored: "A",
  read: "B",
  reader: "strict-xml",
  ...changes,
});

const report = (...checked: CheckedItem[]): VerifyReport => ({ checked, notes: [] });

describe("exitCode", () => {
  const warned = item({ findings: [finding({ severity: "warning" })] });
  const wrong = item({ discrepancies: [discrepancy()] });

  it.each<[string, CheckedItem[], number]>([
    ["0 where nothing was checked", [], 0],
    ["0 where all is clean", [item(), item()], 0],
    ["0 with warnings", [warned], 0],
    ["1 with an error", [item(), item({ findings: [finding()] })], 1],
    ["1 with a discrepancy", [wrong, warned], 1],
    ["2 where something was not read, whatever else is wrong", [wrong, notRead("x", "gone")], 2],
  ])("is %s", (_, checked, code) => expect(exitCode(report(...checked))).toBe(code));
});

describe("notRead", () => {
  it("tells why, by the reason behind an error of fetch", () =>
    expect(notRead("https://x", new TypeError("fetch failed", { cause: new Error("refused") }))).toEqual({
      name: "https://x",
      what: "",
      discrepancies: [],
      findings: [],
      troubles: ["refused"],
    }));
});

describe("findingGroups", () => {
  it("has the worst first, and counts what was not kept", () => {
    const findings = [
      finding({ severity: "advice", rule: "x" }),
      finding({ severity: "warning", rule: "y" }),
      finding(),
      finding({ document: "atom" }),
    ];
    const counts = [
      { document: "rss", rule: "RSS 2.0, ttl", count: 40 },
      { document: "rss", rule: "x", count: 1 },
    ];
    const one = item({ findings, counts });
    expect(findingGroups(one).map(({ severity, document, rule, count }) => [severity, document, rule, count])).toEqual([
      ["error", "rss", "RSS 2.0, ttl", 40],
      ["error", "atom", "RSS 2.0, ttl", 1],
      ["warning", "rss", "y", 1],
      ["advice", "rss", "x", 1],
    ]);
    expect([countOf(one, "error"), countOf(one, "warning"), countOf(one, "advice")]).toEqual([41, 1, 1]);
  });
});
