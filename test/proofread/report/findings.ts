import type { Finding } from "../../../src/proofread/finding.ts";
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

/** A document that breaks every rule of the table. */
export const everyRule = (): ProofreadDocument => ({
  name: "everything.xml",
  findings: RULES.map(({ name, severity }, index) => finding({ rule: name, severity, line: index + 1 })),
});
