import { firstWords } from "../../article/text.ts";
import type { Draft } from "../draft.ts";
import { FIRST_SEEN } from "../first-seen.ts";
import type { ImportSource } from "../source.ts";
import { parseTime } from "../values/dates.ts";
import { withoutUndefined } from "../values/keep.ts";

/** RFC 3339. */
export interface ChosenDates {
  /** Absent: it says of no time that it was published then. */
  published_at?: string;
  updated_at?: string;
  embargo_until?: string;
  expires_at?: string;
  /** Why it is not to be shown: it says from when or until when, in a way that is no date. */
  withheld?: string;
}

/** An item's own dates, else the one that the person who imports it gave. What a date says of when to show it counts, or it is withheld. */
export function chooseDates(draft: Draft, source: ImportSource, notes: string[]): ChosenDates {
  const published = readDate(draft.published, source, notes);
  const updated = readDate(draft.updated, source, notes);
  const published_at = published ?? updated ?? source.date;
  if (published_at === undefined) notes.push(FIRST_SEEN);
  else if (!published && !updated) notes.push("without a date: it got the given one");
  else if (!published) notes.push("without a publication date: it got the date of its last update");
  if (published_at && isAfter(published_at, source.now)) notes.push("dated in the future: it is shown from then on");
  const embargo = readDate(draft.embargo, source, notes);
  const expires_at = readDate(draft.expiry, source, notes);
  return withoutUndefined({
    published_at,
    updated_at: published && updated !== published ? updated : undefined,
    // Until then it is not shown anyway.
    embargo_until: embargo && !(published_at && !isAfter(embargo, published_at)) ? embargo : undefined,
    expires_at,
    withheld: unreadable("not before", draft.embargo, embargo) ?? unreadable("not after", draft.expiry, expires_at),
  });
}

function readDate(text: string | undefined, { zone }: ImportSource, notes: string[]): string | undefined {
  if (text === undefined) return undefined;
  const time = parseTime(text, zone);
  if (!time) notes.push(`“${firstWords(text, 40)}” is no date`);
  if (time?.zone === "assumed")
    notes.push(`a time without a zone is taken as ${zone === undefined ? "UTC" : `the newsroom's (${zone})`}`);
  return time?.at;
}

const unreadable = (what: string, text: string | undefined, read: string | undefined): string | undefined =>
  text === undefined || read !== undefined ? undefined : `it says “${what} ${firstWords(text, 40)}”, which is no date`;

const isAfter = (time: string, other: string): boolean => Date.parse(time) > Date.parse(other);
