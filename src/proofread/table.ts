import { AGREEMENT_RULES } from "./agreement-rules.ts";
import { BYTES_RULES } from "./bytes/rules.ts";
import { PAGE_RULES } from "./discover/rules.ts";
import { DOCUMENT_RULES } from "./document/rules.ts";
import { JSON_RULES } from "./json/rules.ts";
import type { Rule } from "./rule.ts";
import { SERIES_RULES } from "./series/series.ts";
import { XML_RULES } from "./xml-rules.ts";

/** Every rule there is: what the checkers run, `--explain` prints and the site's page lists. */
export const RULES: readonly Rule[] = [
  ...BYTES_RULES,
  ...DOCUMENT_RULES,
  ...XML_RULES,
  ...JSON_RULES,
  ...PAGE_RULES,
  ...AGREEMENT_RULES,
  ...SERIES_RULES,
];

const BY_NAME = new Map(RULES.map((rule) => [rule.name, rule]));

export const findRule = (name: string): Rule | undefined => BY_NAME.get(name);
