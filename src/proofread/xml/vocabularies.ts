import type { FeedFormat } from "../finding.ts";
import { rulesOf, type Vocabulary } from "./declare.ts";
import type { XmlRule } from "./rule.ts";
import { RuleIndex } from "./rule-index.ts";
import { APP } from "./vocabularies/app.ts";
import { ATOM_VOCABULARY } from "./vocabularies/atom/atom.ts";
import { FH } from "./vocabularies/fh.ts";
import { GEO, GEORSS, GML } from "./vocabularies/georss.ts";
import { OPENSEARCH } from "./vocabularies/opensearch.ts";
import { SLASH } from "./vocabularies/slash.ts";
import { THR } from "./vocabularies/thr.ts";
import { TOMBSTONES } from "./vocabularies/tombstone.ts";
import { TRACKBACK } from "./vocabularies/trackback.ts";
import { XML_ATTRIBUTE_RULES } from "./vocabularies/xml.ts";

/** Every namespace that is known, and the formats themselves: a new one is a file, and its line here. */
export const VOCABULARIES: readonly Vocabulary[] = [
  ATOM_VOCABULARY,
  APP,
  FH,
  GEO,
  GEORSS,
  GML,
  OPENSEARCH,
  SLASH,
  THR,
  TOMBSTONES,
  TRACKBACK,
];

export const XML_RULES: readonly XmlRule[] = [...VOCABULARIES.flatMap(rulesOf), ...XML_ATTRIBUTE_RULES];

const INDEXES = new Map<FeedFormat, RuleIndex>();

/** The rules of a format, made when a first document of it comes. */
export function xmlRulesOf(format: FeedFormat): RuleIndex {
  const index = INDEXES.get(format) ?? new RuleIndex(XML_RULES, format);
  INDEXES.set(format, index);
  return index;
}
