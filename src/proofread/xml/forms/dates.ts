import type { Sheet } from "../rule.ts";
import { calendarFault, instantOf822, instantOfIso, read822, weekdayOf } from "./calendar.ts";
import { clip, type Form } from "./form.ts";

const RFC_822_SECTION = { section: "RFC 822 §5", url: "https://www.rfc-editor.org/rfc/rfc822#section-5" };
const PROFILE_SECTION = {
  section: "RSS Best Practices Profile, datetime; RFC 2822 §3.3",
  url: "https://www.rssboard.org/rss-profile#data-types-datetime",
};
const MEND_822 = "Write it as Sat, 07 Sep 2024 00:00:01 GMT: day and month in English letters, a zone at the end.";

/** A date of RSS (RFC 822 §5, with the years of four digits that RSS 2.0 prefers), as far as anybody can read it. */
export const RFC_822: Form = {
  name: "rfc822",
  says: "a date of RFC 822",
  ...RFC_822_SECTION,
  mend: MEND_822,
  fault: (text) => {
    const date = read822(text);
    return date
      ? calendarFault(date, text)
      : `"${clip(text)}" is not an RFC 822 date, such as Sat, 07 Sep 2024 00:00:01 GMT`;
  },
  good: "Sat, 07 Sep 2024 00:00:01 GMT",
  bad: "2024-09-07T00:00:01Z",
};

/** Of a date that names its day of the week: that it is that day. */
export const RFC_822_WEEKDAY: Form = {
  name: "rfc822-weekday",
  says: "on the day of the week that it names",
  ...RFC_822_SECTION,
  mend: "Name the day of the week that the date has, or none.",
  fault: (text) => {
    const date = read822(text);
    // Of a year with two digits nobody knows the century; of one that nobody means, the day says no more.
    if (!date?.weekday || date.isShortYear || date.year <= 1900 || calendarFault(date, text)) return undefined;
    const right = weekdayOf(date);
    return right.toLowerCase() === date.weekday
      ? undefined
      : `"${clip(text)}" says ${text.slice(0, 3)}, and that day is a ${DAYS[right] ?? right}`;
  },
  good: "Sat, 07 Sep 2024 00:00:01 GMT",
  bad: "Mon, 07 Sep 2024 00:00:01 GMT",
};

const DAYS: Record<string, string> = {
  ...{
    Mon: "Monday",
    Tue: "Tuesday",
    Wed: "Wednesday",
    Thu: "Thursday",
    Fri: "Friday",
    Sat: "Saturday",
    Sun: "Sunday",
  },
};

/** The form that all readers take, of those that RFC 822 allows. */
export const RFC_822_PLAIN: Form = {
  name: "rfc822-plain",
  says: "a date as readers know it: a year of four digits, single blanks, a zone that is common",
  severity: "warning",
  ...PROFILE_SECTION,
  mend: "Write it as Sat, 07 Sep 2024 00:00:01 GMT, or with a zone as +0200.",
  fault: (text) => {
    const date = read822(text);
    if (!date || PLAIN.test(text)) return undefined;
    const why = date.isShortYear
      ? "the year has two digits"
      : date.hasComments
        ? "there are comments in it"
        : MILITARY.test(text)
          ? "its zone is a military one, whose meaning nobody can know (RFC 2822 §4.3)"
          : ODD_MINUTES.test(text)
            ? "its zone is no full or half hour"
            : "blanks or letters are not as usual";
    return `"${clip(text)}" is a date that some readers do not know: ${why}`;
  },
  good: "Sat, 07 Sep 2024 00:00:01 GMT",
  bad: "Sat, 07 Sep 24 00:00:01 GMT",
};

const PLAIN =
  /^(?:(?:Mon|Tue|Wed|Thu|Fri|Sat|Sun), )?\d\d? (?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec) \d{4} \d\d:\d\d(?::\d\d)? (?:[+-]\d\d[03]0|UT|GMT|EST|EDT|CST|CDT|MST|MDT|PST|PDT|Z)$/;
const MILITARY = /\s[a-y]$/i;
const ODD_MINUTES = /[+-]\d\d(?:[1245]\d|[03][1-9])$/;

/** A date of Atom and JSON Feed (RFC 3339 §5.6). */
export const RFC_3339: Form = {
  name: "rfc3339",
  says: "a date of RFC 3339",
  section: "RFC 3339 §5.6",
  url: "https://www.rfc-editor.org/rfc/rfc3339#section-5.6",
  mend: "Write it as 2024-09-07T00:00:01Z: date, a capital T, time with seconds, and a zone.",
  fault: (text) =>
    isoFault(
      text,
      /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(?:\.\d+)?(?:Z|[+-]\d\d:\d\d)$/,
      "an RFC 3339 date, such as 2024-09-07T00:00:01Z",
    ),
  good: "2024-09-07T00:00:01Z",
  bad: "Sat, 07 Sep 2024 00:00:01 GMT",
};

const ZONED = /^\d{4}(?:-\d\d(?:-\d\d(?:T\d\d:\d\d(?::\d\d(?:\.\d*)?)?(?:Z|[+-]\d\d:\d\d))?)?)?$/;
const UNZONED = /^\d{4}(?:-\d\d(?:-\d\d(?:T\d\d:\d\d(?::\d\d(?:\.\d*)?)?(?:Z|[+-]\d\d:\d\d)?)?)?)?$/;

/** A date of Dublin Core: a year, a month, a day, or a time with its zone. */
export const W3CDTF: Form = {
  name: "w3cdtf",
  says: "a date of W3CDTF",
  section: "W3C Note Date and Time Formats",
  url: "https://www.w3.org/TR/NOTE-datetime",
  mend: "Write a day, as 2024-09-07, or a time with its zone, as 2024-09-07T00:00:01Z.",
  fault: (text) => isoFault(text, ZONED, "a date of W3CDTF, such as 2024-09-07 or 2024-09-07T00:00:01Z"),
  good: "2024-09-07T00:00:01Z",
  bad: "yesterday",
};

/** A date of ISO 8601 in its extended form, of which a zone is not asked. */
export const ISO_8601: Form = {
  ...W3CDTF,
  name: "iso8601",
  says: "a date of ISO 8601",
  section: "ISO 8601",
  mend: "Write a day, as 2024-09-07, or a time, as 2024-09-07T00:00:01.",
  fault: (text) => isoFault(text, UNZONED, "a date of ISO 8601, such as 2024-09-07 or 2024-09-07T00:00:01"),
};

function isoFault(text: string, form: RegExp, known: string): string | undefined {
  if (!form.test(text)) return `"${clip(text)}" is not ${known}`;
  return instantOfIso(text) === undefined ? `"${clip(text)}" is no time that exists` : undefined;
}

const PLAUSIBLE = {
  name: "plausible",
  says: "a date that something was published on: after 1990, and not in the future",
  severity: "warning",
  mend: "Give the time at which it was published; keep what is for later out of the feed until then.",
  readers:
    "Readers that sort by date keep an entry of the future on top until its day comes; RSS 2.0 lets them leave it out until then.",
} as const;

/** Dates of RFC 822 that a document of now can have. */
export const PLAUSIBLE_822: Form = {
  ...PLAUSIBLE,
  fault: (text, sheet) => plausibleFault(text, instantOf822(text), sheet, 10 * 60_000),
  good: "Sat, 07 Sep 2024 00:00:01 GMT",
  bad: "Fri, 07 Sep 2125 00:00:01 GMT",
};

/** Dates of RFC 3339 and W3CDTF that a document of now can have. */
export const PLAUSIBLE_ISO: Form = {
  ...PLAUSIBLE,
  // A day without a zone begins up to half a day before ours.
  fault: (text, sheet) => plausibleFault(text, instantOfIso(text), sheet, 24 * 60 * 60_000),
  good: "2024-09-07T00:00:01Z",
  bad: "2125-09-07T00:00:01Z",
};

/** Before this there was no web. */
const FIRST = Date.UTC(1990, 0);
/** Who does not know what time it is knows at least that it is not yet this. */
const LAST = Date.UTC(2100, 0);

/** @param leeway how far clocks differ, in milliseconds */
function plausibleFault(text: string, instant: number | undefined, sheet: Sheet | undefined, leeway: number) {
  if (instant === undefined) return undefined;
  if (instant < FIRST) return `"${clip(text)}" is before 1990, when there were no feeds`;
  return instant > (sheet?.now ?? LAST) + leeway ? `"${clip(text)}" is in the future` : undefined;
}
