import { editsBetween } from "../../article/suggest-field.ts";
import type { Example, Rule } from "../rule.ts";
import { exampleDocuments, readersOf, ruleSentence, SPOKEN_FORMATS } from "./rule-help.ts";

/** All that the table knows of a rule, for a terminal. */
export function explainRule(rule: Rule): string {
  const { name, severity, element, formats, section, url, mend, fails, passes } = rule;
  const rows = [
    ["", ruleSentence(rule)],
    ["of", `${element} in ${formats.map((format) => SPOKEN_FORMATS[format]).join(", ")}`],
    ["specification", section],
    ["", url],
    ["to mend it", mend],
    ...readersOf(rule).map((line, index) => [index === 0 ? "readers" : "", line]),
  ];
  return [
    `${name} (${severity})`,
    "",
    ...rows.map(([head = "", text = ""]) => `  ${head.padEnd(15)}${text}`),
    "",
    "  breaks it:",
    ...linesOf(fails),
    "",
    "  keeps it:",
    ...linesOf(passes),
  ].join("\n");
}

const linesOf = (example: Example): string[] =>
  exampleDocuments(example).flatMap(({ label, text }) => [
    ...(label === "" ? [] : [`    ${label}`]),
    ...text
      .trimEnd()
      .split("\n")
      .map((line) => `    ${line}`),
  ]);

/** Every rule in a line, by whose rules they are. */
export const listRules = (rules: readonly Rule[]): string =>
  [...Map.groupBy(rules, ({ name }) => prefixOf(name))]
    .map(([prefix, list]) => [prefix, ...list.map(lineOf)].join("\n"))
    .join("\n\n");

/** The rules that a name means: its own, or all of a prefix. */
export const rulesNamed = (name: string, rules: readonly Rule[]): Rule[] =>
  rules.filter((rule) => rule.name === name || prefixOf(rule.name) === name);

/** More letters than any rule's name has: more are compared with none. */
const MAX_NAME = 80;
/** Of so many letters so many may be others. */
const FAULTY = 0.3;
const MOST_SUGGESTED = 5;

/** The rules that a wrong name may have meant, the nearest first. */
export function rulesNear(name: string, rules: readonly Rule[]): string[] {
  if (name.length > MAX_NAME) return [];
  const wanted = name.toLowerCase();
  return rules
    .map((rule) => ({ name: rule.name, distance: distance(wanted, rule.name) }))
    .filter((one) => one.distance <= Math.ceil(wanted.length * FAULTY))
    .sort((a, b) => a.distance - b.distance)
    .slice(0, MOST_SUGGESTED)
    .map((one) => one.name);
}

/** Of the whole name, or of what stands behind the prefix; what holds the words that are asked for is near. */
function distance(wanted: string, name: string): number {
  if (name.includes(wanted)) return 1;
  return Math.min(editsBetween(wanted, name), editsBetween(wanted, name.slice(prefixOf(name).length + 1)));
}

const prefixOf = (name: string): string => name.split("/", 1)[0] ?? name;

const lineOf = (rule: Rule): string => `  ${rule.name.padEnd(40)} ${rule.severity.padEnd(8)} ${ruleSentence(rule)}`;
