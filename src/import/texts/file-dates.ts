import type { ImportSource } from "../source.ts";
import type { Fields } from "./front-matter/parse-fields.ts";
import { readTime } from "./written-time.ts";

/** RFC 3339. */
export interface FileDates {
  /** Absent: it has none. */
  published_at?: string;
  updated_at?: string;
}

/**
 * When a file's article was published: as a field says, else its name or folders, else the person who imports it. The time of
 * the file itself is that of its last copy, and is taken only where it was asked for.
 *
 * @param named the date in the file's name
 */
export function readFileDates(
  fields: Fields,
  named: string | undefined,
  source: ImportSource,
  zone: string | undefined,
  notes: string[],
): FileDates {
  const read = (value: unknown): string | undefined => (value === undefined ? undefined : readTime(value, zone, notes));
  const updated_at = read(fields.updated_at);
  const own = read(fields.published_at) ?? read(named);
  if (own !== undefined) return { published_at: own, updated_at };
  if (source.date !== undefined) notes.push("without a date: it got the given one");
  else if (source.fileTime && source.modified !== undefined) notes.push("without a date: it got the file's");
  else if (updated_at !== undefined) notes.push("without a publication date: it got the date of its last update");
  return { published_at: source.date ?? (source.fileTime ? source.modified : undefined) ?? updated_at, updated_at };
}
