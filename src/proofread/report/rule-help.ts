import { reactionsTo } from "../readers/views.ts";
import type { Example, Rule, RuleFormat, ServedDocument } from "../rule.ts";

export const SPOKEN_FORMATS: Record<RuleFormat, string> = {
  rss: "RSS",
  rdf: "RSS 1.0",
  atom: "Atom",
  entry: "Atom entry documents",
  json: "JSON Feed",
  http: "HTTP",
};

/** What a rule says, with its full stop. */
export const ruleSentence = ({ says }: Rule): string => (/[.?!]$/.test(says) ? says : `${says}.`);

/** What is known of readers and a rule, a line each. */
export const readersOf = ({ name, readers }: Rule): string[] => [
  ...(readers === undefined ? [] : [readers]),
  ...reactionsTo(name).map(({ reader, does }) => `${reader}: ${does}`),
];

/** The documents of an example, and with each how it is served where that matters. */
export function exampleDocuments(example: Example): { label: string; text: string }[] {
  if (typeof example === "string") return [{ label: "", text: example }];
  if (!Array.isArray(example)) return [{ label: servedAs(example), text: example.text }];
  return example.map((one, index) => ({ label: joined(`document ${index + 1}`, servedAs(one)), text: one.text }));
}

/** What to do about a rule that was broken, for those who do not know it (SARIF 2.1.0 §3.49.13). */
export function ruleHelp(rule: Rule): { text: string; markdown: string } {
  const readers = readersOf(rule);
  const lines = [`${ruleSentence(rule)} To mend it: ${rule.mend}`, ...readers, `${rule.section}: ${rule.url}`];
  const parts = [
    `${rule.element}: ${ruleSentence(rule)}`,
    `**To mend it:** ${rule.mend}`,
    ...(readers.length > 0 ? [`**Readers:**\n\n${readers.map((line) => `- ${line}`).join("\n")}`] : []),
    `**Specification:** [${rule.section}](${rule.url})`,
    `**Breaks it:**\n\n${fenced(rule.fails)}`,
    `**Keeps it:**\n\n${fenced(rule.passes)}`,
  ];
  return { text: lines.join("\n"), markdown: parts.join("\n\n") };
}

/** More backticks than any document of an example has in a row. */
const FENCE = "````";

const fenced = (example: Example): string =>
  exampleDocuments(example)
    .map(({ label, text }) => `${label && `${label}:\n\n`}${FENCE}\n${text.trimEnd()}\n${FENCE}`)
    .join("\n\n");

const servedAs = ({ url, contentType, encodedAs }: ServedDocument): string =>
  joined(
    url && `at ${url}`,
    contentType !== undefined && `as ${contentType || "no type at all"}`,
    encodedAs && `its bytes are ${encodedAs}`,
  );

const joined = (...parts: (string | false | undefined)[]): string => parts.filter(Boolean).join(", ");
