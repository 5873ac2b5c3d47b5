import { millisecondsInSecond } from "date-fns/constants";

/** RFC 9110 §10.2.3: seconds, or a date. */
export function secondsUntil(text: string | null): number | undefined {
  if (text === null) return undefined;
  if (/^\s*\d{1,9}\s*$/.test(text)) return Number(text);
  const at = Date.parse(text);
  return Number.isNaN(at) ? undefined : Math.max(0, (at - Date.now()) / millisecondsInSecond);
}
