import { clip, type Form, oneOf } from "./form.ts";

/** One of a list of words, in capitals or not. */
export const oneOfAnyCase = (name: string, words: readonly string[], says?: string): Form => {
  const form = oneOf(name, words, says);
  const known = new Set(words.map((word) => word.toLowerCase()));
  return { ...form, fault: (text) => (known.has(text.toLowerCase()) ? undefined : form.fault(text)) };
};

export const TRUE_FALSE = oneOfAnyCase("true-false", ["true", "false"], "true or false");
export const YES_NO = oneOfAnyCase("yes-no", ["yes", "no"], "yes or no");

/** So many characters at most. */
export const noLongerThan = (most: number, severity: Form["severity"] = "warning"): Form => ({
  ...{ name: "length", severity, says: `no longer than ${most} characters` },
  mend: `Shorten it to ${most} characters.`,
  fault: (text) => {
    const length = text.length > most ? charactersOf(text) : 0;
    return length > most ? `it has ${length} characters, and ${most} at most are taken` : undefined;
  },
  ...{ good: "Boats", bad: "The boat. ".repeat(most / 10 + 1) },
});

/** A code of three capitals for a currency. */
export const CURRENCY: Form = {
  name: "currency",
  says: "a currency's code of three letters",
  section: "ISO 4217",
  mend: "Write the currency's code in capitals: EUR, GBP, USD.",
  fault: (text) => (/^[A-Z]{3}$/.test(text) ? undefined : `"${clip(text)}" is not a currency's code of three letters`),
  good: "EUR",
  bad: "euros",
};

/** As people count: a character may be two of JavaScript's. */
const charactersOf = (text: string): number => text.replace(/[\uDC00-\uDFFF]/g, "").length;
