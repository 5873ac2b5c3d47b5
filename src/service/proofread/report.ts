import type { Severity } from "../../proofread/rule.ts";
import type { FoundFaults, StoredReport } from "../examination.ts";

/** How often rules of a severity were broken in all, not only as far as it is told. */
export function countOfSeverity({ findings, counts }: FoundFaults, severity: Severity): number {
  const rules = new Set(findings.filter((one) => one.severity === severity).map(({ rule }) => rule));
  return counts.reduce((sum, [rule, count]) => sum + (rules.has(rule) ? count : 0), 0);
}

/** Errors that a report tells of, those of the page's feeds among them. */
export function errorsIn(report: StoredReport): number {
  const own = countOfSeverity(report, "error");
  return report.kind === "document" ? own : report.feeds.reduce((sum, { errors }) => sum + errors, own);
}
