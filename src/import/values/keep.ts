import { firstWords, oneLine } from "../../article/text.ts";

/** An absent field is left out, so that what is shown is what is sent. */
export const defined = (fields: Record<string, unknown>): Record<string, unknown> =>
  Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== undefined));

/** As much of it as an article may hold. */
export function shorten(text: string | undefined, max: number, what: string, notes: string[]): string | undefined {
  const line = oneLine(text ?? "");
  if (line === "") return undefined;
  if (line.length <= max) return line;
  notes.push(`${what} longer than ${max} characters is cut`);
  return firstWords(line, max - 1);
}

export function atMost<T>(list: T[], max: number, what: string, notes: string[]): T[] {
  if (list.length > max) notes.push(`${what} after the ${max}th are left out`);
  return list.slice(0, max);
}
