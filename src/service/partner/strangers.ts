import { windowOf } from "../../partner/limits.ts";
import type { LimitEnv } from "./ledger.ts";

/** Refusals a minute of one address; after them no key of its is looked up. A partner's own mistake stays far below. */
export const MAX_REFUSALS = 60;

/** Addresses an isolate remembers for a minute, some hundred bytes each. */
const MAX_ADDRESSES = 5_000;

/** Who tries keys that are none: so that guessing costs the store nothing, and nobody is told more by it. */
export class Strangers {
  #window = 0;
  readonly #refused = new Map<string, number>();

  /** Whether an address has been refused too often in this minute. An unknown one never has. */
  isOver(address: string | null, now: number): boolean {
    return address !== null && this.#in(now) && (this.#refused.get(address) ?? 0) >= MAX_REFUSALS;
  }

  /** Counts a refusal; on Cloudflare for all isolates of a place. */
  async count(env: LimitEnv, address: string | null, now: number): Promise<void> {
    if (address === null) return;
    if (!this.#in(now) || this.#refused.size >= MAX_ADDRESSES) this.#refused.clear();
    this.#window = windowOf(now);
    const isOver = env.PARTNER_LIMIT && !(await env.PARTNER_LIMIT.limit({ key: `refused ${address}` })).success;
    this.#refused.set(address, isOver ? MAX_REFUSALS : (this.#refused.get(address) ?? 0) + 1);
  }

  #in(now: number): boolean {
    return this.#window === windowOf(now);
  }
}

/** The client's address, as Cloudflare says it; elsewhere nobody is told apart by what a client can say itself. */
export const addressOf = (request: Request): string | null => request.headers.get("cf-connecting-ip");
