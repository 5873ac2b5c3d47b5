import { isAbsolute, relative } from "node:path";
import { FORMATS } from "../../feed/feed.ts";
import type { Finding } from "../../proofread/finding.ts";
import { junitOf } from "../../proofread/report/junit.ts";
import type { ProofreadDocument } from "../../proofread/report/proofread-document.ts";
import { sarifOf } from "../../proofread/report/sarif.ts";
import type { Discrepancy } from "../../verify/discrepancy.ts";
import { version } from "../version.ts";
import { type CheckedItem, countOf, type VerifyReport } from "./report.ts";

/** The report for code hosts and editors. */
export const toSarif = (report: VerifyReport): string =>
  JSON.stringify(sarifOf(report.checked.flatMap(documentsOf), version()), null, 2);

/** The report for CI servers. */
export const toJunit = (report: VerifyReport): string => junitOf(report.checked.flatMap(documentsOf)).trimEnd();

export const hasWarning = ({ checked }: VerifyReport): boolean => checked.some((one) => countOf(one, "warning") > 0);

/** One checked item may be of several documents: the formats of a feed. What is of none of them has the item's own name. */
function documentsOf({ name, findings, discrepancies, troubles, counts = [] }: CheckedItem): ProofreadDocument[] {
  const nameOf = (document: string): string =>
    isFormat(document) ? `${name.replace(/ \(.*$/s, "")}.${document}` : placeOf(name);
  const named = [
    ...discrepancies.map((one) => ({ document: nameOf(one.format), finding: asFinding(one) })),
    ...findings.map((finding) => ({ document: nameOf(finding.document), finding })),
  ];
  const documents = [...Map.groupBy(named, ({ document }) => document)].map(([document, list]) => ({
    name: document,
    findings: list.map(({ finding }) => finding),
    counts: new Map([
      ...[...Map.groupBy(list, ({ finding }) => finding.rule)].map(([rule, { length }]) => [rule, length] as const),
      ...counts.filter((one) => nameOf(one.document) === document).map(({ rule, count }) => [rule, count] as const),
    ]),
  }));
  // What is clean, or was not read, is told, too.
  if (documents.length === 0 || troubles.length > 0)
    documents.push({ name: placeOf(name), findings: [], counts: new Map() });
  return documents.map((one, index) => (index === documents.length - 1 ? { ...one, troubles } : one));
}

const isFormat = (text: string): boolean => FORMATS.some((format) => format === text);

/** A file as it is named from here: code hosts know none of this machine's folders. */
function placeOf(name: string): string {
  if (!isAbsolute(name)) return name;
  const path = relative(process.cwd(), name);
  return path.startsWith("..") || isAbsolute(path) ? name : path;
}

/** What did not come back as it is stored is an error of the document that has it. */
const asFinding = ({ field, entry, stored, read, reader }: Discrepancy): Finding => ({
  rule: "stored/same",
  severity: "error",
  where: entry ?? "feed",
  message: `${field} is stored as ${JSON.stringify(stored)}, and ${reader} reads ${JSON.stringify(read)}`,
});
