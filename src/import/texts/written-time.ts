import { firstWords } from "../../article/text.ts";
import { parseTime } from "../values/dates.ts";

/**
 * A time in a field, in RFC 3339; undefined for what is none.
 *
 * @param zone for times that are written without one
 */
export const timeIn = (value: unknown, zone: string | undefined): string | undefined => readTime(value, zone, []);

/** As `timeIn`; what was assumed of a time, and that it is none, is noted. */
export function readTime(value: unknown, zone: string | undefined, notes: string[]): string | undefined {
  const text = typeof value === "object" ? JSON.stringify(value) : String(value);
  const time = typeof value === "string" || typeof value === "number" ? parseTime(text, zone) : null;
  if (!time) notes.push(`“${firstWords(text, 40)}” is no date`);
  if (time?.zone === "assumed")
    notes.push(`a time without a zone is taken as ${zone === undefined ? "UTC" : `the newsroom's (${zone})`}`);
  return time?.at;
}
