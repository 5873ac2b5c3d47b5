import { millisecondsInDay, millisecondsInHour, millisecondsInMinute, millisecondsInSecond } from "date-fns/constants";
import { counted } from "../../../article/counted.ts";

const UNITS: Record<string, number> = {
  s: millisecondsInSecond,
  m: millisecondsInMinute,
  h: millisecondsInHour,
  d: millisecondsInDay,
};

/** Milliseconds of a time as it is typed, `30s`, `10m`, `2h`, `1d`; undefined where it is none. */
export function durationOf(text: string): number | undefined {
  const [, number, unit = ""] = /^(\d{1,6})([smhd])$/.exec(text) ?? [];
  const milliseconds = UNITS[unit];
  return milliseconds === undefined ? undefined : Number(number) * milliseconds;
}

/** A time for people: `30 seconds`, `1 minute`, `2 hours`. */
export function durationText(milliseconds: number): string {
  const [, name, of] = NAMES.find(([atLeast]) => milliseconds >= atLeast) ?? NAMES[2];
  const count = Math.round(milliseconds / of);
  return counted(count, name);
}

/** From which time on which unit is used: no number is so large that nobody can think of it. */
const NAMES = [
  [2 * millisecondsInHour, "hour", millisecondsInHour],
  [2 * millisecondsInMinute, "minute", millisecondsInMinute],
  [0, "second", millisecondsInSecond],
] as const;
