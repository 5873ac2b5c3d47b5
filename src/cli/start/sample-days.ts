import { millisecondsInDay } from "date-fns/constants";

/** The times of an article, as RFC 3339 has them. */
interface Dated {
  published_at: string;
  updated_at?: string;
  embargo_until?: string;
  corrections?: { at: string }[];
}

/** The day of a time (RFC 3339 §5.6). A day alone is no time: those in words and addresses stay as they are. */
const DAY = /\b([0-9]{4}-[0-9]{2}-[0-9]{2})(?=T[0-9]{2}:[0-9]{2})/g;

/**
 * By how many whole days articles have to be moved for the newest of them to be less than a day old. What has an embargo may lie ahead,
 * and does not count.
 *
 * @param now milliseconds since 1970
 */
export function daysSince(articles: Dated[], now: number): number {
  const told = articles
    .filter(({ embargo_until }) => embargo_until === undefined)
    .flatMap(({ published_at, updated_at = published_at, corrections = [] }) => [
      published_at,
      updated_at,
      ...corrections.map(({ at }) => at),
    ]);
  if (told.length === 0) return 0;
  return Math.floor((now - Math.max(...told.map((time) => Date.parse(time)))) / millisecondsInDay);
}

/** Moves all times in a text by whole days: of each, the time of day and the zone stay. */
export const moveTimes = (text: string, days: number): string =>
  text.replace(DAY, (day) => new Date(Date.parse(day) + days * millisecondsInDay).toISOString().slice(0, 10));
