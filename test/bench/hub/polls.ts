import { Agent, get } from "node:http";
import { sleep } from "../newsroom.ts";

const PER_SECOND = 20;

/** Polls as readers do, with the tag of what they have, until they are stopped. */
export class Polls {
  /** What each took, in milliseconds. */
  took: number[] = [];
  readonly #agent = new Agent({ keepAlive: true });
  readonly #url: string;
  #etag: string | undefined;
  #isStopped = false;
  readonly #running: Promise<void>;

  constructor(origin: string) {
    this.#url = `${origin}/feeds/all.rss`;
    this.#running = this.#run();
  }

  async stop(): Promise<void> {
    this.#isStopped = true;
    await this.#running;
    this.#agent.destroy();
  }

  async #run(): Promise<void> {
    const start = performance.now();
    for (let count = 1; !this.#isStopped; count += 1) {
      // None waits for the one before.
      void this.#poll();
      await sleep(Math.max(0, start + (count * 1_000) / PER_SECOND - performance.now()));
    }
  }

  #poll(): Promise<void> {
    const { promise, resolve } = Promise.withResolvers<void>();
    const asked = performance.now();
    const headers = { "accept-encoding": "gzip", ...(this.#etag !== undefined && { "if-none-match": this.#etag }) };
    const asking = get(this.#url, { agent: this.#agent, headers }, (answer) => {
      answer.resume().once("close", () => {
        if (answer.statusCode === 200 || answer.statusCode === 304) {
          this.took.push(performance.now() - asked);
          this.#etag = answer.headers.etag;
        }
        resolve();
      });
    });
    // The service is down for a moment.
    asking.once("error", () => resolve());
    return promise;
  }
}
