import type { Finding } from "../../../src/proofread/finding.ts";
import { proofread } from "../../../src/proofread/proofread.ts";
import type { ProofreadDocument } from "../../../src/proofread/report/proofread-document.ts";
import { RULES } from "../../../src/proofread/table.ts";

/** A rule of the table that is an error. */
export const RULE = "slash/comments-non-negative";

export const finding = (given: Partial<Finding> = {}): Finding => ({
  rule: RULE,
  severity: "error",
  where: "item 1 (line 10), <slash:comments>, line 14",
  message: 'the number of comments is "many"',
  line: 14,
  column: 7,
  ...given,
});

/** Every rule of the table in its failing example, a document each. */
export async function everyRule(): Promise<ProofreadDocument[]> {
  const texts = RULES.map(({ fails }) => (typeof fails === "string" ? fails : "text" in fails ? fails.text : ""));
  return Promise.all(texts.map(async (text, index) => ({ name: `examples/${index}.xml`, ...(await proofread(text)) })));
}
