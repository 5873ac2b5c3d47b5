import type { Severity } from "../../../../src/proofread/rule.ts";

/** A sentence of JSON Feed 1.1, or the part of it that asks for something, and the rules that hold documents to it. */
export interface SpecificationLine {
  /** As it stands there. */
  quote: string;
  /** How strongly: an `error` must not be, a `warning` should not be, and `advice` is what may be done better. */
  asks: Severity;
  /** By severity, names of rules with blanks between them. */
  rules: Partial<Record<Severity, string>>;
  /** Why no rule has the severity that is asked for, or why there is none at all. */
  why?: string;
}

/** A line whose rules have the severity that it asks for. */
export const must = (quote: string, error: string): SpecificationLine => ({ quote, asks: "error", rules: { error } });
export const should = (quote: string, warning: string): SpecificationLine => ({
  quote,
  asks: "warning",
  rules: { warning },
});
/** A line whose rules have another severity than it asks for. */
export const otherwise = (
  asks: Severity,
  quote: string,
  rules: SpecificationLine["rules"],
  why: string,
): SpecificationLine => ({
  ...{ quote, asks, rules, why },
});
/** What documents do not show. */
export const unseen = (asks: Severity, quote: string, why: string): SpecificationLine =>
  otherwise(asks, quote, {}, why);
