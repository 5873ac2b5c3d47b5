import { Counts } from "./audience/counts.ts";
import type { Polled } from "./hot.ts";
import { Memory } from "./memory.ts";

/** What an isolate keeps from one request to the next. */
export interface Isolate {
  memory: Memory;
  counts: Counts;
  /** By URL: what was polled there. */
  polled: Map<string, Polled>;
}

export const newIsolate = (): Isolate => ({ memory: new Memory(), counts: new Counts(), polled: new Map() });
