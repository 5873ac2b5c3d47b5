import { contain } from "../../article/contain.ts";
import { logThrown } from "../log.ts";
import { StoreFault } from "../store-fault.ts";

/** Takes the next step of a feed. */
export type TakeStep = (slug: string) => Promise<unknown>;

/** Those who take steps beside the publisher: on one machine, other threads. */
export interface Helpers {
  /** How many steps they take at a time, where so many feeds are due; 0: for so few it is not worth while. */
  room(due: number): number;
  take(slug: string): ReturnType<TakeStep>;
}

/**
 * The feeds that are in hand in one run, side by side: none of them twice. A feed that breaks the code which works on it is set aside,
 * and the others go on.
 */
export class Lanes {
  readonly #inHand = new Map<string, Promise<void>>();
  readonly #broken: string[] = [];
  #fault: StoreFault | undefined;

  /** How many are in hand. */
  get count(): number {
    return this.#inHand.size;
  }

  /** Feeds that are not to be taken up: those in hand, and those that broke. */
  get closed(): string[] {
    return [...this.#broken, ...this.#inHand.keys()];
  }

  begin(slug: string, take: TakeStep): void {
    const step = contain(
      async () => take(slug),
      (fault) => this.#setAside(slug, fault),
    );
    const ended = step.then(() => void this.#inHand.delete(slug));
    this.#inHand.set(slug, ended);
  }

  /**
   * Waits until there are fewer in hand than so many.
   *
   * @throws StoreFault: that is no feed's fault, and befalls them all
   */
  async fewerThan(count: number): Promise<void> {
    while (this.#inHand.size >= count) await Promise.race(this.#inHand.values());
    if (this.#fault) throw this.#fault;
  }

  #setAside(slug: string, fault: unknown): void {
    if (fault instanceof StoreFault) {
      this.#fault ??= fault;
      return;
    }
    this.#broken.push(slug);
    logThrown("feed failed", fault, { slug });
  }
}
