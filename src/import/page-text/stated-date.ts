import { parseDate } from "../values/dates.ts";

export interface StatedDate {
  what: "published" | "updated";
  /** RFC 3339. */
  at: string;
}

/** `Published 3 March 2026`, `Last updated: 2026-03-03 10:15 GMT`, or a date alone; null for anything else. */
export function parseStatedDate(text: string, zone?: string): StatedDate | null {
  // A year alone, or a month of one, is more often what a line is about.
  if (text.length > 80 || !/\d{4}/.test(text) || !/\d\D+\d/.test(text)) return null;
  const match =
    /^(?:(?:first |last )?(published|posted|updated|modified|edited|date)(?:\s+(?:on|at))?\s*[:,]?\s+)?(.*)$/i.exec(
      text,
    );
  const at = parseDate(match?.[2] ?? "", zone);
  return at === null
    ? null
    : { what: /^(updated|modified|edited)$/i.test(match?.[1] ?? "") ? "updated" : "published", at };
}
