/** Milliseconds since 1970 as RFC 3339 in UTC: `2026-03-01T08:00:00Z`, with milliseconds only where they are not zero. */
export const toRfc3339 = (time: number): string => new Date(time).toISOString().replace(".000Z", "Z");

export const A_TIME = "2026-03-13T06:10:00Z";

/** What is wrong with what ought to be an RFC 3339 time with a zone. */
export function whyNoTime(input: unknown): string {
  const text = String(input).trim();
  if (/^\d{4}-\d\d-\d\d$/.test(text)) return `is a day: say the time and its zone, too, as ${A_TIME}`;
  if (/^\d{4}-\d\d-\d\d[Tt ]\d\d:\d\d(:\d\d(\.\d+)?)?$/.test(text))
    return `has no zone: put Z for UTC, or an offset as +01:00, behind it, as ${A_TIME}`;
  return `is not an RFC 3339 time with a zone, as ${A_TIME}`;
}
