export type Severity = "error" | "warning";

/** Something in a feed that a specification forbids, or that readers are known to stumble over. */
export interface Finding {
  /** The specification and its section. */
  rule: string;
  severity: Severity;
  /** As `item 3, line 40`. */
  where: string;
  message: string;
}

/** One check of a document, and the specification that asks for it. */
export interface ProofreadingRule<Sheet> {
  rule: string;
  severity: Severity;
  check: (sheet: Sheet) => Fault[];
}

/** A finding without the rule that it breaks, which whoever runs the rule adds. */
export type Fault = Pick<Finding, "where" | "message">;

/** What is wrong with a document by a list of rules, in the order of the rules. */
export const findings = <Sheet>(rules: ProofreadingRule<Sheet>[], sheet: Sheet): Finding[] =>
  rules.flatMap(({ rule, severity, check }) => check(sheet).map((fault) => ({ rule, severity, ...fault })));
