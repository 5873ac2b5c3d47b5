import { toRfc3339 } from "../../article/time.ts";
import { zoneMinutes } from "./time-zones.ts";

const MONTHS = ["jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec"];
const MONTH =
  "(jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?)\\.?";
const CLOCK = "(\\d{1,2})[:.](\\d{2})(?:[:.](\\d{2})(?:[.,](\\d+))?)?\\s*([ap]\\.?m\\.?)?";
const ZONE = "\\(?([+-]\\d{1,2}:?\\d{2}|[+-]\\d{1,2}|[a-z]{1,5})?(?:([+-])(\\d{1,2}):?(\\d{2}))?\\)?";
const SEPARATOR = "(?:\\s+|\\s*,\\s*|\\s+at\\s+|\\s*[–—|-]\\s+)";
const ISO =
  /^([+-]?\d{4,6})-(\d{1,2})(?:-(\d{1,2}))?(?:[T\s]+(\d{1,2}):(\d{2})(?::(\d{2})(?:[.,](\d+))?)?\s*(Z|[a-z]{2,5}|[+-]\d{1,2}(?::?\d{2})?)?)?$/i;
const DAY_FIRST = new RegExp(
  `^(\\d{1,2})(?:st|nd|rd|th)?[\\s.-]+${MONTH}[\\s,.-]+(\\d{2,4})(?:${SEPARATOR}${CLOCK}\\s*${ZONE})?$`,
  "i",
);
const MONTH_FIRST = new RegExp(
  `^${MONTH}\\s+(\\d{1,2})(?:st|nd|rd|th)?,?\\s+(\\d{4})(?:${SEPARATOR}${CLOCK}\\s*${ZONE})?$`,
  "i",
);
/** As the `asctime` of C and the `date` command write it: `Mar 3 10:15:00 2026`, the zone, if any, before the year. */
const ASCTIME = new RegExp(`^${MONTH}\\s+(\\d{1,2})\\s+${CLOCK}\\s*${ZONE}\\s+(\\d{4})$`, "i");
const WEEKDAY = /^\s*(?:mon|tue|wed|thu|fri|sat|sun)[a-z]*\.?\s*,?\s+/i;

/** No way to write a date is longer; a longer text is cut here, so that it costs no more to look at. */
const LONGEST_DATE = 100;

/**
 * A date as feeds write it, in RFC 3339 and UTC: RFC 822 with all that is wrong with it in the wild, ISO 8601 with or
 * without a zone, and what stands on pages for people. No zone means UTC. Null: not a date, or a year before 1000 or
 * after 9998.
 */
export function parseDate(text: string): string | null {
  const line = text.replace(/\s+/g, " ").trim().slice(0, LONGEST_DATE);
  const plain = line.replace(WEEKDAY, "");
  const parts = parseIso(plain) ?? parseDayFirst(plain) ?? parseMonthFirst(plain) ?? parseAsctime(plain);
  return parts && toUtc(parts);
}

interface DateParts {
  year: number;
  /** From 0. */
  month: number;
  day: number;
  hour: string | undefined;
  minute: string | undefined;
  second: string | undefined;
  fraction: string | undefined;
  /** `am` or `pm`, as it is written. */
  half: string | undefined;
  /** As it is written. */
  zone: string | undefined;
}

function parseIso(text: string): DateParts | null {
  const match = ISO.exec(text);
  if (!match) return null;
  const [, year, month, day, hour, minute, second, fraction, zone] = match;
  return {
    year: Number(year),
    month: Number(month) - 1,
    day: Number(day ?? 1),
    hour,
    minute,
    second,
    fraction,
    half: undefined,
    zone,
  };
}

function parseDayFirst(text: string): DateParts | null {
  const match = DAY_FIRST.exec(text);
  return (
    match && {
      year: fullYear(match[3] ?? ""),
      month: monthFromZero(match[2]),
      day: Number(match[1]),
      ...clockParts(match.slice(4)),
    }
  );
}

function parseMonthFirst(text: string): DateParts | null {
  const match = MONTH_FIRST.exec(text);
  return (
    match && {
      year: Number(match[3]),
      month: monthFromZero(match[1]),
      day: Number(match[2]),
      ...clockParts(match.slice(4)),
    }
  );
}

function parseAsctime(text: string): DateParts | null {
  const match = ASCTIME.exec(text);
  return (
    match && {
      year: Number(match.at(-1)),
      month: monthFromZero(match[1]),
      day: Number(match[2]),
      ...clockParts(match.slice(3)),
    }
  );
}

/** What the groups of CLOCK and ZONE matched, in their order. `GMT+0300` means +03:00. */
function clockParts([hour, minute, second, fraction, half, zone, sign, hours, minutes]: (string | undefined)[]): Omit<
  DateParts,
  "year" | "month" | "day"
> {
  return { hour, minute, second, fraction, half, zone: sign ? `${sign}${hours}:${minutes}` : zone };
}

function toUtc(parts: DateParts): string | null {
  const offset = zoneMinutes(parts.zone);
  const hour = hour24(Number(parts.hour ?? 0), parts.half);
  const minute = Number(parts.minute ?? 0);
  // A leap second is the next one; 24:00 is the next day (ISO 8601).
  const second = Number(parts.second ?? 0);
  if (offset === null || parts.month < 0 || parts.month > 11 || hour > 24 || minute > 59 || second > 60) return null;
  const days = new Date(Date.UTC(parts.year, parts.month + 1, 0)).getUTCDate();
  if (parts.day < 1 || parts.day > days) return null;
  const milliseconds = Number((parts.fraction ?? "0").slice(0, 3).padEnd(3, "0"));
  const time = Date.UTC(parts.year, parts.month, parts.day, hour, minute, second, milliseconds) - offset * 60_000;
  return parts.year < 1000 || parts.year > 9998 ? null : toRfc3339(time);
}

function hour24(hour: number, half: string | undefined): number {
  if (half === undefined) return hour;
  return (hour % 12) + (/^p/i.test(half) ? 12 : 0);
}

const monthFromZero = (name = ""): number => MONTHS.indexOf(name.slice(0, 3).toLowerCase());

/** RFC 5322 §4.3: two digits from 00 to 49 are 20xx. */
const fullYear = (year: string): number =>
  year.length > 2 ? Number(year) : Number(year) + (Number(year) < 50 ? 2000 : 1900);
