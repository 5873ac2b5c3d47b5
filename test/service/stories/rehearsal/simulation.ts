import { AsyncLocalStorage } from "node:async_hooks";
import { vi } from "vitest";
import { elapsed } from "../../../../src/service/elapsed.ts";

/** Turns of the event loop without an end of the work in hand: something waits for what no simulated time brings. */
const MAX_TURNS = 1_000_000;

/** Something under way. */
interface Work {
  /** Of its parts, how many wait for simulated time. */
  asleep: number;
  /** Itself, and what goes on after it. */
  open: number;
}

/**
 * Simulated time: it goes on to the next timer when nothing is left to do at this moment, however long that takes in truth. What is to be
 * done first is known by `run`, and waits by `sleep`.
 */
export class Simulation {
  readonly #works = new Set<Work>();
  readonly #current = new AsyncLocalStorage<Work>();

  /** From here on `Date`, `performance` and timers are the simulation's. */
  constructor(start: number) {
    vi.useFakeTimers({ toFake: ["Date", "performance", "setTimeout", "clearTimeout"], now: start });
    elapsed();
  }

  end(): void {
    vi.useRealTimers();
  }

  /** Work that takes no simulated time but that of its `sleep`s. */
  run<T>(work: () => Promise<T>): Promise<T> {
    const own = { asleep: 0, open: 0 };
    return this.#current.run(own, () => this.#until(work(), own));
  }

  /** What the work in hand leaves to be done after it. */
  follow(rest: Promise<unknown>): void {
    const own = this.#current.getStore() ?? { asleep: 0, open: 0 };
    this.#until(rest, own).catch(() => undefined);
  }

  /** Within what is run. Milliseconds. */
  async sleep(milliseconds: number): Promise<void> {
    const own = this.#current.getStore();
    if (own) own.asleep += 1;
    await new Promise((resolve) => setTimeout(resolve, milliseconds));
    if (own) own.asleep -= 1;
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

  async #until<T>(end: Promise<T>, work: Work): Promise<T> {
    this.#works.add(work);
    work.open += 1;
    try {
      return await end;
    } finally {
      work.open -= 1;
      if (work.open === 0) this.#works.delete(work);
    }
  }

  async #settle(): Promise<void> {
    for (let turns = 0; turns < MAX_TURNS; turns += 1) {
      await turn();
      if (this.#isIdle()) return;
    }
    throw new Error("Something is under way that does not end.");
  }

  #isIdle(): boolean {
    for (const { asleep } of this.#works) if (asleep === 0) return false;
    return true;
  }
}

/** A turn of the true event loop: what need not wait for anything is done by then. */
const turn = (): Promise<void> => new Promise((resolve) => setImmediate(resolve));
