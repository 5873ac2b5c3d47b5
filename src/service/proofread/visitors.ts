import { untilNextWindow } from "../../partner/limits.ts";
import { elapsed } from "../elapsed.ts";
import type { Home } from "../home.ts";
import { MinuteCounts } from "../http/minute-counts.ts";
import { networkOf } from "../http/network-of.ts";
import { MAX_AT_ONCE, MAX_AT_ONCE_OF_NETWORK, MAX_OF_ADDRESS } from "./limits.ts";
import type { Asker, NotNow } from "./place.ts";

/** Whether somebody may send a document, or after how many seconds one is to come again. */
export type ProofreadAdmission = { status: "in" } | { status: "too often"; seconds: number };

/** No place is free, and after how many seconds one may be. */
export interface NoPlace {
  status: "too many";
  seconds: number;
}

/** Seconds after which one of those who are being served has left. */
const SOON = 5;

/** Who has documents proofread: each address so often a minute, and so many at once. */
export class Visitors {
  readonly #home: Pick<Home, "addressOf" | "limiter">;
  readonly #came = new MinuteCounts();
  /** The network of each who is being served; undefined: the newsroom. */
  readonly #inside: (string | undefined)[] = [];

  constructor(home: Pick<Home, "addressOf" | "limiter">) {
    this.#home = home;
  }

  /**
   * Counts a request of a stranger's, for all instances of a place where the home has a limiter. All whose address is not known are one.
   */
  async admit(request: Request): Promise<ProofreadAdmission> {
    const now = elapsed();
    const address = this.#networkOf(request);
    const came = this.#came.of(address, now);
    this.#came.set(address, came + 1);
    const isWithin = came < MAX_OF_ADDRESS && ((await this.#home.limiter?.(`proofread ${address}`)) ?? true);
    return isWithin ? { status: "in" } : { status: "too often", seconds: untilNextWindow(now) };
  }

  /** Does the work of one who was let in, if there is a place. Race: nothing is awaited between the look and the taking. */
  async serve<T>(asker: Asker, work: () => Promise<T>): Promise<T | NoPlace> {
    const network = asker === "newsroom" ? undefined : this.#networkOf(asker);
    const ofNetwork = this.#inside.filter((one) => one === network).length;
    const isCrowded = network !== undefined && ofNetwork >= MAX_AT_ONCE_OF_NETWORK;
    if (isCrowded || this.#inside.length >= MAX_AT_ONCE) return { status: "too many", seconds: SOON };
    this.#inside.push(network);
    try {
      return await work();
    } finally {
      this.#inside.splice(this.#inside.indexOf(network), 1);
    }
  }

  #networkOf = (request: Request): string => networkOf(this.#home.addressOf(request) ?? "");
}

/** What somebody is told who was not let in. */
export function notNow(admission: Exclude<ProofreadAdmission, { status: "in" }> | NoPlace): NotNow {
  const { status, seconds } = admission;
  return status === "too often"
    ? { status: 429, why: `Too many documents came from your address: come again in ${seconds} seconds.`, seconds }
    : { status: 503, why: `Others' documents are being proofread: come again in ${seconds} seconds.`, seconds };
}
