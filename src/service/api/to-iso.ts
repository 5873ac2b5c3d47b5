/** A time of the store's as the API tells it (RFC 3339). Milliseconds. */
export const toIso = (time: number): string => new Date(time).toISOString();
