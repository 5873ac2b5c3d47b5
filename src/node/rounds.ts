import { elapsed, LONG_AGO } from "../service/elapsed.ts";
import { logThrown } from "../service/log.ts";
import type { Publishing } from "../service/publishing.ts";

/** A sweep finds what no wake told of, such as what was stale when the process was killed. Milliseconds. */
const SWEEP_INTERVAL = 15_000;

/** After a round that failed; after each more that does, twice as long, for a store that is down is not to be asked all the time. Milliseconds. */
const RETRY = 1_000;

/** What has waited for the store is out so soon after it is back. Milliseconds. */
const MAX_RETRY = 8_000;

/** The publisher's rounds, one at a time: one for every wake, however many came meanwhile, and a sweep from time to time. */
export class Rounds {
  readonly #publishing: Pick<Publishing, "publish" | "sweep">;
  readonly #timers = new Set<NodeJS.Timeout>();
  #running: Promise<void> | undefined;
  #isWoken = false;
  #isStarted = false;
  #isStopped = false;
  #retry = RETRY;
  #retrying: NodeJS.Timeout | undefined;
  #sweptAt = LONG_AGO;

  constructor(publishing: Pick<Publishing, "publish" | "sweep">) {
    this.#publishing = publishing;
  }

  /** Sweeps at once, and from then on. */
  start(): void {
    this.#isStarted = true;
    this.wake(0);
  }

  /** A round is to begin so many milliseconds from now. */
  wake(delay: number): void {
    if (delay > 0) {
      this.#later(delay);
      return;
    }
    this.#isWoken = true;
    if (this.#isStarted) this.#running ??= this.#run();
  }

  /** Begins no other round. @returns when the one in hand is over */
  async stop(): Promise<void> {
    this.#isStopped = true;
    for (const timer of this.#timers) this.#forget(timer);
    await this.#running;
  }

  async #run(): Promise<void> {
    while (this.#isWoken && !this.#isStopped) {
      this.#isWoken = false;
      try {
        if (elapsed() - this.#sweptAt < SWEEP_INTERVAL) await this.#publishing.publish();
        else await this.#sweep();
        this.#retry = RETRY;
      } catch (error) {
        logThrown("publisher failed", error);
        // One at a time: a round that wakes and sweeps begin may fail, too.
        this.#forget(this.#retrying);
        this.#retrying = this.#later(this.#retry);
        this.#retry = Math.min(2 * this.#retry, MAX_RETRY);
      }
    }
    this.#running = undefined;
  }

  async #sweep(): Promise<void> {
    this.#sweptAt = elapsed();
    this.#later(SWEEP_INTERVAL);
    await this.#publishing.sweep();
  }

  #later(delay: number): NodeJS.Timeout | undefined {
    if (this.#isStopped) return;
    const timer = setTimeout(() => {
      this.#forget(timer);
      this.wake(0);
    }, delay);
    this.#timers.add(timer);
    return timer;
  }

  #forget(timer: NodeJS.Timeout | undefined): void {
    clearTimeout(timer);
    if (timer) this.#timers.delete(timer);
  }
}
