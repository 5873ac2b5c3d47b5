import type { RuleFormat } from "../../../rule.ts";

/** Documents of Atom. */
export const ATOM_FORMATS: readonly RuleFormat[] = ["atom", "entry"];

/** Documents that have elements of Atom: its own, and RSS. */
export const WITHIN_ANY: readonly RuleFormat[] = ["atom", "entry", "rss", "rdf"];
