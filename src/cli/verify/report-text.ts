import { counted } from "../../article/counted.ts";
import { findRule } from "../../proofread/table.ts";
import type { Discrepancy } from "../../verify/discrepancy.ts";
import { printable } from "../printable.ts";
import { describeReceived } from "./received.ts";
import { type CheckedItem, countOf, type FindingGroup, findingGroups, type VerifyReport } from "./report.ts";

/** One fault often repeats in every entry: the first of each kind tell all. */
const SHOWN = 10;

interface Telling {
  /** All of each kind, and all of each feed of a list. */
  all?: boolean;
}

/** The report for people. */
export const toText = (report: VerifyReport, { all = false }: Telling = {}): string =>
  printable([...report.notes, ...report.checked.map((one) => checkedToText(one, all)), closingLine(report)].join("\n"));

function checkedToText(one: CheckedItem, all: boolean): string {
  if (one.brief && !all) return briefLine(one);
  const lines = [`${verdict(one).padEnd(8)} ${one.name}  ${one.what}`];
  if (one.received) lines.push(`  ${describeReceived(one.received, one.name)}`);
  for (const feed of one.feeds ?? [])
    lines.push(`  found: ${feed.url}${inBrackets([feed.title, feed.type, feed.comments && "comments"])}`);
  for (const trouble of one.troubles) lines.push(`  cannot be read: ${trouble}`);
  for (const group of groups(one.discrepancies, ({ format, field, reader }) => `${format} ${field} ${reader}`)) {
    const shown = all ? group : group.slice(0, SHOWN);
    lines.push(...shown.flatMap(discrepancyLines), ...more(group.length - shown.length));
  }
  for (const group of findingGroups(one)) lines.push(...groupLines(group, one.name, all));
  return lines.join("\n");
}

const inBrackets = (facts: (string | false | undefined)[]): string => {
  const known = facts.filter((fact) => fact);
  return known.length === 0 ? "" : ` (${known.join(", ")})`;
};

/** What is asked for, what was found against it, and how that is mended: by the table of rules, where the rule stands in it. */
function groupLines({ severity, document, rule, findings, count }: FindingGroup, name: string, all: boolean): string[] {
  const row = findRule(rule);
  const shown = all ? findings : findings.slice(0, SHOWN);
  const [first] = findings;
  const means = first?.means ?? row?.readers;
  const mend = first?.mend ?? row?.mend;
  return [
    `  ${severity}: ${document === name ? "" : `${document}: `}${rule}${row ? ` (${row.section})` : ""}`,
    ...shown.map(({ where, message }) => `    ${where}: ${message}`),
    ...more(count - shown.length),
    ...(row === undefined ? [] : [`    what has to be: ${row.says}`]),
    ...(means === undefined ? [] : [`    that means: ${means}`]),
    ...(mend === undefined ? [] : [`    to mend it: ${mend}`]),
  ];
}

/** As `ERROR    https://a.example/feed  RSS 2.0, 12 entries, proofread: 2 errors, 1 warning`. */
function briefLine(one: CheckedItem): string {
  const [errors, warnings] = [countOf(one, "error"), countOf(one, "warning")];
  const told = [
    ...(errors > 0 ? [counted(errors, "error")] : []),
    ...(warnings > 0 ? [counted(warnings, "warning")] : []),
  ];
  const [trouble] = one.troubles;
  const tail = trouble === undefined ? `${one.what}${told.length > 0 ? `: ${told.join(", ")}` : ""}` : trouble;
  return `${verdict(one).padEnd(8)} ${one.name}  ${tail}`;
}

const discrepancyLines = (found: Discrepancy): string[] => [
  `  discrepancy: ${found.format}: ${found.field}${found.entry === undefined ? "" : ` of ${found.entry}`} (${found.reader})`,
  `    stored: ${oneLineOf(found.stored)}`,
  `    read:   ${oneLineOf(found.read)}`,
];

const more = (count: number): string[] => (count > 0 ? [`    … and ${count} more of this kind (--all)`] : []);

function verdict(one: CheckedItem): string {
  if (one.troubles.length > 0) return "UNREAD";
  if (one.discrepancies.length > 0) return "WRONG";
  return countOf(one, "error") > 0 ? "ERROR" : "ok";
}

function closingLine({ checked }: VerifyReport): string {
  const sum = (of: (one: CheckedItem) => number) => checked.reduce((all, one) => all + of(one), 0);
  const findings = (["error", "warning"] as const).map((severity) =>
    counted(
      sum((one) => countOf(one, severity)),
      severity,
    ),
  );
  const advice = sum((one) => countOf(one, "advice"));
  return `\n${checked.length} checked: ${sum((one) => one.discrepancies.length)} discrepancies, ${findings.join(", ")}, ${sum((one) => one.troubles.length)} not read${advice > 0 ? `; ${counted(advice, "piece")} of advice` : ""}.`;
}

const groups = <T>(list: T[], key: (item: T) => string): T[][] => [...Map.groupBy(list, key).values()];

/** A value on one line, and no more of it than a person compares by eye. */
function oneLineOf(text: string): string {
  const line = JSON.stringify(text).slice(1, -1);
  return line.length > 200 ? `${line.slice(0, 200)}…` : line;
}
