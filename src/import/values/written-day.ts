import { monthOf, weekdaysOf } from "./date-names.ts";

export interface Day {
  year: number;
  /** From 1. */
  month: number;
  day: number;
}

/** What stands between the parts of a date in the languages whose months are known. */
const FILLERS = new Set(
  "st nd rd th er re o º of о the de del d den der at on à a á as às las le el um uhr kl klo om v u i ob alle ore ora saat r rok roku г года р року m gada e y".split(
    " ",
  ),
);

/** The day that a line says, with nothing else in it but its weekday. Null for anything else, and for a day that may be two. */
export function readDay(line: string): Day | null {
  if (/^\s*[+-]/.test(line)) return null;
  const numbers: string[] = [];
  const words: string[] = [];
  const separators: string[] = [];
  let signs = "";
  for (const token of line.match(/\d+|\p{L}[\p{L}\p{M}'’]*|\S/gu) ?? []) {
    if (/^\d/.test(token)) {
      numbers.push(token);
      separators.push(signs);
      signs = "";
    } else if (/^\p{L}/u.test(token)) words.push(token.replace(/^d['’]/i, ""));
    else if (!/^[,./|()·–—'’-]$/.test(token)) return null;
    else signs += token;
  }
  const named = monthAmong(words);
  if (named === null || numbers.some((number) => number.length > 4)) return null;
  const day =
    named.month === undefined ? ofNumbers(numbers, separators, named.weekdays) : withName(numbers, named.month);
  return day && isDay(day) ? day : null;
}

/** Null where a word is neither a month nor a weekday, or where two are months. A weekday stands before the month: `mar 5 mar`. */
function monthAmong(words: string[]): { month?: number; weekdays: number[] } | null {
  const telling = words.filter((word) => !FILLERS.has(word.toLowerCase()) || (words.length === 1 && monthOf(word)));
  const months = telling.filter((word) => monthOf(word) !== undefined);
  const weekdays = telling.filter((word) => !months.includes(word) || (months.length > 1 && word === months[0]));
  const left = months.length > 1 ? months.slice(1) : months;
  if (left.length > 1 || weekdays.some((word) => weekdaysOf(word).length === 0)) return null;
  return { month: monthOf(left[0] ?? ""), weekdays: weekdays.flatMap(weekdaysOf) };
}

/** `7 May 2024`, `May 7, 24`, `2024. május 7.`; a month alone is its first day. */
function withName([first = "", second, ...more]: string[], month: number): Day | null {
  if (more.length > 0) return null;
  if (second === undefined) return first.length === 4 ? { year: Number(first), month, day: 1 } : null;
  const [year, day] = first.length > 2 ? [first, second] : [second, first];
  return day.length > 2 || !isYear(year) ? null : { year: fullYear(year), month, day: Number(day) };
}

/**
 * `2024/5/7`, `7.5.2024`, `5/17/2024`, and a month or a year alone. Where day and month could change places, dots say that the day
 * is first, and else the weekday decides; without one, nobody knows.
 */
function ofNumbers(
  [first = "", second, third, ...more]: string[],
  separators: string[],
  weekdays: number[],
): Day | null {
  if (more.length > 0) return null;
  const separator = separators[1];
  if (first.length === 4)
    return separators.slice(2).every((other) => other === separator) && (second === undefined || separator !== "")
      ? { year: Number(first), month: Number(second ?? 1), day: Number(third ?? 1) }
      : null;
  if (second === undefined || third === undefined || separator !== separators[2] || !isYear(third)) return null;
  const year = fullYear(third);
  const dayFirst = { year, month: Number(second), day: Number(first) };
  const readings = [dayFirst, { year, month: Number(first), day: Number(second) }];
  if (third.length === 2 && separator !== ".")
    readings.push({ year: fullYear(first), month: Number(second), day: Number(third) });
  const possible = readings.filter(isDay);
  if (separator === "." && isDay(dayFirst)) return dayFirst;
  const distinct = new Map(possible.map((day) => [timeOf(day), day]));
  const fitting =
    distinct.size === 1 ? distinct : new Map([...distinct].filter(([time]) => weekdays.includes(weekdayOf(time))));
  return fitting.size === 1 ? ([...fitting.values()][0] ?? null) : null;
}

const isYear = (text: string): boolean => text.length === 2 || text.length === 4;

const isDay = ({ year, month, day }: Day): boolean =>
  month >= 1 && month <= 12 && day >= 1 && day <= new Date(Date.UTC(year, month, 0)).getUTCDate();

const timeOf = ({ year, month, day }: Day): number => Date.UTC(year, month - 1, day);
/** From 1, Monday. */
const weekdayOf = (time: number): number => new Date(time).getUTCDay() || 7;

/** RFC 5322 §4.3: two digits from 00 to 49 are 20xx. */
export const fullYear = (year: string): number =>
  year.length > 2 ? Number(year) : Number(year) + (Number(year) < 50 ? 2000 : 1900);
