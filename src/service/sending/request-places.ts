import { BoundedMap } from "../bounded-map.ts";

/** Requests that are in hand at once. */
export interface PlaceLimits {
  /** Of those that are answered soon. */
  quick: number;
  /** Of all: what is not answered soon holds no place that others could have. */
  all: number;
  /** To one host: whoever has many subscribers there is not flooded. */
  perHost: number;
  /** How long an answer comes soon. Milliseconds. */
  soon: number;
}

/** Hosts that are remembered as slow. */
const MAX_SLOW_HOSTS = 1_000;

/**
 * Where requests to others' servers are in hand, side by side. A host that does not answer soon takes no place away from the others: its
 * requests give theirs up, and until it has answered soon, it is asked one thing at a time, in the places that nobody else needs.
 */
export class RequestPlaces {
  readonly #limits: PlaceLimits;
  readonly #hosts = new Map<string, number>();
  readonly #slow = new BoundedMap<true>(MAX_SLOW_HOSTS);
  #quick = 0;
  #all = 0;

  constructor(limits: PlaceLimits) {
    this.#limits = limits;
  }

  /** How many are in hand. */
  get count(): number {
    return this.#all;
  }

  /** How many more may be begun now. */
  get room(): number {
    const { quick, all } = this.#limits;
    return Math.max(0, Math.min(quick - this.#quick, all - this.#all));
  }

  /** Hosts that are to be asked nothing more for now. */
  get full(): string[] {
    return [...new Set([...this.#slow.keys(), ...this.#hosts.keys()])].filter((host) => this.roomAt(host) === 0);
  }

  /** How many more may be begun at a host. */
  roomAt(host: string): number {
    const inHand = this.#hosts.get(host) ?? 0;
    const { quick, all, perHost } = this.#limits;
    if (!this.#slow.has(host)) return Math.max(0, perHost - inHand);
    return inHand > 0 || this.#all - this.#quick >= Math.max(1, all - quick) ? 0 : 1;
  }

  /** Runs what asks a host. @param run rejects with nothing */
  async take(host: string, run: () => Promise<void>): Promise<void> {
    let isQuick = !this.#slow.has(host);
    this.#all += 1;
    if (isQuick) this.#quick += 1;
    this.#hosts.set(host, (this.#hosts.get(host) ?? 0) + 1);
    let isSoon = true;
    const giveUp = setTimeout(() => {
      isSoon = false;
      if (isQuick) this.#quick -= 1;
      isQuick = false;
      this.#slow.renew(host, true);
    }, this.#limits.soon);
    try {
      await run();
    } finally {
      clearTimeout(giveUp);
      this.#all -= 1;
      if (isQuick) this.#quick -= 1;
      if (isSoon) this.#slow.delete(host);
      const left = (this.#hosts.get(host) ?? 1) - 1;
      if (left > 0) this.#hosts.set(host, left);
      else this.#hosts.delete(host);
    }
  }
}
