import type { Definition } from "../feed/definition.ts";
import type { Format } from "../feed/feed.ts";
import { Counts } from "./audience/counts.ts";
import { Keys } from "./partner/known-keys.ts";
import { Ledger } from "./partner/ledger.ts";
import { Memory } from "./poll/memory.ts";

/** Of a feed, one of its documents. */
export interface Polled {
  slug: string;
  format: Format;
  /** Of a partner's feed. */
  partner?: { definition: Definition; path: string };
}

/** What an isolate keeps from one request to the next. */
export interface Isolate {
  memory: Memory;
  counts: Counts;
  keys: Keys;
  ledger: Ledger;
  /** By URL: what was polled there. */
  polled: Map<string, Polled>;
}

export const newIsolate = (): Isolate => ({
  memory: new Memory(),
  counts: new Counts(),
  keys: new Keys(),
  ledger: new Ledger(),
  polled: new Map(),
});
