import {
  millisecondsInDay as DAY,
  millisecondsInHour as HOUR,
  millisecondsInMinute as MINUTE,
} from "date-fns/constants";
import type { FC } from "hono/jsx";
import type { Site } from "../../../feed/definition.ts";
import { ownLanguage } from "./language.ts";

/** The units of times in words, the longest first. Each is used for what is at least one of it. Milliseconds. */
const UNITS: [Intl.RelativeTimeFormatUnit, number][] = [
  ["year", 365 * DAY],
  ["month", 30 * DAY],
  ["week", 7 * DAY],
  ["day", DAY],
  ["hour", HOUR],
  ["minute", MINUTE],
];

/** "3 hours ago", with the exact time for who points at it, and for machines. */
export const When: FC<{ site: Site; at: number; now: number }> = ({ site, at, now }) => (
  <time datetime={new Date(at).toISOString()} title={exactTime(site, at)}>
    {relativeTime(at, now)}
  </time>
);

/** "1 March 2026, 08:00 UTC", in the site's own spelling of dates, and for machines. */
export const Exactly: FC<{ site: Site; at: number }> = ({ site, at }) => (
  <time datetime={new Date(at).toISOString()}>{exactTime(site, at)}</time>
);

const IN_WORDS = new Intl.RelativeTimeFormat("en", { numeric: "auto" });

/**
 * How long ago a time was, in words: "3 hours ago". What lies ahead, by clocks that differ, is "just now".
 * Milliseconds.
 */
export function relativeTime(at: number, now: number): string {
  const passed = Math.max(0, now - at);
  const unit = UNITS.find(([, length]) => passed >= length);
  return unit ? IN_WORDS.format(-Math.floor(passed / unit[1]), unit[0]) : "just now";
}

/** How far ahead a time lies, in words: "in 3 hours". Milliseconds. */
export function untilTime(at: number, now: number): string {
  const unit = UNITS.find(([, length]) => at - now >= length);
  if (!unit) return "in less than a minute";
  return new Intl.RelativeTimeFormat("en").format(Math.floor((at - now) / unit[1]), unit[0]);
}

function exactTime(site: Site, at: number): string {
  const { day, time } = formatsOf(ownLanguage(site));
  return `${day.format(at)}, ${time.format(at)} UTC`;
}

/** Formats by language, kept: making one takes longer than all else on a page. */
const formats = new Map<string, { day: Intl.DateTimeFormat; time: Intl.DateTimeFormat }>();

function formatsOf(language: string) {
  const made = formats.get(language) ?? {
    day: new Intl.DateTimeFormat(language, { dateStyle: "long", timeZone: "UTC" }),
    time: new Intl.DateTimeFormat(language, { timeStyle: "short", timeZone: "UTC" }),
  };
  formats.set(language, made);
  return made;
}

/**
 * How often a feed changes, in words.
 *
 * @param changes when its stories last changed, the newest first, in milliseconds
 * @returns undefined where it has not changed twice yet
 */
export function rhythm(changes: number[]): string | undefined {
  const [newest, oldest] = [changes[0], changes.at(-1)];
  if (newest === undefined || oldest === undefined || changes.length < 2) return undefined;
  const interval = (newest - oldest) / (changes.length - 1);
  return RHYTHMS.find(([longest]) => interval < longest)?.[1] ?? "a few stories a year";
}

/** The words for a mean interval between changes that is shorter than so many milliseconds. */
const RHYTHMS: [number, string][] = [
  [2 * HOUR, "many stories a day"],
  [16 * HOUR, "several stories a day"],
  [1.5 * DAY, "about a story a day"],
  [5 * DAY, "a few stories a week"],
  [10 * DAY, "about a story a week"],
  [45 * DAY, "a few stories a month"],
];
