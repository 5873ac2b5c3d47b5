import { Collector } from "./collector.ts";
import type { Proofreading } from "./finding.ts";
import { checkXml, type Origin } from "./xml/check.ts";
import { xmlRulesOf } from "./xml/vocabularies.ts";

export interface ProofreadOptions extends Origin {
  /** How many findings of one rule are kept. */
  most?: number;
}

/**
 * Proofreads anybody's feed, with nothing to compare it with: what the specifications ask of a document, and what readers
 * are known to stumble over. Reads the document once, from its start to its end. Never throws on a document.
 */
export async function proofread(text: string, { most, ...origin }: ProofreadOptions = {}): Promise<Proofreading> {
  const collector = new Collector(most);
  const { sheet, entries } = checkXml(text, xmlRulesOf, origin, collector);
  return {
    format: sheet?.format,
    version: sheet?.version,
    entries,
    findings: collector.sorted(),
    counts: collector.counts,
  };
}
