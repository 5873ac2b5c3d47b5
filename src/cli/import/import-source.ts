import { contain } from "../../article/contain.ts";
import { EMPTY, NO_TEXT } from "../../import/detect.ts";
import { readSource } from "../../import/read.ts";
import { type Skip, type SourceReading, skipUnreadable } from "../../import/source-reading.ts";
import type { SourceTally } from "./result.ts";
import { loadSource, type SourceDefaults, type SourcePlace } from "./sources.ts";
import type { StoreItems } from "./store.ts";

interface ImportMeans {
  defaults: SourceDefaults;
  store: StoreItems;
  /** Is told what becomes of the source. */
  tally: SourceTally;
  onItems(done: number, of: number): void;
}

/** One source from its place into the store. */
export async function importSource(
  place: SourcePlace,
  { defaults, store, tally, onItems }: ImportMeans,
): Promise<void> {
  const loaded = await loadSource(place, defaults);
  if (loaded.status === "unreadable") return tally.fail(loaded.reason);
  const reading = await contain<SourceReading | { fault: unknown }>(
    () => readSource(loaded.bytes, loaded.source),
    (fault) => ({ fault }),
  );
  if ("fault" in reading) return tally.fail(skipUnreadable(place.name, reading.fault).reason);
  tally.begin(reading.kind, reading.title, reading.notes);
  await store(reading.items, tally, onItems);
  for (const skip of reading.skipped) tally.skip(place.found ? passedOver(skip) : skip);
}

/** A folder holds what is none, and nobody has asked for it by name. */
const passedOver = (skip: Skip): Skip =>
  skip.reason === EMPTY || skip.reason === NO_TEXT ? { ...skip, isNoStory: true } : skip;
