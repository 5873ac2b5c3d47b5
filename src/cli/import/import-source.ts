import { contain } from "../../article/contain.ts";
import { readSource } from "../../import/read.ts";
import { type SourceReading, skipUnreadable } from "../../import/source-reading.ts";
import { decisionsOf } from "./report.ts";
import { countNotes, type SourceResult, unreadSource } from "./result.ts";
import { loadSource, type SourceDefaults, type SourcePlace } from "./sources.ts";
import type { StoreItems } from "./store.ts";

interface ImportMeans {
  defaults: SourceDefaults;
  store: StoreItems;
  /** On a dry run, what was decided of every item is part of the result. */
  dryRun: boolean;
  onItems(done: number, of: number): void;
}

/** One source from its place to what became of it. */
export async function importSource(place: SourcePlace, means: ImportMeans): Promise<SourceResult> {
  const loaded = await loadSource(place, means.defaults);
  if (loaded.status === "unreadable") return unreadSource(place.name, loaded.reason);
  const reading = await contain<SourceReading | { fault: unknown }>(
    () => readSource(loaded.bytes, loaded.source),
    (fault) => ({ fault }),
  );
  if ("fault" in reading) return unreadSource(place.name, skipUnreadable(place.name, reading.fault).reason);
  const outcome = await means.store(reading.items, means.onItems);
  return {
    name: place.name,
    kind: reading.kind,
    title: reading.title,
    // A file that is no source holds no items that could be read.
    read: reading.kind === "unknown" ? 0 : reading.items.length + reading.skipped.length,
    stored: outcome.stored,
    unchanged: outcome.unchanged,
    skipped: [...reading.skipped, ...outcome.skipped],
    notes: [
      ...reading.notes.map((note) => ({ note, times: 1 })),
      ...countNotes([...reading.items.flatMap((item) => item.notes), ...outcome.notes]),
    ],
    details: detailsOf(reading, means.dryRun),
    unreachable: false,
  };
}

/** What the parser made of each line of a page is always shown; what it made of a feed's items, on a dry run. */
const detailsOf = (reading: SourceReading, dryRun: boolean): string[] =>
  [...reading.items, ...reading.skipped].flatMap((one) => decisionsOf(one, dryRun));
