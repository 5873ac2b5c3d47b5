import { type ChildProcess, fork, spawnSync } from "node:child_process";
import { once } from "node:events";
import { cpus } from "node:os";
import { join } from "node:path";
import type { Load, Measured } from "./generator.ts";

/** Enough to keep one worker busy all the time. */
export const CONNECTIONS = 32;

/** The load generator, on the last core where `taskset` is there; what it loads goes to the first with `pin`. */
export class Generator {
  readonly #process: ChildProcess = fork(join(import.meta.dirname, "generator.ts"));
  readonly #ended = once(this.#process, "exit").then(() => [{ fault: "the load generator has ended" }]);

  constructor() {
    pin(this.#process.pid ?? 0, cpus().length - 1);
  }

  /** @throws where an answer is not the one expected */
  async run(load: Omit<Load, "connections"> & { connections?: number }): Promise<Measured> {
    this.#process.send({ connections: CONNECTIONS, ...load });
    const [measured] = (await Promise.race([once(this.#process, "message"), this.#ended])) as [Measured];
    if (measured.fault !== undefined) throw new Error(`${load.url}: ${measured.fault}`);
    return measured;
  }

  stop(): void {
    this.#process.kill();
  }
}

/** Gives all threads of a process one core. Without `taskset` they share, for all contestants alike. */
export function pin(pid: number, core: number): void {
  spawnSync("taskset", ["-a", "-p", "-c", String(core), String(pid)], { stdio: "ignore" });
}
