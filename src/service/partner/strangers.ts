import { windowOf } from "../../partner/limits.ts";
import type { Home } from "../home.ts";

/** Refusals a minute of one address; after them no key of its is looked up. A partner's own mistake stays far below. */
export const MAX_REFUSALS = 60;

/** Addresses an instance remembers for a minute, some hundred bytes each. */
const MAX_ADDRESSES = 5_000;

/** Who tries keys that are none: so that guessing costs the store nothing, and nobody is told more by it. */
export class Strangers {
  readonly #home: Pick<Home, "limiter">;
  readonly #refused = new Map<string, number>();
  #window = 0;

  constructor(home: Pick<Home, "limiter">) {
    this.#home = home;
  }

  /** Whether an address has been refused too often in this minute. An unknown one never has. */
  isOver(address: string | null, now: number): boolean {
    return address !== null && this.#in(now) && (this.#refused.get(address) ?? 0) >= MAX_REFUSALS;
  }

  /** Counts a refusal, for all instances of a place where the home has a limiter. */
  async count(address: string | null, now: number): Promise<void> {
    if (address === null) return;
    if (!this.#in(now) || this.#refused.size >= MAX_ADDRESSES) this.#refused.clear();
    this.#window = windowOf(now);
    const isOver = !((await this.#home.limiter?.(`refused ${address}`)) ?? true);
    this.#refused.set(address, isOver ? MAX_REFUSALS : (this.#refused.get(address) ?? 0) + 1);
  }

  #in(now: number): boolean {
    return this.#window === windowOf(now);
  }
}
