/**
 * A value of JSON anew. A piece of a text keeps the whole text in memory, in V8 as elsewhere, so what is kept of a story for long
 * is a copy.
 */
export const copied = <T>(value: T): T => JSON.parse(JSON.stringify(value)) as T;
