import type { FeedFormat } from "./finding.ts";
import { HTML_IN_XML_RULES } from "./html/xml-markup.ts";
import { XML_TEXT_RULES } from "./html/xml-texts.ts";
import type { XmlRule } from "./xml/rule.ts";
import { RuleIndex } from "./xml/rule-index.ts";
import { NAMESPACE_SPELLINGS, VOCABULARY_RULES } from "./xml/vocabularies.ts";

/** Every rule of XML formats, for the HTML in them, too. */
export const XML_RULES: readonly XmlRule[] = [...VOCABULARY_RULES, ...XML_TEXT_RULES, ...HTML_IN_XML_RULES];

const INDEXES = new Map<FeedFormat, RuleIndex>();

/** The rules of a format, made when a first document of it comes. */
export function xmlRulesOf(format: FeedFormat): RuleIndex {
  const index = INDEXES.get(format) ?? new RuleIndex(XML_RULES, format, NAMESPACE_SPELLINGS);
  INDEXES.set(format, index);
  return index;
}
