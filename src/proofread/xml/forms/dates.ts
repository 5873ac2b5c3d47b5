import { rfc822Fault, rfc3339Fault } from "../../formats.ts";
import type { Form } from "./form.ts";

/** A date of RSS (RFC 822 §5, with the years of four digits that RSS 2.0 prefers). */
export const RFC_822: Form = {
  name: "rfc822",
  says: "a date of RFC 822",
  section: "RFC 822 §5",
  url: "https://www.rfc-editor.org/rfc/rfc822#section-5",
  mend: "Write it as Sat, 07 Sep 2024 00:00:01 GMT: day and month in English letters, a zone at the end.",
  fault: rfc822Fault,
  good: "Sat, 07 Sep 2024 00:00:01 GMT",
  bad: "2024-09-07T00:00:01Z",
};

/** A date of Atom and JSON Feed (RFC 3339 §5.6). */
export const RFC_3339: Form = {
  name: "rfc3339",
  says: "a date of RFC 3339",
  section: "RFC 3339 §5.6",
  url: "https://www.rfc-editor.org/rfc/rfc3339#section-5.6",
  mend: "Write it as 2024-09-07T00:00:01Z: date, a capital T, time with seconds, and a zone.",
  fault: rfc3339Fault,
  good: "2024-09-07T00:00:01Z",
  bad: "Sat, 07 Sep 2024 00:00:01 GMT",
};
