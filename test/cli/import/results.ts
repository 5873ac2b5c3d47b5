import type { RunResult } from "../../../src/cli/import/report.ts";
import type { SourceResult } from "../../../src/cli/import/result.ts";
import type { StoreItems } from "../../../src/cli/import/store.ts";

/** A source that went in whole, with what a test changes of it. */
export const result = (changes: Partial<SourceResult> = {}): SourceResult => ({
  name: "feed.xml",
  kind: "rss",
  read: 2,
  stored: 2,
  unchanged: 0,
  skipped: [],
  passedOver: [],
  hidden: [],
  sharedUrls: [],
  notes: [],
  items: [],
  details: [],
  unreachable: false,
  ...changes,
});

/** A run of these sources. */
export const runOf = (sources: SourceResult[], changes: Partial<RunResult> = {}): RunResult => ({
  sources,
  passedOver: [],
  dryRun: false,
  folders: new Map(),
  said: [],
  ...changes,
});

/** Stores whatever comes. */
export const storeAll: StoreItems = async (items, tally) => {
  for (const item of items) tally.store(item, { status: "created", notes: [] });
};
