import { toRfc3339 } from "../../article/time.ts";
import { plainDate } from "./plain-date.ts";
import { momentIn } from "./time-zones.ts";
import { takeClock } from "./written-clock.ts";
import { readDay } from "./written-day.ts";

export interface ReadTime {
  /** RFC 3339, in UTC. */
  at: string;
  /** `assumed`: it names a time of day and no zone, so it was taken to be in the one that was given. */
  zone: "own" | "assumed";
}

/**
 * A time as feeds, front matter and pages write it: RFC 822 with all that is wrong with it in the wild, ISO 8601, Unix seconds and
 * milliseconds, and what stands on pages for people in the languages of `date-names.ts`. What is written without a zone is in
 * `zone` (IANA), else in UTC. Null: no date; a year before 1000 or after 9998; `03/04/2024`, which may be two days.
 */
export function parseTime(text: string, zone = "UTC"): ReadTime | null {
  const line = plainDate(text);
  const since1970 = parseUnixTime(line);
  if (since1970 !== null) return { at: toRfc3339(since1970), zone: "own" };
  const { clock, zone: own, rest } = takeClock(line);
  const day = readDay(rest);
  if (!day || day.year < FIRST_YEAR || day.year > LAST_YEAR) return null;
  const { hour, minute, second, millisecond } = clock ?? { hour: 0, minute: 0, second: 0, millisecond: 0 };
  // A leap second is the next one; 24:00 is the next day (ISO 8601).
  if (hour > 24 || minute > 59 || second > 60) return null;
  const shown = Date.UTC(day.year, day.month - 1, day.day, hour, minute, second, millisecond);
  return { at: toRfc3339(momentIn(own ?? zone, shown)), zone: own === undefined && clock ? "assumed" : "own" };
}

/** The time alone, RFC 3339; null as `parseTime`. */
export const parseDate = (text: string, zone?: string): string | null => parseTime(text, zone)?.at ?? null;

/** So that no zone moves a time out of what RFC 3339 can write in four digits. */
const [FIRST_YEAR, LAST_YEAR] = [1000, 9998];

/** From 1973 on in seconds, from 2001 on in milliseconds: shorter numbers are years or days. */
const parseUnixTime = (line: string): number | null => {
  if (/^\d{9,10}(\.\d+)?$/.test(line)) return Math.round(Number(line) * 1000);
  return /^\d{13}$/.test(line) ? Number(line) : null;
};
