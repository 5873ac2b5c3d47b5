import { open, stat } from "node:fs/promises";
import { contain } from "../../article/contain.ts";
import { type ReadItem, skipUnreadable } from "../../import/source-reading.ts";
import { readWxr } from "../../import/wordpress/wxr/read-wxr.ts";
import { looksLikeWxr, type ReadChunks } from "../../import/wordpress/wxr/wxr-file.ts";
import { indexWxr, WxrIndex } from "../../import/wordpress/wxr/wxr-index.ts";
import type { SourceTally } from "./result.ts";
import type { SourceDefaults, SourcePlace } from "./sources.ts";
import { startsAs } from "./starts-as.ts";
import type { StoreItems } from "./store.ts";

/** What is stored at once. */
const BATCH = 100;
/** Bytes that are read at once: with fewer, cutting begins more often; with more, more is held. */
const CHUNK = 262_144;
/** Bytes by which an export is known: its namespaces stand at its start. */
const START = 4_096;

/** Whether a file is an export of WordPress, which is read as it comes, however long. One that cannot be opened is none. */
export const isWordpressFile = (place: SourcePlace): boolean => startsAs(place, START, looksLikeWxr);

interface FileMeans {
  /** What all files of the export say. */
  index: WxrIndex;
  defaults: SourceDefaults;
  store: StoreItems;
  tally: SourceTally;
  onBytes(done: number, of: number): void;
}

/** Exports of one site come in several files, whose posts name each other's pictures: what all say is read first. */
export async function indexWordpressFiles(places: SourcePlace[]): Promise<WxrIndex> {
  const index = new WxrIndex();
  // What cannot be read is told when it is its turn.
  for (const { name } of places)
    await contain<void>(
      () => indexWxr(chunksOf(name), index),
      () => {},
    );
  return index;
}

/** An export from its file into the store, as it is read: it may be larger than memory. */
export async function importWordpressFile({ name }: SourcePlace, means: FileMeans): Promise<void> {
  const { index, defaults, store, tally, onBytes } = means;
  tally.begin("wordpress");
  let [batch, isStoring] = [[] as ReadItem[], false];
  // A service closes a connection on which nobody reads its answer, so that nothing else is done meanwhile.
  const send = async (): Promise<void> => {
    isStoring = true;
    await store(batch, tally, () => {});
    isStoring = false;
    batch = [];
  };
  const readAll = async (): Promise<void> => {
    const { size } = await stat(name);
    for await (const { title, item, skip, read } of readWxr(chunksOf(name), index, { name, ...defaults })) {
      if (title !== undefined) tally.begin("wordpress", title);
      if (skip) tally.skip(skip);
      if (item) batch.push(item);
      if (batch.length < BATCH) continue;
      await send();
      onBytes(read, size);
    }
  };
  await contain<void>(readAll, (fault) => {
    // A service that does not answer concerns all sources.
    if (isStoring) throw fault;
    tally.fail(skipUnreadable(name, fault).reason);
  });
  await send();
}

const chunksOf = (name: string): ReadChunks =>
  async function* () {
    yield* (await open(name)).createReadStream({ highWaterMark: CHUNK });
  };
