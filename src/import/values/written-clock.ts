import { parseZone, type Zone } from "./time-zones.ts";

/** A time of day; what is not written is 0. */
export interface Clock {
  hour: number;
  minute: number;
  second: number;
  millisecond: number;
}

/** What a line says of the time of day, and the rest of it, which says the day. */
export interface TakenClock {
  clock?: Clock;
  zone?: Zone;
  rest: string;
}

const BEFORE = "(?:(?<first>午前|上午|오전)|(?<second>午後|下午|오후))?\\s*";
const AFTER = "\\s*(?:(?<half>[ap])\\.? ?m(?!\\p{L})\\.?|(?:uhr|uur|hrs?|h|ч)(?!\\p{L})\\.?)?";
const CLOCKS = [
  "(?<![\\d:.+-])(?<hour>\\d{1,2}):(?<minute>\\d{1,2})(?::(?<second_>\\d{1,2})(?:[.,](?<fraction>\\d+)|:00)?)?(?!:?\\d)",
  "(?<![\\d:.+-])(?<hour>\\d{1,2}) ?h ?(?<minute>\\d{2})(?![\\d\\p{L}])",
  // A dot parts days, too: only behind the year is it a time.
  "(?<=\\d{4}\\D{0,12}\\s)(?<hour>\\d{1,2})\\.(?<minute>\\d{2})(?:\\.(?<second_>\\d{2}))?(?![.\\d])",
  "(?<=\\d{4} )(?<hour>\\d{1,2})(?= [+-]\\d{4}(?!\\d))",
  "(?<![\\d:.+-])(?<hour>\\d{1,2})(?= ?(?:[ap]\\.? ?m|uhr|uur|h)(?!\\p{L}))",
].map((clock) => new RegExp(`${BEFORE}${clock}${AFTER}`, "iu"));

/** Takes the time of day, and the zone that stands behind it or at the line's end, out of a line. */
export function takeClock(line: string): TakenClock {
  for (const pattern of CLOCKS) {
    const match = pattern.exec(line);
    if (!match) continue;
    const clock = clockOf(match.groups ?? {});
    const behind = takeZone(line.slice(match.index + match[0].length));
    const rest = `${line.slice(0, match.index)} ${behind.rest}`;
    return behind.zone === undefined ? { clock, ...takeLastZone(rest) } : { clock, zone: behind.zone, rest };
  }
  return takeLastZone(line);
}

/** `26 Sep 2022 GMT`, `10:15 26.9.2022 -0700`. */
function takeLastZone(line: string): { zone?: Zone; rest: string } {
  const [written = ""] = /(?: [a-z]{1,5}|z| ?[+-]\d{2}:\d{2}| [+-]\d{4})\s*$/i.exec(line) ?? [];
  const zone = parseZone(written.trim());
  return zone === null ? { rest: line } : { zone, rest: line.slice(0, line.length - written.length) };
}

function clockOf(groups: Record<string, string | undefined>): Clock {
  const { hour = "", minute = "00", second_: second, fraction = "" } = groups;
  const half = groups.first ? "a" : groups.second ? "p" : groups.half?.toLowerCase();
  return {
    hour: hour24(Number(hour), half),
    minute: Number(minute),
    second: Number(second ?? 0),
    millisecond: Number(fraction.slice(0, 3).padEnd(3, "0")),
  };
}

const hour24 = (hour: number, half: string | undefined): number =>
  half === undefined || hour > 12 ? hour : (hour % 12) + (half === "p" ? 12 : 0);

const ZONE = /^[\s:,]*(?:-?([+-]\d{1,2}(?::?\d{2})?(?::00)?(?!\d))|([a-z]+(?:\/[a-z_+-]+\d*)*)|[([]([^)\]]*)[)\]])/i;

/** `+00:00` whose plus was a space in an address. */
const LOST_PLUS = /^ ?00(?::?00)?\s*$/;

/**
 * A zone, however often it is said: `GMT+0200 (Central European Summer Time)`, `+0200 CEST`, `+02:00[Europe/Berlin]`. An offset
 * counts before a name, which may stand for several.
 */
function takeZone(text: string): { zone?: Zone; rest: string } {
  if (LOST_PLUS.test(text)) return { zone: 0, rest: "" };
  let [rest, zone]: [string, Zone | undefined] = [text, undefined];
  for (let match = ZONE.exec(rest); match; match = ZONE.exec(rest)) {
    const [whole, offset, name, comment] = match;
    const parsed = parseZone(offset?.replace(/:00(?=$)(?<=:\d\d:00)/, "") ?? name ?? comment ?? "");
    if (name !== undefined && parsed === null) break;
    zone = (offset === undefined ? zone : undefined) ?? parsed ?? zone;
    rest = rest.slice(whole.length);
  }
  return { zone, rest };
}
