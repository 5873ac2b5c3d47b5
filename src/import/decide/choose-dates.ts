import { firstWords } from "../../article/text.ts";
import type { Draft, FeedFacts } from "../draft.ts";
import type { ImportSource } from "../source.ts";
import { parseDate } from "../values/dates.ts";

/** RFC 3339. */
export interface ChosenDates {
  published_at: string;
  updated_at?: string;
}

/**
 * An item's own dates, else the one that the person who imports it gave, else the feed's. The feed's date stays the same
 * for the same bytes, which the clock does not. Null where there is none of them.
 */
export function chooseDates(draft: Draft, feed: FeedFacts, source: ImportSource, notes: string[]): ChosenDates | null {
  const published = readDate(draft.published, notes);
  const updated = readDate(draft.updated, notes);
  const own = published ?? updated;
  const given = own ?? source.date ?? readDate(feed.date, notes);
  if (!given) return null;
  if (!own) notes.push(source.date ? "without a date: it got the given one" : "without a date: it got its feed's");
  else if (!published) notes.push("without a publication date: it got the date of its last update");
  if (Date.parse(given) > Date.parse(source.now)) notes.push("dated in the future: it is shown from then on");
  return { published_at: given, updated_at: published && updated !== published ? (updated ?? undefined) : undefined };
}

function readDate(text: string | undefined, notes: string[]): string | null {
  if (text === undefined) return null;
  const date = parseDate(text);
  if (!date) notes.push(`“${firstWords(text, 40)}” is no date`);
  return date;
}
