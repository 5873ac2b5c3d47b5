import { fullYear } from "./written-day.ts";

/** No way to write a date is longer; a longer text is cut here, so that it costs no more to look at. */
const LONGEST_DATE = 100;

/** The zeros of other scripts, each before its other nine: Arabic, Persian, Devanagari, Bengali. */
const ZEROS = [0x0660, 0x06f0, 0x0966, 0x09e6];

/**
 * A date's line, with all that is only another way of writing it gone: spaces, digits of other scripts, the units of East Asia,
 * ISO 8601's basic, ordinal and week dates.
 */
export const plainDate = (text: string): string =>
  text
    .replace(/\s+/g, " ")
    .trim()
    .slice(0, LONGEST_DATE)
    .normalize("NFKC")
    .replace(/\p{Nd}/gu, asciiDigit)
    .replace(/−/g, "-")
    .replace(/(\d) ?[年년] ?(\d{1,2}) ?[月월](?: ?(\d{1,2}) ?[日일])?/g, (_, year, month, day) =>
      day ? `${year}-${month}-${day} ` : `${year}-${month}`,
    )
    .replace(/(\d{1,2}) ?[時时点點시] ?(\d{1,2}) ?[分분](?: ?(\d{1,2}) ?[秒초])?/g, (_, hour, minute, second) =>
      second ? `${hour}:${minute}:${second}` : `${hour}:${minute}`,
    )
    .replace(/(\d{1,2}) (?:tháng|thg) (\d{1,2}),? (?:năm )?(\d{4})/i, "$3-$2-$1")
    .replace(
      /^(\d{4})(\d{2})(\d{2})(?:T?(\d{2})(\d{2})(\d{2})?)?(?!\d)/i,
      (_, year, month, day, hour, minute, second) =>
        `${year}-${month}-${day}${hour ? ` ${hour}:${minute}:${second ?? "00"}` : ""}`,
    )
    .replace(/^(\d{4})-?(\d{3})(?=$|[T ])/i, (_, year, day) => dayAfter(Number(year), Number(day)))
    .replace(/^(\d{4})-?W(\d{2})(?:-?([1-7]))?(?=$|[T ])/i, (_, year, week, day = 1) =>
      dayAfter(Number(year), mondayOf(Number(year)) + (Number(week) - 1) * 7 + Number(day)),
    )
    // Of numbers alone it may be the day that is first; with its `T` it is ISO 8601 of before 2004.
    .replace(/^(\d{2})(?=-\d{2}-\d{2}T\d)/i, (year) => String(fullYear(year)))
    .replace(/(\d)T(?=\d)/i, "$1 ")
    // Go prints what its own clock showed beside the time.
    .replace(/ m=[+-][\d.]+$/, "");

function asciiDigit(digit: string): string {
  const code = digit.codePointAt(0) ?? 0;
  const zero = ZEROS.find((first) => code >= first && code < first + 10);
  return zero === undefined ? digit : String(code - zero);
}

/** The day of a year, from 1, as `2024-05-07`. */
const dayAfter = (year: number, day: number): string =>
  new Date(Date.UTC(year, 0, day)).toISOString().slice(0, "2024-05-07".length);

/** ISO 8601: the first week is the one with 4 January in it. The day before its Monday, as a day of the year. */
function mondayOf(year: number): number {
  const weekday = new Date(Date.UTC(year, 0, 4)).getUTCDay() || 7;
  return 4 - weekday;
}
