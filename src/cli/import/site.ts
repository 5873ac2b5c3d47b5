import { type AskSite, type ReadSite, SiteFault } from "../../import/sites/site-reader.ts";
import type { SourceKind } from "../../import/source-reading.ts";
import type { SourceTally } from "./result.ts";
import type { SourceDefaults } from "./sources.ts";
import type { StoreItems } from "./store.ts";

/** A running site that is imported. */
export interface RunningSite {
  /** Absent: a page of it says so. */
  kind?: SourceKind;
  /** Its address. */
  home: string;
  read: ReadSite;
  key?: string;
  /** A feed: what it does not link to, too. */
  all?: boolean;
}

interface SiteMeans {
  ask: AskSite;
  defaults: SourceDefaults;
  store: StoreItems;
  tally: SourceTally;
  onItems(done: number, of: number): void;
}

/** A running site into the store, a page at a time. Where it cannot be read on, what was stored stands. */
export async function importSite({ kind, home, read, key, all }: RunningSite, means: SiteMeans): Promise<void> {
  const { ask, defaults, store, tally, onItems } = means;
  if (kind !== undefined) tally.begin(kind);
  let done = 0;
  try {
    for await (const page of read(home, { ask, key, all, source: { name: home, url: home, ...defaults } })) {
      if (page.kind !== undefined) tally.begin(page.kind, page.title);
      tally.note(page.notes, home);
      await store(page.items, tally, () => {});
      for (const skip of page.skipped) tally.skip(skip);
      done += page.items.length + page.skipped.length;
      onItems(done, Math.max(done, page.total ?? 0));
    }
  } catch (fault) {
    if (!(fault instanceof SiteFault)) throw fault;
    tally.fail(fault.why);
  }
}
