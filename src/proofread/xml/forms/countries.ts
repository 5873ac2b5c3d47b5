import { clip, type Form } from "./form.ts";

const REGIONS = new Intl.DisplayNames("en", { type: "region", fallback: "none" });

/** A country's code of two letters, as `GB`. */
export const COUNTRY: Form = {
  name: "country",
  says: "a country's code of two letters",
  section: "ISO 3166-1",
  mend: "Write the country's code of two letters: DE, GB, US.",
  fault: (text) =>
    /^[A-Za-z]{2}$/.test(text) && isRegion(text.toUpperCase())
      ? undefined
      : `"${clip(text)}" is not the code of a country`,
  good: "GB",
  bad: "England",
};

/** Countries with blanks between them. */
export const COUNTRIES: Form = {
  ...COUNTRY,
  says: "made of countries’ codes of two letters",
  fault: (text) => {
    const wrong = text.split(/\s+/).find((code) => COUNTRY.fault(code) !== undefined);
    return wrong === undefined ? undefined : COUNTRY.fault(wrong);
  },
  good: "de gb",
};

/** What was asked before: there are 676 codes at most, and a feed may name the same ones ten thousand times. */
const ASKED = new Map<string, boolean>();

function isRegion(code: string): boolean {
  const known = ASKED.get(code) ?? REGIONS.of(code) !== undefined;
  ASKED.set(code, known);
  return known;
}
