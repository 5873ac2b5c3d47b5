import { millisecondsInDay } from "date-fns/constants";
import type { KeyRecord } from "./check-key.ts";

/** The time in which requests are counted: a minute of the clock. Milliseconds. */
export const WINDOW = 60_000;

/** A conditional poll of one URL so long after the last is never refused: hourly is what publishers ask for. Milliseconds. */
export const SANE_INTERVAL = 60_000;

/** URLs of one key whose last poll is remembered: every feed of a partner in all formats, and a page of an archive or two. */
const MAX_URLS = 300;

/** Days since 1970, UTC. */
export const dayNumberOf = (now: number): number => Math.floor(now / millisecondsInDay);

/** Minutes since 1970. */
export const windowOf = (now: number): number => Math.floor(now / WINDOW);

/** What a key has used, as one instance saw it. */
export interface Usage {
  /** The minute of `requests`. */
  window: number;
  requests: number;
  /** The day of `bytes`. */
  day: number;
  /** Full-document bytes that the store does not know of yet. */
  bytes: number;
  /** When each URL was last answered. Milliseconds. */
  answered: Map<string, number>;
}

export const noUsage = (): Usage => ({ window: 0, requests: 0, day: 0, bytes: 0, answered: new Map() });

/** Counts a request. */
export function countRequest(usage: Usage, now: number): void {
  const window = windowOf(now);
  usage.requests = usage.window === window ? usage.requests + 1 : 1;
  usage.window = window;
}

/** Whether one request more is within the minute's limit. */
export const isWithin = (usage: Usage, { partner }: KeyRecord, now: number): boolean =>
  usage.window !== windowOf(now) || usage.requests < partner.requests_per_minute;

/** Counts an answer, and the bytes of a full document. */
export function countAnswer(usage: Usage, url: string, bytes: number, now: number): void {
  const day = dayNumberOf(now);
  usage.bytes = usage.day === day ? usage.bytes + bytes : bytes;
  usage.day = day;
  if (usage.answered.size >= MAX_URLS) usage.answered.clear();
  usage.answered.set(url, now);
}

/** Whether a poll is conditional, and comes at a pace at which it is never refused. */
export function isSane(usage: Usage, url: string, headers: Pick<Headers, "has">, now: number): boolean {
  if (!headers.has("if-none-match") && !headers.has("if-modified-since")) return false;
  const pause = now - (usage.answered.get(url) ?? Number.NEGATIVE_INFINITY);
  // A poll that is still to come: the clock was set back meanwhile.
  return pause >= SANE_INTERVAL || pause < 0;
}

/** Whether a full document of so many bytes is beyond the day's allowance. */
export function isBeyondDay(usage: Usage, key: KeyRecord, bytes: number, now: number): boolean {
  const day = dayNumberOf(now);
  const noted = key.day === day ? key.bytes : 0;
  const unnoted = usage.day === day ? usage.bytes : 0;
  return noted + unnoted + bytes > key.partner.bytes_per_day;
}

/** Seconds until requests are counted anew, at least one: a `Retry-After` (RFC 9110 §10.2.3). */
export const untilNextWindow = (now: number): number => Math.ceil((WINDOW - (now % WINDOW)) / 1000);
/** Seconds until bytes are counted anew, at least one: a `Retry-After` (RFC 9110 §10.2.3). */
export const untilNextDay = (now: number): number => Math.ceil((millisecondsInDay - (now % millisecondsInDay)) / 1000);
