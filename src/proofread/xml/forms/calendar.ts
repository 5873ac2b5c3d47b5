import { clip } from "./form.ts";

/** What a date of RFC 822 says. */
interface Date822 {
  /** `sat`, in lower case, where one is named. */
  weekday?: string;
  year: number;
  /** The year was written with two digits. */
  isShortYear: boolean;
  /** January is 0. */
  month: number;
  day: number;
  hour: number;
  minute: number;
  second: number;
  /** Minutes before UTC. */
  offset: number;
  hasComments: boolean;
}

const WEEKDAYS = ["Sun", "Mon", "Tue", "Wed", "Thu", "Fri", "Sat"];
const MONTHS = "jan feb mar apr may jun jul aug sep oct nov dec".split(" ");
/** Hours before UTC (RFC 822 §5.1). Military zones count as UTC (RFC 2822 §4.3). */
const ZONES: Record<string, number> = { est: 5, edt: 4, cst: 6, cdt: 5, mst: 7, mdt: 6, pst: 8, pdt: 7 };
/** Far beyond any date, comments in it included. */
const MAX_DATE = 200;

const FORM =
  /^(?:(mon|tue|wed|thu|fri|sat|sun)\s*,\s*)?(\d\d?)\s+(jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)\s+(\d\d(?:\d\d)?)\s+(\d\d):(\d\d)(?::(\d\d))?\s+([+-]\d{4}|ut|gmt|est|edt|cst|cdt|mst|mdt|pst|pdt|[a-ik-z])$/;

/** Reads a date as RFC 822 §5 has it, with all that it allows (§3.4): comments, blanks, either case. */
export function read822(text: string): Date822 | undefined {
  if (text.length > MAX_DATE) return undefined;
  const plain = withoutComments(text).trim().toLowerCase();
  const [, weekday, day, month, year = "", hour, minute, second, zone = ""] = FORM.exec(plain) ?? [];
  if (!day) return undefined;
  const isShortYear = year.length === 2;
  return {
    weekday,
    isShortYear,
    // RFC 2822 §4.3.
    year: Number(year) + (isShortYear ? (Number(year) < 50 ? 2000 : 1900) : 0),
    month: MONTHS.indexOf(month ?? ""),
    day: Number(day),
    hour: Number(hour),
    minute: Number(minute),
    second: Number(second ?? 0),
    offset: offsetOf(zone),
    hasComments: text.includes("("),
  };
}

function offsetOf(zone: string): number {
  const [, sign, hours, minutes] = /^([+-])(\d\d)(\d\d)$/.exec(zone) ?? [];
  if (!sign) return (ZONES[zone] ?? 0) * 60;
  return (Number(hours) * 60 + Number(minutes)) * (sign === "+" ? -1 : 1);
}

/** Comments stand in parentheses and nest, a backslash quotes (RFC 822 §3.3). */
function withoutComments(text: string): string {
  let plain = "";
  let depth = 0;
  for (let at = 0; at < text.length; at += 1) {
    const character = text.charAt(at);
    if (character === "\\") at += 1;
    else if (character === "(") {
      depth += 1;
      plain += " ";
    } else if (character === ")" && depth > 0) depth -= 1;
    else if (depth === 0) plain += character;
  }
  return plain;
}

/** What is wrong with a date that is written as it should be. */
export function calendarFault({ year, month, day, hour, minute, second }: Date822, text: string): string | undefined {
  if (midnightOf(year, month, day).getUTCDate() !== day)
    return `"${clip(text)}" names a day that its month does not have`;
  return hour < 24 && minute < 60 && second <= 60 ? undefined : `"${clip(text)}" names a time that no day has`;
}

/** `Date.UTC` takes the years from 0 to 99 for those of the 20th century. */
function midnightOf(year: number, month: number, day: number): Date {
  const midnight = new Date(0);
  midnight.setUTCFullYear(year, month, day);
  return midnight;
}

/** The day of the week of a date, as `Sat`. */
export const weekdayOf = ({ year, month, day }: Date822): string =>
  WEEKDAYS[midnightOf(year, month, day).getUTCDay()] ?? "";

/** When a date of RFC 822 is, in milliseconds. */
export function instantOf822(text: string): number | undefined {
  const date = read822(text);
  if (!date || calendarFault(date, text)) return undefined;
  const minutes = date.hour * 60 + date.minute + date.offset;
  return midnightOf(date.year, date.month, date.day).getTime() + (minutes * 60 + date.second) * 1000;
}

const ISO = /^(\d{4})(?:-(\d\d)(?:-(\d\d)(?:T(\d\d):(\d\d)(?::(\d\d)(?:\.\d*)?)?(?:Z|([+-])(\d\d):(\d\d))?)?)?)?$/;

/** When a date of ISO 8601 is, in milliseconds; without a zone, in UTC. Undefined where there is no such time. */
export function instantOfIso(text: string): number | undefined {
  const [, year, month = "01", day = "01", hour = "0", minute = "0", second = "0", sign, hours, minutes] =
    ISO.exec(text) ?? [];
  if (!year || Number(month) < 1 || Number(month) > 12) return undefined;
  const midnight = midnightOf(Number(year), Number(month) - 1, Number(day));
  if (midnight.getUTCDate() !== Number(day)) return undefined;
  if (Number(hour) > 23 || Number(minute) > 59 || Number(second) > 60) return undefined;
  if (Number(hours ?? 0) > 23 || Number(minutes ?? 0) > 59) return undefined;
  const offset = (Number(hours ?? 0) * 60 + Number(minutes ?? 0)) * (sign === "-" ? 1 : -1);
  return midnight.getTime() + ((Number(hour) * 60 + Number(minute) + (sign ? offset : 0)) * 60 + Number(second)) * 1000;
}
