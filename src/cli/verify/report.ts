import type { DiscoveredFeed } from "../../proofread/discover/discover.ts";
import type { Finding } from "../../proofread/finding.ts";
import { SEVERITIES, type Severity } from "../../proofread/rule.ts";
import type { Discrepancy } from "../../verify/discrepancy.ts";
import { reasonOf } from "../reason.ts";
import type { ReceivedAs } from "./received.ts";

/** What became of everything that was checked. */
export interface VerifyReport {
  checked: CheckedItem[];
  /** What a reader of the report should know beforehand. */
  notes: string[];
}

/** A feed with all its documents, one document, or a page or a list that led to others. */
export interface CheckedItem {
  name: string;
  /** Of several documents that have names of their own: these, as findings and counts know them. */
  names?: string[];
  /** What was done, as `12 entries in rss, atom, json: every field compared`. */
  what: string;
  discrepancies: Discrepancy[];
  /** Of a kind, the first ones, unless all were asked for. */
  findings: DocumentFinding[];
  /** How many there are of each kind; absent where all are in `findings`. */
  counts?: FindingCount[];
  /** What could not be read. */
  troubles: string[];
  /** Of a document that was given or found: from where it came, and as what. */
  received?: ReceivedAs;
  /** Of a web page: the feeds that it leads to. */
  feeds?: DiscoveredFeed[];
  /** Of a feed of a list: what the list calls it. */
  title?: string;
  /** One of many, of which people are told in a line. */
  brief?: boolean;
}

/** A finding, and where it helps what it is to readers and how it is mended. */
export type DocumentFinding = Finding & { document: string; means?: string; mend?: string };

/** How often a document broke a rule. */
export interface FindingCount {
  document: string;
  rule: string;
  count: number;
}

/** Findings of one rule in one document. */
export interface FindingGroup {
  document: string;
  rule: string;
  severity: Severity;
  /** One at least. */
  findings: DocumentFinding[];
  /** How many there are, in all. */
  count: number;
}

/** What was checked, and how, with as much as came of it. */
export const checkedItem = (name: string, what: string, found: Partial<CheckedItem> = {}): CheckedItem => ({
  ...{ name, what, discrepancies: [], findings: [], troubles: [] },
  ...found,
});

/** One that could not be read, and why. */
export const notRead = (name: string, error: unknown): CheckedItem =>
  checkedItem(name, "", { troubles: [reasonOf(error)] });

/** Trouble first: what was not read is not clean. */
export function exitCode({ checked }: VerifyReport): 0 | 1 | 2 {
  if (checked.some(({ troubles }) => troubles.length > 0)) return 2;
  return checked.some((one) => one.discrepancies.length > 0 || countOf(one, "error") > 0) ? 1 : 0;
}

/** By document, rule and severity; the worst first, else in the order in which they were found. */
export function findingGroups({ findings, counts = [] }: CheckedItem): FindingGroup[] {
  const known = new Map(counts.map(({ document, rule, count }) => [keyOf(document, rule), count]));
  const groups = Map.groupBy(findings, ({ document, rule, severity }) => `${severity} ${keyOf(document, rule)}`);
  return [...groups.values()]
    .flatMap((group) =>
      group.slice(0, 1).map(({ document, rule, severity }) => ({
        ...{ document, rule, severity, findings: group },
        count: Math.max(group.length, known.get(keyOf(document, rule)) ?? 0),
      })),
    )
    .toSorted((a, b) => SEVERITIES.indexOf(a.severity) - SEVERITIES.indexOf(b.severity));
}

const keyOf = (document: string, rule: string): string => `${document} ${rule}`;

/** How many findings there are of a severity, those that are not kept among them. */
export const countOf = (one: CheckedItem, severity: Severity): number =>
  findingGroups(one)
    .filter((group) => group.severity === severity)
    .reduce((sum, { count }) => sum + count, 0);
