import { millisecondsInDay } from "date-fns/constants";

/** The day of a time, in UTC: `YYYY-MM-DD`. */
export const dayOf = (time: number): string => new Date(time).toISOString().slice(0, 10);

/** How many days there are from one to another, both included; none where the one is after the other. */
export const countDays = (from: string, to: string): number =>
  Math.max(0, Math.floor((Date.parse(to) - Date.parse(from)) / millisecondsInDay) + 1);

/** The days from one to another, both included. */
export const daysBetween = (from: string, to: string): string[] =>
  Array.from({ length: countDays(from, to) }, (_, index) => dayOf(Date.parse(from) + index * millisecondsInDay));

/** The day so many days before another. */
export const daysBefore = (day: string, days: number): string => dayOf(Date.parse(day) - days * millisecondsInDay);
