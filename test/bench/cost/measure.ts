/**
 * Measures what reading a text costs, in a process of its own: what runs for too long or out of memory, ends alone. Run with
 * `--expose-gc`. Its parent sends an `Order`, and gets a `Cost` back.
 */
import { GCProfiler } from "node:v8";
import { PARSERS } from "./parsers.ts";
import { shapesOf } from "./shape.ts";

export interface Order {
  /** Of `PARSERS`. */
  parser: string;
  shape: string;
  bytes: number;
  /** So long a reading is repeated, in milliseconds, so that clock and collector say little; 0: it is read once. */
  repeat: number;
}

export interface Cost {
  /** Of one reading. */
  milliseconds: number;
  /** Bytes of heap at the most, over what there was before. */
  memory: number;
  refused?: string;
}

process.send?.("ready");
process.on("message", (order: Order) => {
  measure(order).then((cost) => process.send?.(cost));
});

async function measure({ parser, shape, bytes, repeat }: Order): Promise<Cost> {
  const { grammar, reading } = PARSERS.find(({ name }) => name === parser) ?? fail(parser);
  const toText = shapesOf(grammar).get(shape) ?? fail(shape);
  const read = reading(toText(bytes));
  // All of it would take longer than most readings.
  globalThis.gc?.({ type: repeat === 0 ? "minor" : "major" });
  const before = process.memoryUsage().heapUsed;
  const profiler = new GCProfiler();
  profiler.start();
  const began = performance.now();
  const result = await read();
  const milliseconds = performance.now() - began;
  const after = process.memoryUsage().heapUsed;
  const used = profiler.stop()?.statistics.map(({ beforeGC }) => beforeGC.heapStatistics.usedHeapSize) ?? [];
  return {
    milliseconds: repeat === 0 ? milliseconds : Math.min(milliseconds, await mean(read, repeat)),
    memory: used.reduce((most, one) => Math.max(most, one), after) - before,
    refused: typeof result === "string" ? result.slice(0, 100) : undefined,
  };
}

/** The time of this thread alone, in which whatever else the machine does counts for nothing. It is told in steps of some milliseconds. */
async function mean(read: () => unknown, atLeast: number): Promise<number> {
  const before = process.threadCpuUsage();
  for (let count = 1; ; count += 1) {
    await read();
    const { user, system } = process.threadCpuUsage(before);
    const taken = (user + system) / 1_000;
    if (taken >= atLeast) return taken / count;
  }
}

function fail(name: string): never {
  throw new Error(`there is no ${name}`);
}
