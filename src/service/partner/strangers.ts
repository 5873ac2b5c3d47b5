import { windowOf } from "../../partner/limits.ts";
import type { Home } from "../home.ts";

/** Refusals a minute after which no key from an address is looked up any more. A partner's own mistake stays far below. */
export const MAX_REFUSALS = 60;

/** Addresses an instance remembers for a minute, some hundred bytes each. Where there are more, it begins anew. */
const MAX_ADDRESSES = 5_000;

/** Addresses from which keys were sent that are none. Guessing costs the store nothing, and tells nobody more. */
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
