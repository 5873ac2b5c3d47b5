import { toRfc3339 } from "../../article/time.ts";

/** RFC 822 §5.1 and the zones that newsrooms write: hours from Greenwich. */
const ZONES: Record<string, number> = {
  Z: 0,
  UT: 0,
  UTC: 0,
  GMT: 0,
  WET: 0,
  BST: 1,
  IST: 5.5,
  CET: 1,
  MEZ: 1,
  WEST: 1,
  CEST: 2,
  MESZ: 2,
  EET: 2,
  EEST: 3,
  MSK: 3,
  EST: -5,
  EDT: -4,
  CST: -6,
  CDT: -5,
  MST: -7,
  MDT: -6,
  PST: -8,
  PDT: -7,
  AKST: -9,
  AKDT: -8,
  HST: -10,
  NST: -3.5,
  NDT: -2.5,
  AST: -4,
  ADT: -3,
  JST: 9,
  KST: 9,
  HKT: 8,
  SGT: 8,
  AEST: 10,
  AEDT: 11,
  ACST: 9.5,
  ACDT: 10.5,
  AWST: 8,
  NZST: 12,
  NZDT: 13,
};

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
/** C's asctime, the year last. */
const ASCTIME = new RegExp(`^${MONTH}\\s+(\\d{1,2})\\s+${CLOCK}\\s*${ZONE}\\s+(\\d{4})$`, "i");
const WEEKDAY = /^\s*(?:mon|tue|wed|thu|fri|sat|sun)[a-z]*\.?\s*,?\s+/i;

/**
 * A date as feeds write it, in RFC 3339 and UTC: RFC 822 with all that is wrong with it in the wild, ISO 8601 with or
 * without a zone, and what stands on pages for people. No zone means UTC. Null: not a date.
 */
export function parseDate(text: string): string | null {
  const line = text.replace(/\s+/g, " ").trim().slice(0, 100);
  const plain = line.replace(WEEKDAY, "");
  const parts = iso(plain) ?? dayFirst(plain) ?? monthFirst(plain) ?? asctime(plain);
  return parts && toTime(parts);
}

interface Parts {
  year: number;
  /** From 0. */
  month: number;
  day: number;
  hour: string | undefined;
  minute: string | undefined;
  second: string | undefined;
  fraction: string | undefined;
  half: string | undefined;
  /** As it is written. */
  zone: string | undefined;
}

function iso(text: string): Parts | null {
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

function dayFirst(text: string): Parts | null {
  const match = DAY_FIRST.exec(text);
  return (
    match && { year: century(match[3] ?? ""), month: month(match[2]), day: Number(match[1]), ...clock(match.slice(4)) }
  );
}

function monthFirst(text: string): Parts | null {
  const match = MONTH_FIRST.exec(text);
  return match && { year: Number(match[3]), month: month(match[1]), day: Number(match[2]), ...clock(match.slice(4)) };
}

function asctime(text: string): Parts | null {
  const match = ASCTIME.exec(text);
  return (
    match && { year: Number(match.at(-1)), month: month(match[1]), day: Number(match[2]), ...clock(match.slice(3)) }
  );
}

/** The groups of CLOCK and ZONE. `GMT+0300` means +03:00. */
function clock([hour, minute, second, fraction, half, zone, sign, hours, minutes]: (string | undefined)[]): Omit<
  Parts,
  "year" | "month" | "day"
> {
  return { hour, minute, second, fraction, half, zone: sign ? `${sign}${hours}:${minutes}` : zone };
}

function toTime(parts: Parts): string | null {
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

function zoneMinutes(zone: string | undefined): number | null {
  if (zone === undefined || zone === "") return 0;
  const match = /^([+-])(\d{1,2}):?(\d{2})?$/.exec(zone);
  if (!match) return Object.hasOwn(ZONES, zone.toUpperCase()) ? (ZONES[zone.toUpperCase()] ?? 0) * 60 : null;
  const minutes = Number(match[2]) * 60 + Number(match[3] ?? 0);
  return match[1] === "-" ? -minutes : minutes;
}

function hour24(hour: number, half: string | undefined): number {
  if (half === undefined) return hour;
  return (hour % 12) + (/^p/i.test(half) ? 12 : 0);
}

const month = (name = ""): number => MONTHS.indexOf(name.slice(0, 3).toLowerCase());

/** RFC 5322 §4.3: two digits from 00 to 49 are 20xx. */
const century = (year: string): number =>
  year.length > 2 ? Number(year) : Number(year) + (Number(year) < 50 ? 2000 : 1900);
