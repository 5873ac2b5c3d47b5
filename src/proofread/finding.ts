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

/** One check, with the words that ask for it. */
export interface ProofreadingRule<Sheet> {
  rule: string;
  severity: Severity;
  check: (sheet: Sheet) => Fault[];
}

export type Fault = Pick<Finding, "where" | "message">;

export const findings = <Sheet>(rules: ProofreadingRule<Sheet>[], sheet: Sheet): Finding[] =>
  rules.flatMap(({ rule, severity, check }) => check(sheet).map((fault) => ({ rule, severity, ...fault })));
