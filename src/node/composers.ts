import type { Worker } from "node:worker_threads";
import { minutesToMilliseconds } from "date-fns";
import type { Helpers, TakeStep } from "../service/jobs/lanes.ts";

/** Takes one step of a feed at a time, in a thread of its own. One that has failed is used no more. */
export interface Composer {
  take: TakeStep;
  end(): void;
}

/** So few feeds the publisher's own thread composes: they are fresh before another one had started. */
export const FEW_FEEDS = 8;

/**
 * Threads that had nothing to do for so long are ended: they hold some fifty megabytes each. A new one takes several times as long for
 * its first dozen feeds, until its code is compiled: where one story in ten minutes stands in many feeds, they stay. Milliseconds.
 */
export const COMPOSER_REST = minutesToMilliseconds(10);

/** Threads that compose while many feeds are due: started when they are, and ended when there is nothing left to do. */
export class Composers implements Helpers {
  readonly #start: () => Composer;
  readonly #count: number;
  readonly #idle: Composer[] = [];
  #busy = 0;
  #rest: NodeJS.Timeout | undefined;

  /** @param count how many there are at most */
  constructor(start: () => Composer, count: number) {
    this.#start = start;
    this.#count = count;
  }

  room(due: number): number {
    // What is begun by many is ended by many.
    return due > FEW_FEEDS || this.#busy > 0 ? this.#count : 0;
  }

  async take(slug: string): Promise<void> {
    clearTimeout(this.#rest);
    this.#busy += 1;
    const composer = this.#idle.pop() ?? this.#start();
    try {
      await composer.take(slug);
      this.#idle.push(composer);
    } catch (fault) {
      composer.end();
      throw fault;
    } finally {
      this.#busy -= 1;
      if (this.#busy === 0) this.#rest = setTimeout(() => this.#end(), COMPOSER_REST).unref();
    }
  }

  #end(): void {
    for (const composer of this.#idle.splice(0)) composer.end();
  }
}

/**
 * A composer in a worker thread.
 *
 * @param take asks the thread, which does not answer when it has ended
 */
export function composerIn(worker: Worker, take: TakeStep): Composer {
  let ended: Error | undefined;
  let step: PromiseWithResolvers<unknown> | undefined;
  const end = (cause?: unknown): void => {
    ended ??= new Error("the thread that was to compose it has ended", { cause });
    step?.reject(ended);
  };
  worker.on("error", end).on("exit", () => end());
  return {
    take(slug) {
      step = Promise.withResolvers();
      if (ended) step.reject(ended);
      else take(slug).then(step.resolve, step.reject);
      return step.promise;
    },
    end: () => void worker.terminate(),
  };
}
