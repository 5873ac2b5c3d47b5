/*
 * Dates in the one form in which what was read is compared with what is stored: the instant they name, to the millisecond,
 * as `2026-03-01T08:00:00.000Z`. A text that is no such date comes back as it is, and equals no instant.
 */

/** A date as Atom and JSON Feed have it (RFC 3339 §5.6, with the upper-case letters of RFC 4287 §3.3). */
export const fromRfc3339 = (text: string): string =>
  RFC_3339.test(text) ? toInstant(Date.parse(text.replace(SUB_MILLISECONDS, "$1")), text) : text;

/** A date as RSS readers agree on it (RFC 822 §5): four-digit year, `GMT`, and the weekday that the date really is. */
export const fromRfc822 = (text: string): string => {
  const time = Date.parse(text);
  return Number.isFinite(time) && new Date(time).toUTCString() === text ? toInstant(time, text) : text;
};

/** A stored time, as readers of Atom and JSON Feed have to give it back. */
export const instant = (stored: string): string => toInstant(Date.parse(stored), stored);

/** A stored time, as readers of RSS have to give it back: RSS has no fractions of a second. */
export const wholeSecond = (stored: string): string => toInstant(Math.floor(Date.parse(stored) / 1000) * 1000, stored);

const RFC_3339 = /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d+)?(Z|[+-]\d\d:\d\d)$/;
/** Ties between Atom entries are broken below the millisecond, where nothing is stored. */
const SUB_MILLISECONDS = /(\.\d{3})\d+/;

const toInstant = (time: number, text: string): string => (Number.isFinite(time) ? new Date(time).toISOString() : text);
