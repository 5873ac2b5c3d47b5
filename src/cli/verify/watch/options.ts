import { millisecondsInDay, millisecondsInMinute, millisecondsInSecond } from "date-fns/constants";
import { inputOf } from "../input.ts";
import { durationOf, durationText } from "./duration.ts";

/** Milliseconds. Who polls oftener is refused by many servers, and rightly: what changes in less is seen at the next poll. */
const LEAST_EVERY = 10 * millisecondsInSecond;

/** Milliseconds: a process that somebody looks after. */
const LONGEST_WATCH = 7 * millisecondsInDay;

const DEFAULT_EVERY = 30 * millisecondsInSecond;
const DEFAULT_WATCH = 10 * millisecondsInMinute;

export const WATCH_OPTIONS = {
  watch: { type: "boolean" },
  for: { type: "string" },
  every: { type: "string" },
} as const;

/** The part of the usage that is about it. */
export const WATCH_USAGE = `  --watch      what follows are the URLs of feeds, anybody's, or of the formats of one feed
  --for TIME   for so long: 90s, 10m (if nothing is said), 2h, at most 7d
  --every TIME polls so often: 30s (if nothing is said), at least 10s`;

export interface WatchTimes {
  /** Milliseconds of the whole watch. */
  duration: number;
  /** Milliseconds from one poll to the next. */
  every: number;
}

interface WatchValues {
  watch?: boolean;
  for?: string;
  every?: string;
}

/** How long and how often is watched; undefined where nothing is, a text where that cannot be. */
export function watchTimes(
  names: string[],
  values: WatchValues & { to?: string; token?: string; reach?: boolean },
): WatchTimes | string | undefined {
  if (!values.watch) return timeWithoutWatch(values);
  const { reach, to, token } = values;
  const file = names.find((name) => inputOf(name).kind !== "url");
  if (file !== undefined) return `--watch polls URLs, and ${file} is none`;
  if (names.length === 0) return "--watch wants the URLs of feeds: --watch https://example.org/feed.xml";
  if (reach) return "--watch and --reach are two things: one after the other";
  if (to !== undefined) return "--watch takes no --to: it polls the URLs that follow it";
  if (token !== undefined) return "--watch takes no --token: readers have none";
  const duration = timeOf("for", values.for, DEFAULT_WATCH);
  if (typeof duration === "string") return duration;
  const every = timeOf("every", values.every, Math.min(DEFAULT_EVERY, Math.max(duration, LEAST_EVERY)));
  if (typeof every === "string") return every;
  if (every < LEAST_EVERY) return `--every ${values.every} is too often: ${durationText(LEAST_EVERY)} at least`;
  if (duration > LONGEST_WATCH) return `--for ${values.for} is too long: 7 days at most`;
  if (duration < every) return `--for ${values.for ?? "10m"} is over before a second poll`;
  return { duration, every };
}

const timeWithoutWatch = (values: WatchValues): string | undefined =>
  values.for === undefined && values.every === undefined ? undefined : "--for and --every go with --watch";

function timeOf(option: string, value: string | undefined, otherwise: number): number | string {
  return value === undefined ? otherwise : (durationOf(value) ?? `--${option} ${value} is no time: 30s, 10m, 2h, 1d`);
}
