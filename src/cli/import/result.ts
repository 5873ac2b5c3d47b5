import type { Skip } from "../../import/source-reading.ts";

/** What became of one source. */
export interface SourceResult {
  name: string;
  kind: string;
  title?: string;
  read: number;
  stored: number;
  unchanged: number;
  skipped: Skip[];
  notes: Note[];
  /** Lines for people: what a parser decided. */
  details: string[];
  unreachable: boolean;
}

export interface Note {
  note: string;
  times: number;
}

/** The same note of many items becomes one with a number, the most frequent first. */
export function count(notes: string[]): Note[] {
  const times = new Map<string, number>();
  for (const note of notes) times.set(note, (times.get(note) ?? 0) + 1);
  return [...times].map(([note, times]) => ({ note, times })).sort((a, b) => b.times - a.times);
}
