import { escapeUTF8 } from "entities";
import { stripForbidden } from "../../article/text.ts";
import type { Finding } from "../finding.ts";
import { findRule } from "../table.ts";
import type { ProofreadDocument } from "./proofread-document.ts";

/**
 * Findings as test reports of CI servers are (JUnit's XML, as GitLab, Jenkins and GitHub's actions read it): a suite is a document, a case
 * a rule that it breaks. An error fails its case; a warning and advice are its output.
 */
export function junitOf(documents: ProofreadDocument[]): string {
  const suites = documents.map(suiteOf);
  const lines = [
    '<?xml version="1.0" encoding="UTF-8"?>',
    `<testsuites${attributes({ name: "Wireproof", ...summed(suites.map(({ counts }) => counts)) })}>`,
    ...suites.map(({ xml }) => xml),
    "</testsuites>\n",
  ];
  return lines.join("\n");
}

interface Counts {
  tests: number;
  failures: number;
  errors: number;
}

interface Part {
  xml: string;
  counts: Counts;
}

function suiteOf({ name, findings, counts, troubles = [] }: ProofreadDocument): Part {
  const cases = [
    ...troubles.map((trouble) =>
      caseOf({ name: "can be read", document: name }, element("error", { message: trouble }, trouble), "errors"),
    ),
    ...[...Map.groupBy(findings, ({ rule }) => rule)].map(([rule, list]) => ruleCase(name, rule, list, counts)),
  ];
  // A suite without a case is no suite to some servers: then the document itself is what passed.
  if (cases.length === 0) cases.push(caseOf({ name: "no rule is broken", document: name }, ""));
  const sum = summed(cases.map((one) => one.counts));
  return {
    xml: `  <testsuite${attributes({ name, ...sum })}>\n${cases.map(({ xml }) => xml).join("\n")}\n  </testsuite>`,
    counts: sum,
  };
}

function ruleCase(document: string, rule: string, list: Finding[], counts: ProofreadDocument["counts"]): Part {
  const isError = list.some(({ severity }) => severity === "error");
  const [first] = list;
  const text = [...list.map(lineOf), ...more(list.length, counts?.get(rule)), ...mending(rule)].join("\n");
  const place = { name: rule, document };
  return isError
    ? caseOf(place, element("failure", { message: first?.message ?? "", type: "error" }, text), "failures")
    : caseOf(place, element("system-out", {}, `${first?.severity}: ${text}`));
}

const lineOf = ({ where, message, line, column = 1 }: Finding): string =>
  `${line === undefined ? "" : `${line}:${column}: `}${where}: ${message}`;

const more = (told: number, all = told): string[] => (all > told ? [`… and ${all - told} more of this kind`] : []);

function mending(name: string): string[] {
  const rule = findRule(name);
  return rule ? [`To mend it: ${rule.mend}`, `${rule.section}: ${rule.url}`] : [];
}

/** No `file` and no `line`: Jenkins' schema (junit-10.xsd) does not know them, and refuses a report that has them. */
const caseOf = (
  { name, document }: { name: string; document: string },
  content: string,
  fails?: "failures" | "errors",
): Part => ({
  xml: `    <testcase${attributes({ name, classname: document })}>${content}</testcase>`,
  counts: { tests: 1, failures: Number(fails === "failures"), errors: Number(fails === "errors") },
});

function summed(list: Counts[]): Counts {
  const sum = (key: keyof Counts) => list.reduce((total, counts) => total + counts[key], 0);
  return { tests: sum("tests"), failures: sum("failures"), errors: sum("errors") };
}

const element = (name: string, values: Parameters<typeof attributes>[0], text: string): string =>
  `<${name}${attributes(values)}>${escaped(text)}</${name}>`;

const attributes = (values: Record<string, string | number>): string =>
  Object.entries(values)
    // Line breaks in an attribute would be read as blanks (XML 1.0 §3.3.3).
    .map(
      ([key, value]) =>
        ` ${key}="${escaped(String(value)).replace(/[\t\n\r]/g, (blank) => `&#${blank.charCodeAt(0)};`)}"`,
    )
    .join("");

const escaped = (text: string): string => escapeUTF8(stripForbidden(text).text);
