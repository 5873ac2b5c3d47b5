import { tzOffset } from "@date-fns/tz/tzOffset";
import { millisecondsInDay as DAY, millisecondsInMinute as MINUTE } from "date-fns/constants";
import { toRfc3339 } from "../../../../article/time.ts";

/** Which of two hours is meant, in the night in which one comes twice. */
export const HOURS = ["first", "second"] as const;
export type Hour = (typeof HOURS)[number];

/** What a wall clock's time is in a zone. */
export type ReadLocal =
  | { status: "time"; at: string }
  /** The clocks show it twice, and nobody said which is meant: at these times. */
  | { status: "twice"; at: [string, string] }
  | { status: "wrong"; detail: string };

/** As `<input type="datetime-local">` sends it. */
const LOCAL = /^(\d{4}-\d\d-\d\d)[T ](\d\d:\d\d)(?::(\d\d)(?:\.\d+)?)?$/;

/** An RFC 3339 time as the wall clocks of a zone show it, in the form of `<input type="datetime-local">`. */
export function localTime(at: string, zone: string): string {
  const moment = Date.parse(at);
  const shown = new Date(moment + aheadAt(zone, moment)).toISOString();
  return shown.slice(17, 19) === "00" ? shown.slice(0, 16) : shown.slice(0, 19);
}

/** Which of the two a time is, where the clocks of its zone show it twice. */
export function hourOf(at: string, zone: string): Hour | undefined {
  const moment = Date.parse(at);
  const [first, second] = momentsOf(moment + aheadAt(zone, moment), zone);
  if (first === undefined || second === undefined) return undefined;
  return moment < second ? "first" : "second";
}

/**
 * Reads what somebody means by the wall clocks of a zone. A time that they skip is none, and one that they show twice needs to be said
 * more exactly: neither is moved to another.
 */
export function readLocal(local: string, zone: string, hour?: string): ReadLocal {
  const [, day, clocks, seconds = "00"] = LOCAL.exec(local.trim()) ?? [];
  const written = `${day}T${clocks}:${seconds}`;
  const shown = Date.parse(`${written}Z`);
  // 30 February would be 2 March.
  if (Number.isNaN(shown) || !new Date(shown).toISOString().startsWith(written))
    return { status: "wrong", detail: "is not a date and a time of day" };
  const [first, second] = momentsOf(shown, zone);
  if (first === undefined) return { status: "wrong", detail: skipped(shown, zone) };
  if (second === undefined) return { status: "time", at: toRfc3339(first) };
  if (hour === "first" || hour === "second")
    return { status: "time", at: toRfc3339(hour === "first" ? first : second) };
  return { status: "twice", at: [toRfc3339(first), toRfc3339(second)] };
}

/** The moments at which the clocks of a zone show a time, which is given as if they were in Greenwich: none, one, or two. */
function momentsOf(shown: number, zone: string): number[] {
  const aheads = new Set([aheadAt(zone, shown - DAY), aheadAt(zone, shown + DAY)]);
  return [...aheads]
    .map((ahead) => ({ ahead, moment: shown - ahead }))
    .filter(({ ahead, moment }) => aheadAt(zone, moment) === ahead)
    .map(({ moment }) => moment)
    .sort((a, b) => a - b);
}

/** Why there is no such time: `is skipped in Europe/Berlin: at 02:00 the clocks go on to 03:00`. */
function skipped(shown: number, zone: string): string {
  const [before, after] = [aheadAt(zone, shown - DAY), aheadAt(zone, shown + DAY)];
  // The clocks change at some minute between what each of the two offsets makes of it.
  let change = shown - after;
  while (aheadAt(zone, change) === after) change -= MINUTE;
  while (aheadAt(zone, change) !== after) change += MINUTE;
  return `is skipped in ${zone}: at ${clock(change + before)} the clocks go on to ${clock(change + after)}`;
}

const clock = (shown: number): string => new Date(shown).toISOString().slice(11, 16);

/** How far the clocks of a zone are ahead of Greenwich, in words: `UTC+2`. */
export function offsetName(at: string, zone: string): string {
  const minutes = Math.round(aheadAt(zone, Date.parse(at)) / MINUTE);
  const rest = Math.abs(minutes) % 60;
  const hours = Math.trunc(Math.abs(minutes) / 60);
  return minutes === 0
    ? "UTC"
    : `UTC${minutes < 0 ? "−" : "+"}${hours}${rest === 0 ? "" : `:${String(rest).padStart(2, "0")}`}`;
}

/** Milliseconds. */
const aheadAt = (zone: string, moment: number): number => Math.round(tzOffset(zone, new Date(moment)) * MINUTE);
