import { describe, expect, it } from "vitest";
import type { Finding } from "../../../src/proofread/finding.ts";
import type { DocumentReport } from "../../../src/service/examination.ts";
import { MAX_FINDINGS, MAX_REPORT } from "../../../src/service/proofread/limits.ts";
import { storedBody } from "../../../src/service/proofread/make-report.ts";
import { countOfSeverity } from "../../../src/service/proofread/report.ts";
import { toldFaults } from "../../../src/service/proofread/told-faults.ts";

const finding = (rule: string, severity: Finding["severity"]): Finding => ({ rule, severity, where: "", message: "" });

describe("more findings than a report tells", () => {
  const advice = Array.from({ length: MAX_FINDINGS }, (_, index) => finding(`advice/${index}`, "advice"));
  const findings = [...advice, finding("error/last", "error")];

  it.each([
    ["counted before", new Map(findings.map(({ rule }) => [rule, 1]))],
    ["not counted", undefined],
  ])("leave out the least grave, wherever they stand: %s", (_, counts) => {
    const told = toldFaults(findings, counts);
    expect(told.findings.map(({ rule }) => rule).slice(0, 2)).toEqual(["error/last", "advice/0"]);
    expect([told.findings.length, countOfSeverity(told, "error")]).toEqual([MAX_FINDINGS, 1]);
  });
});

describe("a report as it is stored", () => {
  const report = (text: string): DocumentReport => ({
    ...{ kind: "document", hash: "a", at: 1, origin: { kind: "sent" }, sha256: "b", bytes: 1, entries: 0 },
    ...{ encoding: "utf-8", packed: false, findings: [finding("a/b", "error")], counts: [["a/b", 1]] },
    source: { lines: 1, pieces: [{ from: 1, lines: [{ text }] }] },
    beside: { page: text, formats: [], unread: [], findings: [], counts: [] },
  });

  it("is whole", () => {
    expect(JSON.parse(storedBody(report("short")))).toEqual(report("short"));
  });

  it("that is too large is without the document, and has what was found", () => {
    const { beside: _, ...found } = report("");
    expect(JSON.parse(storedBody(report("x".repeat(MAX_REPORT))))).toEqual({
      ...found,
      source: { lines: 1, pieces: [] },
    });
  });
});
