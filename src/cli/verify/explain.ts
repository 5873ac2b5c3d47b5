import { explainRule, listRules, rulesNamed, rulesNear } from "../../proofread/report/explain.ts";
import { RULES } from "../../proofread/table.ts";
import { printable } from "../printable.ts";

/** What is printed of rules, or which of the names is no rule's. */
export type Explained = { status: "explained"; text: string } | { status: "unknown"; problem: string };

/** @param names of rules, each explained, or of groups of rules, each listed; none: all rules are listed */
export function explain(names: string[]): Explained {
  if (names.length === 0) return { status: "explained", text: listRules(RULES) };
  const found = names.map((name) => ({ name, rules: rulesNamed(name, RULES) }));
  const unknown = found.find(({ rules }) => rules.length === 0);
  if (unknown) return { status: "unknown", problem: problemOf(unknown.name) };
  const texts = found.map(({ name, rules }) =>
    rules.some((rule) => rule.name === name) ? rules.map(explainRule).join("\n\n") : listRules(rules),
  );
  return { status: "explained", text: texts.join("\n\n") };
}

function problemOf(name: string): string {
  const near = rulesNear(name, RULES);
  const hint = near.length > 0 ? `did you mean ${near.join(", ")}?` : "`--explain` alone lists all";
  return printable(`there is no rule ${name}: ${hint}`);
}
