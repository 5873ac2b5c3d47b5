import type { Finding } from "../../proofread/proofread.ts";
import type { Discrepancy } from "../../verify/discrepancy.ts";
import { printable } from "../printable.ts";
import { reasonOf } from "../reason.ts";

/** What became of everything that was checked. */
export interface VerifyReport {
  checked: CheckedItem[];
  /** What a reader of the report should know beforehand. */
  notes: string[];
}

/** A feed with all its documents, or one document. */
export interface CheckedItem {
  name: string;
  /** What was done, as `12 entries in rss, atom, json: every field compared`. */
  what: string;
  discrepancies: Discrepancy[];
  findings: DocumentFinding[];
  /** What could not be read. */
  troubles: string[];
}

/** A finding, and where it helps what it is to readers and how it is mended. */
export type DocumentFinding = Finding & { document: string; means?: string; mend?: string };

/** One that could not be read, and why. */
export const notRead = (name: string, error: unknown): CheckedItem => ({
  name,
  what: "",
  discrepancies: [],
  findings: [],
  troubles: [reasonOf(error)],
});

/** Trouble first: what was not read is not clean. */
export function exitCode({ checked }: VerifyReport): 0 | 1 | 2 {
  if (checked.some(({ troubles }) => troubles.length > 0)) return 2;
  return checked.some((one) => one.discrepancies.length > 0 || errors(one).length > 0) ? 1 : 0;
}

/** The report for people. */
export const toText = (report: VerifyReport): string =>
  printable([...report.notes, ...report.checked.map(checkedToText), closingLine(report)].join("\n"));

/** One fault often repeats in every entry: the first of each kind tell all. */
const SHOWN = 5;

function checkedToText(one: CheckedItem): string {
  const lines = [`${verdict(one).padEnd(8)} ${one.name}  ${one.what}`];
  for (const trouble of one.troubles) lines.push(`  cannot be read: ${trouble}`);
  for (const group of groups(one.discrepancies, ({ format, field, reader }) => `${format} ${field} ${reader}`)) {
    for (const found of group.slice(0, SHOWN)) lines.push(...discrepancyLines(found));
    lines.push(...more(group.length));
  }
  for (const group of groups(one.findings, ({ document, rule, severity }) => `${document} ${rule} ${severity}`)) {
    for (const { severity, document, rule } of group.slice(0, 1)) lines.push(`  ${severity}: ${document}: ${rule}`);
    for (const { where, message } of group.slice(0, SHOWN)) lines.push(`    ${where}: ${message}`);
    lines.push(...more(group.length));
    for (const { means, mend } of group.slice(0, 1)) {
      if (means !== undefined) lines.push(`    that means: ${means}`);
      if (mend !== undefined) lines.push(`    to mend it: ${mend}`);
    }
  }
  return lines.join("\n");
}

const discrepancyLines = (found: Discrepancy): string[] => [
  `  discrepancy: ${found.format}: ${found.field}${found.entry === undefined ? "" : ` of ${found.entry}`} (${found.reader})`,
  `    stored: ${oneLineOf(found.stored)}`,
  `    read:   ${oneLineOf(found.read)}`,
];

const more = (count: number): string[] => (count > SHOWN ? [`    … and ${count - SHOWN} more of this kind`] : []);

function verdict(one: CheckedItem): string {
  if (one.troubles.length > 0) return "UNREAD";
  if (one.discrepancies.length > 0) return "WRONG";
  return errors(one).length > 0 ? "ERROR" : "ok";
}

function closingLine({ checked }: VerifyReport): string {
  const count = (list: (one: CheckedItem) => unknown[]) => checked.reduce((sum, one) => sum + list(one).length, 0);
  const warnings = count(({ findings }) => findings) - count(errors);
  return `\n${checked.length} checked: ${count((one) => one.discrepancies)} discrepancies, ${count(errors)} errors, ${warnings} warnings, ${count((one) => one.troubles)} not read.`;
}

const errors = ({ findings }: CheckedItem): DocumentFinding[] =>
  findings.filter(({ severity }) => severity === "error");

const groups = <T>(list: T[], key: (item: T) => string): T[][] => [...Map.groupBy(list, key).values()];

/** A value on one line, and no more of it than a person compares by eye. */
function oneLineOf(text: string): string {
  const line = JSON.stringify(text).slice(1, -1);
  return line.length > 200 ? `${line.slice(0, 200)}…` : line;
}
