import { windowOf } from "../../partner/limits.ts";
import { LONG_AGO } from "../elapsed.ts";

/** Addresses an instance remembers for a minute, some hundred bytes each. Where there are more, it begins anew. */
const MAX_ADDRESSES = 5_000;

/** What an instance counts of each address, from one minute to the next. */
export class MinuteCounts {
  readonly #counts = new Map<string, number>();
  #window = LONG_AGO;

  /** @param now by the clock of `elapsed` */
  of(address: string, now: number): number {
    const isFull = this.#counts.size >= MAX_ADDRESSES && !this.#counts.has(address);
    if (this.#window !== windowOf(now) || isFull) this.#counts.clear();
    this.#window = windowOf(now);
    return this.#counts.get(address) ?? 0;
  }

  set(address: string, count: number): void {
    this.#counts.set(address, count);
  }
}
