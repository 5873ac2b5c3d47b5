import type { FeedSnapshot, PolledEntry } from "./poll.ts";

/** An entry in a document and in the next one. */
export interface KeptEntry {
  before: PolledEntry;
  after: PolledEntry;
}

/** What became of a document's entries in the next one. */
export interface Changes {
  /** In both, in the order of the next. */
  kept: KeptEntry[];
  /** The same by their words and addresses, with another id. */
  renamed: KeptEntry[];
  /** Another story under the id of one that was there. */
  reused: KeptEntry[];
  /** In the former alone, in its order. */
  gone: PolledEntry[];
  /** In the latter alone, in its order. */
  fresh: PolledEntry[];
}

/** What a reader knows an entry by: its id, or what it takes instead where there is none. */
export const entryKey = ({ id, url, title }: PolledEntry): string => id ?? url ?? title ?? "";

export function entryChanges(former: FeedSnapshot, latter: FeedSnapshot): Changes {
  const before = byKey(former.entries);
  const after = byKey(latter.entries);
  const all = [...after].flatMap(([key, entry]): KeptEntry[] => {
    const twin = before.get(key);
    return twin ? [{ before: twin, after: entry }] : [];
  });
  const gone = [...before].flatMap(([key, entry]) => (after.has(key) ? [] : [entry]));
  const fresh = [...after].flatMap(([key, entry]) => (before.has(key) ? [] : [entry]));
  const renamed = renamedOf(former, latter, gone, fresh);
  const old = new Set(renamed.map((one) => one.before));
  const young = new Set(renamed.map((one) => one.after));
  return {
    kept: all.filter((one) => !isReused(one)),
    renamed,
    reused: all.filter(isReused),
    gone: gone.filter((entry) => !old.has(entry)),
    fresh: fresh.filter((entry) => !young.has(entry)),
  };
}

/** Of entries with one key the first counts, as it does to readers. */
function byKey(entries: readonly PolledEntry[]): Map<string, PolledEntry> {
  const map = new Map<string, PolledEntry>();
  for (const entry of entries) {
    const key = entryKey(entry);
    if (!map.has(key)) map.set(key, entry);
  }
  return map;
}

/** Whether nothing but the id is what it was: an editor changes much of a story, and not all of it at once. */
const isReused = ({ before, after }: KeptEntry): boolean =>
  after.id !== undefined &&
  differ(before.url, after.url) &&
  differ(before.title, after.title) &&
  before.hash !== after.hash &&
  (before.published === undefined || before.published !== after.published);

/** Whether both are there, and not the same. */
export const differ = (one: string | undefined, other: string | undefined): boolean =>
  one !== undefined && other !== undefined && one !== other;

/** Entries that went and came at once, and are the same but for their ids: nobody else in either document may be meant. */
function renamedOf(former: FeedSnapshot, latter: FeedSnapshot, gone: PolledEntry[], fresh: PolledEntry[]): KeptEntry[] {
  const young = new Set(fresh.filter(({ id }) => id !== undefined));
  const found = new Map<PolledEntry, PolledEntry>();
  for (const trait of [addressOf, wordsOf]) {
    const [before, after] = [onlyOnes(former.entries, trait), onlyOnes(latter.entries, trait)];
    for (const entry of gone) {
      const key = trait(entry);
      const twin = key === undefined || before.get(key) !== entry ? undefined : after.get(key);
      if (!twin || entry.id === undefined || found.has(entry) || !young.has(twin) || !isAlike(entry, twin)) continue;
      found.set(entry, twin);
      young.delete(twin);
    }
  }
  return [...found].map(([one, other]) => ({ before: one, after: other }));
}

const addressOf = ({ url }: PolledEntry): string | undefined => url;

/** A daily column may have the same words each day, and has another date. */
const wordsOf = ({ hash, published }: PolledEntry): string | undefined =>
  published === undefined ? undefined : `${hash} ${published}`;

/** A page that never ends may be the address of each entry, one after the other. */
const isAlike = (one: PolledEntry, other: PolledEntry): boolean =>
  one.hash === other.hash ||
  (one.title !== undefined && one.title === other.title) ||
  (one.published !== undefined && one.published === other.published);

/** Those that alone have a key; of a key that several have, none. */
function onlyOnes(
  entries: readonly PolledEntry[],
  trait: (entry: PolledEntry) => string | undefined,
): Map<string, PolledEntry | undefined> {
  const map = new Map<string, PolledEntry | undefined>();
  for (const entry of entries) {
    const key = trait(entry);
    if (key !== undefined) map.set(key, map.has(key) ? undefined : entry);
  }
  return map;
}

/** Feeds begin with the newest entry, and a few with the oldest: it goes by most of those that stand side by side. */
function endsWithNewest({ entries }: FeedSnapshot): boolean {
  const dates = entries.flatMap(({ published, updated }) => published ?? updated ?? []);
  const steps = dates.slice(1).map((date, index) => Math.sign(date - (dates[index] ?? date)));
  return steps.reduce((sum, step) => sum + step, 0) > 0;
}

/** Entries from the newest to the oldest, as they stand. */
export const newestFirst = (feed: FeedSnapshot): readonly PolledEntry[] =>
  endsWithNewest(feed) ? feed.entries.toReversed() : feed.entries;

/** Whether readers show the same of two documents, in the same order. */
export const isSameToReaders = (one: FeedSnapshot, other: FeedSnapshot): boolean =>
  one.entries.length === other.entries.length &&
  one.entries.every((entry, index) => {
    const twin = other.entries[index];
    return (
      twin !== undefined &&
      twin.id === entry.id &&
      twin.url === entry.url &&
      twin.hash === entry.hash &&
      twin.published === entry.published &&
      twin.updated === entry.updated
    );
  });
