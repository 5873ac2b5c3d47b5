import { readSource } from "../../import/read.ts";
import type { SourceReading } from "../../import/source-reading.ts";
import { decisionsOf } from "./report.ts";
import { countNotes, type SourceResult } from "./result.ts";
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
  if (loaded.status === "unreadable") {
    return {
      name: place.name,
      kind: "unreadable",
      read: 0,
      stored: 0,
      unchanged: 0,
      skipped: [{ where: place.name, reason: loaded.reason }],
      notes: [],
      details: [],
      unreachable: true,
    };
  }
  const reading = await readSource(loaded.bytes, loaded.source);
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
