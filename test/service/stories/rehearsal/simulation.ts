import { vi } from "vitest";
import { elapsed } from "../../../../src/service/elapsed.ts";

/** Turns of the event loop without an end of the work in hand: something waits for what no simulated time brings. */
const MAX_TURNS = 1_000_000;

/**
 * Simulated time: it goes on by the next timer when nothing is left to do at this moment, however long that takes in truth. What runs in
 * between is counted by `run`, and waits by `sleep`.
 */
export class Simulation {
  #running = 0;

  /** From here on `Date`, `performance` and timers are the simulation's. */
  constructor(start: number) {
    vi.useFakeTimers({ toFake: ["Date", "performance", "setTimeout", "clearTimeout"], now: start });
    elapsed();
  }

  end(): void {
    vi.useRealTimers();
  }

  /** Work that takes no simulated time but that of its `sleep`s. */
  async run<T>(work: () => Promise<T>): Promise<T> {
    this.#running += 1;
    try {
      return await work();
    } finally {
      this.#running -= 1;
    }
  }

  /** For work that `run` counts. Milliseconds. */
  async sleep(milliseconds: number): Promise<void> {
    this.#running -= 1;
    await pause(milliseconds);
    this.#running += 1;
  }

  /** Lets so many milliseconds pass, with all that happens in them. */
  async pass(milliseconds: number): Promise<void> {
    let isOver = false;
    setTimeout(() => {
      isOver = true;
    }, milliseconds);
    await this.#settle();
    while (!isOver) {
      vi.advanceTimersToNextTimer();
      await this.#settle();
    }
  }

  async #settle(): Promise<void> {
    for (let turns = 0; turns < MAX_TURNS; turns += 1) {
      await turn();
      if (this.#running > 0) continue;
      await turn();
      if (this.#running <= 0) return;
    }
    throw new Error("Something is under way that does not end.");
  }
}

/** Lets simulated time pass, for what `run` does not count. Milliseconds. */
export const pause = (milliseconds: number): Promise<void> =>
  new Promise((resolve) => setTimeout(resolve, milliseconds));

/** A turn of the true event loop. */
const turn = (): Promise<void> => new Promise((resolve) => setImmediate(resolve));
