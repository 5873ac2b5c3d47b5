import { Counts } from "./audience/counts.ts";
import type { Polled } from "./hot.ts";
import { Memory } from "./memory.ts";
import { Keys } from "./partner-keys.ts";
import { Ledger } from "./partner-ledger.ts";

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
