import { clip, type Form } from "./form.ts";

/** That there is something. */
export const NOT_BLANK: Form = {
  name: "not-blank",
  says: "not empty",
  severity: "warning",
  mend: "Say something in it, or leave it out where it is not required.",
  fault: (text) => (text === "" ? "it is empty" : undefined),
  good: "Harbour news",
  bad: "",
};

/** The same of what is no use without a text. */
export const FILLED: Form = { ...NOT_BLANK, name: "blank", severity: "error" };

/** Of ids: long enough that no other feed has the same. */
export const UNIQUE_ENOUGH: Form = {
  name: "unique-enough",
  says: "more than a small number, so that no other feed has the same",
  severity: "warning",
  mend: "Make it of a name that is yours: a tag URI, or the page's address.",
  fault: (text) => (/^\d{1,8}$/.test(text) ? `"${text}" is a number that other feeds have, too` : undefined),
  good: "tag:gazette.example,2026:42",
  bad: "42",
};

/** Whole numbers, separated by commas. */
export const INTEGERS: Form = {
  name: "integers",
  says: "whole numbers, separated by commas",
  mend: "Write numbers and commas only, as 177,155,105.",
  fault: (text) => (/^\d+(,\s*\d+)*$/.test(text) ? undefined : `"${clip(text)}" is not a list of whole numbers`),
  good: "177,155,105",
  bad: "many",
};

/** A label of PICS, which says for whom something is fit. */
export const PICS_LABEL: Form = {
  name: "pics",
  says: "a PICS label",
  severity: "advice",
  section: "PICS 1.1, Rating Services and Rating Systems",
  url: "https://www.w3.org/TR/REC-PICS-labels",
  mend: "Leave it out: no reader looks at it, and PICS is given up.",
  fault: (text) => (/^\(\s*PICS-1\.\d/i.test(text) ? undefined : `"${clip(text)}" is not a PICS label`),
  good: '(PICS-1.1 "http://www.classify.org/safesurf/" l r (SS~~000 1))',
  bad: "for all",
};
