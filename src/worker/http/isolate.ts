import type { Counts } from "./audience/counts.ts";
import type { Memory } from "./memory.ts";

/** What an isolate keeps from one request to the next. */
export interface Isolate {
  memory: Memory;
  counts: Counts;
}
