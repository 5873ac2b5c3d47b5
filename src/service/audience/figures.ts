export const inDigits = (value: number): string => value.toLocaleString("en");

export const inPercent = (part: number, whole: number): string =>
  whole === 0 ? "–" : `${Math.round((100 * part) / whole)} %`;

const UNITS = ["B", "kB", "MB", "GB", "TB"];

/** Bytes in a decimal unit, with three digits: "1.23 MB". */
export function inBytes(value: number): string {
  const power = value < 1 ? 0 : Math.min(UNITS.length - 1, Math.floor(Math.log10(value) / 3));
  return `${Number((value / 1000 ** power).toPrecision(3))} ${UNITS[power]}`;
}
