import type { Format } from "../feed/feed.ts";

/** Who reads documents back: a library that many readers are built on, and two strict readers of our own. */
export type Reader = "rss-parser" | "strict-xml" | "strict-json";

/** One field that did not come back as stored. */
export interface Discrepancy {
  /** The feed's slug. */
  feed: string;
  format: Format;
  /** The entry's id; absent where the feed itself is meant. */
  entry?: string;
  /**
   * The model's field, as `authors.email`. What a document carries beyond the model has the name of its element, and
   * faults of the whole document are `well-formed` (it cannot be read) and `document` (there is none, or several).
   */
  field: string;
  /** Empty where nothing is stored. */
  stored: string;
  /** Empty where nothing was read. */
  read: string;
  reader: Reader;
}

/** What is stored or read in one place. A list is a repeated element, in its order. */
export type Value = string | number | boolean | null | undefined | Value[] | { [key: string]: Value };

/** Whether two values are one. Absent is not empty, and a number is not its digits. */
export function sameValue(a: Value, b: Value): boolean {
  if (typeof a !== "object" || typeof b !== "object" || a === null || b === null) return a === b;
  if (!Array.isArray(a) || !Array.isArray(b)) return JSON.stringify(a) === JSON.stringify(b);
  return a.length === b.length && a.every((value, index) => sameValue(value, b[index]));
}

/** A value for people: a text as it is, anything else as JSON, what is absent as nothing. */
export function showValue(value: Value): string {
  if (value === undefined) return "";
  return typeof value === "string" ? value : JSON.stringify(value);
}
