/** Milliseconds since 1970 as RFC 3339 in UTC: `2026-03-01T08:00:00Z`, with milliseconds only where they are not zero. */
export const toRfc3339 = (time: number): string => new Date(time).toISOString().replace(".000Z", "Z");
