import { NAMESPACE_URI } from "../document/namespace-uri.ts";
import type { FeedFormat } from "../finding.ts";
import { HTML_IN_XML_RULES } from "../html/xml-markup.ts";
import { XML_TEXT_RULES } from "../html/xml-texts.ts";
import { rulesOf, type Vocabulary } from "./declare.ts";
import type { XmlRule } from "./rule.ts";
import { RuleIndex } from "./rule-index.ts";
import { SLASH } from "./vocabularies/slash.ts";

/** Every namespace that is known, and the formats themselves: a new one is a file, and its line here. */
export const VOCABULARIES: readonly Vocabulary[] = [SLASH];

export const XML_RULES: readonly XmlRule[] = [
  ...VOCABULARIES.flatMap(rulesOf),
  NAMESPACE_URI,
  ...XML_TEXT_RULES,
  ...HTML_IN_XML_RULES,
];

const INDEXES = new Map<FeedFormat, RuleIndex>();

/** The rules of a format, made when a first document of it comes. */
export function xmlRulesOf(format: FeedFormat): RuleIndex {
  const index = INDEXES.get(format) ?? new RuleIndex(XML_RULES, format);
  INDEXES.set(format, index);
  return index;
}
