import type { Rule, Severity } from "./rule.ts";

/** Something in a feed that a specification forbids, or that readers are known to stumble over. */
export interface Finding {
  /** The rule's name in the table. */
  rule: string;
  severity: Severity;
  /** As `item 3 (line 40), <guid>, line 41`. */
  where: string;
  message: string;
  /** Where it stands in the document's text, the first line and column being 1. Absent where it is of the document as a whole. */
  line?: number;
  column?: number;
}

/** A finding of a rule, of a document as a whole. */
export const findingOf = (
  { name: rule, severity }: Pick<Rule, "name" | "severity">,
  where: string,
  message: string,
): Finding => ({ rule, severity, where, message });

/** What proofreading a document came to. */
export interface Proofreading {
  /** Undefined where the document is no feed. */
  format?: FeedFormat;
  /** As the document says it: `2.0`, `1.1`. */
  version?: string;
  entries: number;
  /** In the order in which they stand in the document; of each rule no more than was asked for. */
  findings: Finding[];
  /** How often each rule was broken that was broken at all. */
  counts: Map<string, number>;
}

export type FeedFormat = "rss" | "rdf" | "atom" | "entry" | "json";

/** As many findings of one rule are kept unless all are asked for: more of a kind tell nobody more. */
export const MOST_OF_A_KIND = 10;
