/** A JSON object: neither a list nor null. */
export const isObject = (value: unknown): value is Record<string, unknown> =>
  typeof value === "object" && value !== null && !Array.isArray(value);

/** The value that a text of JSON stands for; undefined for a text that is no JSON, such as several lines of NDJSON. */
export function tryJson(text: string): unknown {
  try {
    return JSON.parse(text) as unknown;
  } catch {
    return undefined;
  }
}

/** The objects of a list, where it is one. */
export const objectsOf = (value: unknown): Record<string, unknown>[] =>
  Array.isArray(value) ? value.filter(isObject) : [];

/** A text or a number, trimmed; undefined where there is nothing to read. */
export const trimmed = (value: unknown): string | undefined =>
  typeof value === "string" || typeof value === "number" ? String(value).trim() || undefined : undefined;

/** A text in which something stands, as it is. */
export const written = (value: unknown): string | undefined =>
  typeof value === "string" && value.trim() !== "" ? value : undefined;

/** The first of several fields that is such a text. */
export const firstWritten = (fields: Record<string, unknown>, ...keys: string[]): string | undefined =>
  keys.map((key) => written(fields[key])).find((text) => text !== undefined);
