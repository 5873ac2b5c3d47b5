import type { Skip, SourceKind } from "../../import/source-reading.ts";

/** What became of one source. */
export interface SourceResult {
  name: string;
  /** What it was read as; `unreadable` where it was not. */
  kind: SourceKind | "export" | "unreadable";
  title?: string;
  /** Items, with those that were skipped. */
  read: number;
  stored: number;
  unchanged: number;
  skipped: Skip[];
  notes: CountedNote[];
  /** Lines for people: what a parser decided. */
  details: string[];
  /** It could not be reached or read at all. */
  unreachable: boolean;
}

/** One that could not be reached or read, and why. */
export const unreadSource = (name: string, reason: string): SourceResult => ({
  ...{ name, kind: "unreadable", read: 0, stored: 0, unchanged: 0, notes: [], details: [] },
  skipped: [{ where: name, reason }],
  unreachable: true,
});

export interface CountedNote {
  note: string;
  times: number;
}

/** Equal notes become one with their number, the most frequent first, and otherwise in the order in which they came. */
export function countNotes(notes: string[]): CountedNote[] {
  const times = new Map<string, number>();
  for (const note of notes) times.set(note, (times.get(note) ?? 0) + 1);
  return [...times].map(([note, times]) => ({ note, times })).sort((a, b) => b.times - a.times);
}
