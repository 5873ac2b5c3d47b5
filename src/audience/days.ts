/** Milliseconds. */
export const DAY = 86_400_000;

/** UTC. */
export const dayOf = (time: number): string => new Date(time).toISOString().slice(0, 10);

/** The days from one to another, both included. */
export function daysBetween(from: string, to: string): string[] {
  const start = Date.parse(from);
  const length = Math.max(0, Math.floor((Date.parse(to) - start) / DAY) + 1);
  return Array.from({ length }, (_, index) => dayOf(start + index * DAY));
}

export const daysBefore = (day: string, days: number): string => dayOf(Date.parse(day) - days * DAY);
