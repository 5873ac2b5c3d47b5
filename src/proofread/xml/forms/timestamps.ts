import { instantOfIso } from "./calendar.ts";
import { clip, type Form } from "./form.ts";

const TIME = /^\d{4}-\d\d-\d\dT(?:[01]\d|2[0-3]):[0-5]\d(?::[0-5]\d|:60)?(?:[.,]\d+)?(?:Z|[+-]\d\d(?::?\d\d)?)?$/;

/** A time of ISO 8601, in its long form. */
export const TIMESTAMP: Form = {
  name: "iso8601",
  says: "a time of ISO 8601",
  section: "ISO 8601",
  mend: "Write it as 2026-03-13T06:00:00Z.",
  fault: (text) =>
    TIME.test(text) ? dayFault(text) : `"${clip(text)}" is no time of ISO 8601, such as 2026-03-13T06:00:00Z`,
  good: "2026-03-13T06:00:00Z",
  bad: "Friday at six",
};

/** A day, or a time, of ISO 8601. */
export const DAY_OR_TIMESTAMP: Form = {
  ...TIMESTAMP,
  says: "a day or a time of ISO 8601",
  mend: "Write it as 2026-03-13, or as 2026-03-13T06:00:00Z.",
  fault: (text) => (/^\d{4}-\d\d-\d\d$/.test(text) ? dayFault(text) : TIMESTAMP.fault(text)),
};

/** The day of a text that begins with one, as 2026-03-13, may be none of the calendar's. */
const dayFault = (text: string): string | undefined =>
  instantOfIso(text.slice(0, "2026-03-13".length)) === undefined ? `"${clip(text)}" is no time that exists` : undefined;
