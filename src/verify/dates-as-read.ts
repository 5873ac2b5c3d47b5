/**
 * The instant that a date names, to the millisecond, as `2026-03-01T08:00:00.000Z`; a text that is no such date comes
 * back as it is, and equals no instant.
 */
export const fromRfc3339 = (text: string): string =>
  RFC_3339.test(text) ? iso(Date.parse(text.replace(SUB_MILLISECONDS, "$1")), text) : text;

/** RFC 822 as RSS readers agree on it: four-digit year, `GMT`, and the weekday that the date really is. */
export const fromRfc822 = (text: string): string => {
  const time = Date.parse(text);
  return Number.isFinite(time) && new Date(time).toUTCString() === text ? iso(time, text) : text;
};

/** The same of a stored time, which is parsed already. */
export const instant = (stored: string): string => iso(Date.parse(stored), stored);

/** RSS has no fractions of a second. */
export const wholeSecond = (stored: string): string => iso(Math.floor(Date.parse(stored) / 1000) * 1000, stored);

const RFC_3339 = /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d+)?(Z|[+-]\d\d:\d\d)$/;
/** Ties between entries are broken below the millisecond. */
const SUB_MILLISECONDS = /(\.\d{3})\d+/;

const iso = (time: number, text: string): string => (Number.isFinite(time) ? new Date(time).toISOString() : text);
