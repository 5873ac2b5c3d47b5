import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { join } from "node:path";
import { TOKEN } from "./token.ts";

const START = join(import.meta.dirname, "../../src/cli/start.js");

export interface StartedProcess {
  child: ChildProcess;
  /** What it has written so far. */
  out(): string;
  err(): string;
  /** Waits until it serves. @throws where it ends before */
  ready(): Promise<void>;
  /** Its exit code; null where a signal has ended it. */
  ended: Promise<number | null>;
  /** All its processes at once, as a machine that loses power. */
  kill(): Promise<void>;
}

interface StartSettings {
  env?: Record<string, string>;
  /** Words before Node's own, as `unshare` takes them. */
  before?: string[];
}

/** The very command that a newsroom starts, in a process group of its own, with the tests' token. */
export function startProcess(args: string[], { env = {}, before = [] }: StartSettings = {}): StartedProcess {
  const [command = "", ...words] = [...before, process.execPath, START, ...args];
  const child = spawn(command, words, {
    // Vitest has a BASE_URL of its own.
    env: { ...process.env, BASE_URL: "", PUBLISH_TOKEN: TOKEN, SIGNING_KEY: "none", ...env },
    detached: true,
    stdio: ["ignore", "pipe", "pipe"],
  });
  const written = { out: "", err: "" };
  child.stdout.on("data", (chunk) => (written.out += chunk));
  child.stderr.on("data", (chunk) => (written.err += chunk));
  const ended = once(child, "close").then(([code]) => code as number | null);
  return {
    child,
    out: () => written.out,
    err: () => written.err,
    ended,
    async ready() {
      const ends = ended.then(() => Promise.reject(new Error(`the service has ended: ${written.err}`)));
      while (!written.out.includes("Wireproof runs on")) await Promise.race([once(child.stdout, "data"), ends]);
    },
    async kill() {
      if (child.pid !== undefined && child.exitCode === null && child.signalCode === null)
        process.kill(-child.pid, "SIGKILL");
      await ended;
    },
  };
}
