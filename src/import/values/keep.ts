import { firstWords, oneLine } from "../../article/text.ts";

/** An absent field is left out, so that what is shown is what is sent. */
export const withoutUndefined = <T extends object>(fields: T): T =>
  Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== undefined)) as T;

/**
 * One line of at most `max` characters, cut between words; undefined where there is nothing to read. A cut is noted
 * under the name `what`.
 */
export function shorten(text: string | undefined, max: number, what: string, notes: string[]): string | undefined {
  const line = oneLine(text ?? "");
  if (line === "") return undefined;
  if (line.length <= max) return line;
  notes.push(`${what} longer than ${max} characters is cut`);
  return firstWords(line, max - 1);
}

/** The first `max` of a list. That some are missing is noted under the name `what`. */
export function atMost<T>(list: T[], max: number, what: string, notes: string[]): T[] {
  if (list.length > max) notes.push(`${what} after the ${max}th are left out`);
  return list.slice(0, max);
}
