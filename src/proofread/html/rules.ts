import type { HtmlRule } from "./rule.ts";
import { HTML_ADDRESS_RULES } from "./rules/addresses.ts";
import { HTML_SAFETY_RULES } from "./rules/safety.ts";
import { HTML_SYNTAX_RULES } from "./rules/syntax.ts";

/** Every rule for the HTML in a text, whatever the format. */
export const HTML_RULES: readonly HtmlRule[] = [...HTML_SYNTAX_RULES, ...HTML_SAFETY_RULES, ...HTML_ADDRESS_RULES];
