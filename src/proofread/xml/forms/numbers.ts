import { clip, type Form } from "./form.ts";

const number = (name: string, says: string, form: RegExp, good: string, bad: string): Form => ({
  ...{ name, says, good, bad, mend: `Write ${says}, in digits.` },
  fault: (text) => (form.test(text) ? undefined : `"${clip(text)}" is not ${says}`),
});

export const INTEGER = number("integer", "a whole number", /^[+-]?\d+$/, "-3", "three");
export const NON_NEGATIVE = number("non-negative", "a whole number that is not negative", /^\+?\d+$/, "3", "-3");
export const POSITIVE = number("positive", "a whole number above zero", /^\+?0*[1-9]\d*$/, "3", "0");
export const DECIMAL = number("decimal", "a number", /^[+-]?(\d+(\.\d*)?|\.\d+)$/, "2.5", "two and a half");
