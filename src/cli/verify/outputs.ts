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
  JSON.stringify(sarifOf(documentsOf(report), version()), null, 2);

/** The report for CI servers. */
export const toJunit = (report: VerifyReport): string => junitOf(documentsOf(report)).trimEnd();

export const hasWarning = ({ checked }: VerifyReport): boolean => checked.some((one) => countOf(one, "warning") > 0);

type OutputDocument = Required<ProofreadDocument> & { counts: Map<string, number> };

/** Each document once, though several items may be about it: itself, and how it agrees with other formats. */
const documentsOf = ({ checked }: VerifyReport): OutputDocument[] =>
  [...Map.groupBy(checked.flatMap(documentsOfItem), ({ name }) => name)].map(([name, same]) => ({
    name,
    findings: same.flatMap(({ findings }) => findings),
    counts: sumOf(same.flatMap(({ counts }) => [...counts])),
    troubles: same.flatMap(({ troubles }) => troubles),
  }));

/**
 * One item may be of several documents: the formats of a feed, or the URLs that were watched together. What is of none of them
 * is told of the first of those, else has the item's own name.
 */
function documentsOfItem({
  name,
  names,
  findings,
  discrepancies,
  troubles,
  counts = [],
}: CheckedItem): OutputDocument[] {
  const nameOf = (document: string): string => {
    if (isFormat(document)) return `${name.replace(/ \(.*$/s, "")}.${document}`;
    return placeOf(names?.includes(document) ? document : (names?.[0] ?? name));
  };
  const found = [
    ...discrepancies.map((one) => ({ document: one.format as string, finding: asFinding(one) })),
    ...findings.map((finding) => ({ document: finding.document, finding })),
  ];
  const known = new Map(counts.map(({ document, rule, count }) => [`${document} ${rule}`, { document, rule, count }]));
  for (const [key, [first, ...others]] of Map.groupBy(found, (one) => `${one.document} ${one.finding.rule}`))
    if (first && !known.has(key))
      known.set(key, { document: first.document, rule: first.finding.rule, count: 1 + others.length });
  const documents = [...Map.groupBy(found, ({ document }) => nameOf(document))].map(([document, list]) => ({
    name: document,
    findings: list.map(({ finding }) => finding),
    counts: sumOf(
      [...known.values()].flatMap((one) => (nameOf(one.document) === document ? [[one.rule, one.count] as const] : [])),
    ),
    troubles: [] as readonly string[],
  }));
  // What is clean, or was not read, is told, too.
  const clean = (names ?? (found.length === 0 || troubles.length > 0 ? [name] : []))
    .map(placeOf)
    .filter((place) => troubles.length > 0 || documents.every((one) => one.name !== place))
    .map((place) => ({
      name: place,
      findings: [],
      counts: new Map<string, number>(),
      troubles: [] as readonly string[],
    }));
  return [...documents, ...clean].map((one, index, all) => (index === all.length - 1 ? { ...one, troubles } : one));
}

function sumOf(counts: (readonly [rule: string, count: number])[]): Map<string, number> {
  const sums = new Map<string, number>();
  for (const [rule, count] of counts) sums.set(rule, (sums.get(rule) ?? 0) + count);
  return sums;
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
