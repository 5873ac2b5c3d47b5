import type { Severity } from "../../rule.ts";
import type { Sheet } from "../rule.ts";

/** What a text or an attribute has to look like. */
export interface Form {
  /** Ends the names of rules: `itunes/duration-seconds`. */
  name: string;
  /** What it is, to end a sentence: `a whole number`. */
  says: string;
  /** Error, unless it says otherwise. */
  severity?: Severity;
  /** Where the form itself is laid down, if not where the element is. */
  section?: string;
  url?: string;
  /** How to mend a text that has not this form. */
  mend: string;
  /** What readers are known to make of a text that has not this form. */
  readers?: string;
  /** What is wrong with a text, without white space around it; undefined where nothing is. */
  fault: (text: string, sheet?: Sheet) => string | undefined;
  good: string;
  bad: string;
}

/** One of a list of words, letter by letter. */
export const oneOf = (name: string, words: readonly string[], says = `one of ${words.join(", ")}`): Form => ({
  ...{ name, says, mend: `Write ${says}.` },
  fault: (text) => (words.includes(text) ? undefined : `"${clip(text)}" is none of ${words.join(", ")}`),
  ...{ good: words[0] ?? "", bad: "whatever" },
});

/** As much of a text as a message should repeat; of a character never one half. */
export const clip = (text: string): string =>
  (text.length > 100 ? `${text.slice(0, 100).replace(/[\uD800-\uDBFF]$/, "")}…` : text).toWellFormed();
