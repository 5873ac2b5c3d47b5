import { isObject } from "../values/json.ts";

/** A text or a number of JSON, trimmed; undefined where there is nothing to read. */
export const trimmed = (value: unknown): string | undefined =>
  typeof value === "string" || typeof value === "number" ? String(value).trim() || undefined : undefined;

/** A text in which something stands, as it is. */
export const written = (value: unknown): string | undefined =>
  typeof value === "string" && value.trim() !== "" ? value : undefined;

/** As JSON or a database says it. */
export const isTrue = (value: unknown): boolean => value === true || value === 1 || value === "1" || value === "true";

/** A list's objects; of anything else there are none. */
export const objectsIn = (value: unknown): Record<string, unknown>[] =>
  Array.isArray(value) ? value.filter(isObject) : [];
