import { untilNextWindow } from "../../partner/limits.ts";
import { elapsed } from "../elapsed.ts";
import type { Home } from "../home.ts";
import { MinuteCounts } from "./minute-counts.ts";
import { networkOf } from "./network-of.ts";

/** Refusals a minute after which an address is told to wait. A mistake of somebody who may come in stays far below. */
export const MAX_REFUSALS = 60;

/**
 * Addresses from which secrets were sent that are none. They are told to wait, and no more: partners and editors may stand behind the
 * same proxy, so that a right secret is looked at first, and lets in whatever an address has sent before. Of what is guessed at, each
 * has 128 bits of chance or more: it is no number of guesses that could find it.
 */
export class Strangers {
  readonly #home: Pick<Home, "addressOf" | "limiter">;
  readonly #secret: string;
  readonly #refused = new MinuteCounts();

  /** @param secret what is guessed at: each is counted by itself */
  constructor(home: Pick<Home, "addressOf" | "limiter">, secret: string) {
    this.#home = home;
    this.#secret = secret;
  }

  /**
   * Counts a request with a wrong secret, for all instances of a place where the home has a limiter.
   *
   * @returns after how many seconds its address is to come again; null: there were not too many. An unknown address is never over
   */
  async refuse(request: Request): Promise<number | null> {
    const address = this.#home.addressOf(request);
    if (address === null) return null;
    const network = networkOf(address);
    const now = elapsed();
    const refused = this.#refused.of(network, now);
    if (refused >= MAX_REFUSALS) return untilNextWindow(now);
    const isOver = !((await this.#home.limiter?.(`${this.#secret} ${network}`)) ?? true);
    this.#refused.set(network, isOver ? MAX_REFUSALS : refused + 1);
    return null;
  }
}
