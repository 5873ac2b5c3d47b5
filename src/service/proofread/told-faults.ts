import type { Finding } from "../../proofread/finding.ts";
import { SEVERITIES } from "../../proofread/rule.ts";
import type { FoundFaults } from "../examination.ts";
import { MAX_FINDINGS, MAX_MESSAGE, MOST_SHOWN } from "./limits.ts";

/**
 * As many findings as a report tells, and of each as much.
 *
 * @param counts how often each rule was broken; where it is left out, all the findings are there
 */
export function toldFaults(findings: Finding[], counts?: Map<string, number>): FoundFaults {
  if (counts) return { findings: gravest(findings).map(clipped), counts: [...counts] };
  const byRule = [...Map.groupBy(findings, ({ rule }) => rule)];
  const shown = byRule.flatMap(([, list]) => list.slice(0, MOST_SHOWN));
  return {
    findings: gravest(shown).map(clipped),
    counts: byRule.map(([rule, list]) => [rule, list.length]),
  };
}

/** Where there are more than a report tells, the gravest: by these it is known which rules were broken, and whether a feed is valid. */
const gravest = (findings: Finding[]): Finding[] =>
  findings.length <= MAX_FINDINGS
    ? findings
    : findings
        .toSorted((one, other) => SEVERITIES.indexOf(one.severity) - SEVERITIES.indexOf(other.severity))
        .slice(0, MAX_FINDINGS);

function clipped(finding: Finding): Finding {
  const { message, where } = finding;
  return { ...finding, message: clippedTo(MAX_MESSAGE, message), where: clippedTo(MAX_MESSAGE, where) };
}

const clippedTo = (most: number, text: string): string => (text.length > most ? `${text.slice(0, most)}…` : text);
