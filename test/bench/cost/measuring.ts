import { type ChildProcess, fork } from "node:child_process";
import { once } from "node:events";
import { join } from "node:path";
import type { Cost, Order } from "./measure.ts";

/** Measures in another process, which is replaced where an order was too much for it. */
export class Measuring {
  #process: ChildProcess | undefined;
  #ended: Promise<null> = Promise.resolve(null);

  /** @returns null where it took longer than `limit` milliseconds, or more memory than there is */
  async measure(order: Order, limit: number): Promise<Cost | null> {
    const child = this.#process ?? (await this.#start());
    child.send(order);
    const timer = setTimeout(() => child.kill("SIGKILL"), limit);
    const answer = await Promise.race([once(child, "message"), this.#ended]);
    clearTimeout(timer);
    if (answer === null) this.#process = undefined;
    return answer && (answer[0] as Cost);
  }

  stop(): void {
    this.#process?.kill();
  }

  async #start(): Promise<ChildProcess> {
    const child = fork(join(import.meta.dirname, "measure.ts"), {
      execArgv: ["--expose-gc"],
      stdio: ["ignore", "ignore", "ignore", "ipc"],
    });
    this.#process = child;
    this.#ended = once(child, "exit").then(() => null);
    await once(child, "message");
    return child;
  }
}
