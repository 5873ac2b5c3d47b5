import { clip, type Form } from "./form.ts";

/** A time of ISO 8601, in its long form. */
export const TIMESTAMP: Form = {
  name: "iso8601",
  says: "a time of ISO 8601",
  section: "ISO 8601",
  mend: "Write it as 2026-03-13T06:00:00Z.",
  fault: (text) =>
    /^\d{4}-(?:0[1-9]|1[0-2])-(?:0[1-9]|[12]\d|3[01])T(?:[01]\d|2[0-4]):[0-5]\d(?::[0-5]\d|:60)?(?:[.,]\d+)?(?:Z|[+-]\d\d(?::?\d\d)?)?$/.test(
      text,
    )
      ? undefined
      : `"${clip(text)}" is no time of ISO 8601, such as 2026-03-13T06:00:00Z`,
  good: "2026-03-13T06:00:00Z",
  bad: "Friday at six",
};

/** A day, or a time, of ISO 8601. */
export const DAY_OR_TIMESTAMP: Form = {
  ...TIMESTAMP,
  says: "a day or a time of ISO 8601",
  mend: "Write it as 2026-03-13, or as 2026-03-13T06:00:00Z.",
  fault: (text) => (/^\d{4}-\d\d-\d\d$/.test(text) ? undefined : TIMESTAMP.fault(text)),
};
