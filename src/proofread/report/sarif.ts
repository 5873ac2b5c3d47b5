import type { Finding } from "../finding.ts";
import type { Rule, Severity } from "../rule.ts";
import { findRule } from "../table.ts";
import { fingerprintOf } from "./fingerprint.ts";
import type { ProofreadDocument } from "./proofread-document.ts";
import { ruleHelp, ruleSentence } from "./rule-help.ts";
import { uriOf } from "./uri.ts";

/** SARIF 2.1.0 §3.27.10: what is only advice is a note. */
const LEVELS: Record<Severity, "error" | "warning" | "note"> = { error: "error", warning: "warning", advice: "note" };

/**
 * Findings as code hosts and editors take them (SARIF 2.1.0): one run, of the rules that were broken and of every document, clean or not.
 *
 * @param version the proofreader's own
 */
export function sarifOf(documents: ProofreadDocument[], version: string): object {
  const rules = [...new Map(documents.flatMap(({ findings }) => findings.map((one) => [one.rule, one]))).values()];
  const indexes = new Map(rules.map(({ rule }, index) => [rule, index]));
  const seen = new Map<string, number>();
  return {
    $schema: "https://json.schemastore.org/sarif-2.1.0.json",
    version: "2.1.0",
    runs: [
      {
        tool: { driver: { name: "Wireproof", version, rules: rules.map(descriptorOf) } },
        // §3.14.17: columns as JavaScript counts them.
        columnKind: "utf16CodeUnits",
        invocations: [invocationOf(documents)],
        artifacts: documents.map(artifactOf),
        results: documents.flatMap(({ name, findings }, index) =>
          findings.map((finding) => ({
            ruleId: finding.rule,
            ruleIndex: indexes.get(finding.rule),
            level: LEVELS[finding.severity],
            message: { text: finding.message.toWellFormed() },
            locations: [locationOf(finding, { uri: uriOf(name), index })],
            partialFingerprints: { "wireproof/v1": numbered(fingerprintOf(name, finding), seen) },
          })),
        ),
      },
    ],
  };
}

/** A finding of which the table knows nothing has its name alone. */
function descriptorOf({ rule: name, severity }: Finding): object {
  const rule: Rule | undefined = findRule(name);
  const defaultConfiguration = { level: LEVELS[rule?.severity ?? severity] };
  if (!rule) return { id: name, shortDescription: { text: name }, defaultConfiguration };
  return {
    id: name,
    shortDescription: { text: ruleSentence(rule) },
    fullDescription: { text: `${ruleSentence(rule)} ${rule.section}.` },
    help: ruleHelp(rule),
    helpUri: rule.url,
    defaultConfiguration,
    properties: { element: rule.element, tags: [...rule.formats] },
  };
}

/** What is of the document as a whole has no region. */
const locationOf = ({ line, column, where }: Finding, artifactLocation: object): object => ({
  physicalLocation: {
    artifactLocation,
    ...(line !== undefined && { region: { startLine: line, ...(column !== undefined && { startColumn: column }) } }),
  },
  message: { text: where.toWellFormed() },
});

/** How often each rule was broken in a document: of one kind of findings only the first may be among the results. */
const artifactOf = ({ name, findings, counts }: ProofreadDocument): object => ({
  location: { uri: uriOf(name) },
  properties: {
    counts: Object.fromEntries(
      counts ?? [...Map.groupBy(findings, ({ rule }) => rule)].map(([rule, list]) => [rule, list.length]),
    ),
  },
});

/** §3.20.14: a document that could not be read is the tool's failure, not a finding. */
function invocationOf(documents: ProofreadDocument[]): object {
  const notifications = documents.flatMap(({ name, troubles = [] }, index) =>
    troubles.map((trouble) => ({
      level: "error",
      message: { text: trouble },
      locations: [{ physicalLocation: { artifactLocation: { uri: uriOf(name), index } } }],
    })),
  );
  return { executionSuccessful: notifications.length === 0, toolExecutionNotifications: notifications };
}

/** The same words may stand of several places: the second of them is another finding. */
function numbered(fingerprint: string, seen: Map<string, number>): string {
  const count = (seen.get(fingerprint) ?? 0) + 1;
  seen.set(fingerprint, count);
  return `${fingerprint}:${count}`;
}
