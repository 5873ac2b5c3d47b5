import { spawn } from "node:child_process";
import { once } from "node:events";
import { join } from "node:path";

/** A command that runs until it is told to end. */
export interface RunningCommand {
  pid: number;
  /** What it has said so far. */
  out(): string;
  err(): string;
  /** Its exit code; null where a signal ended it. */
  ended: Promise<number | null>;
  /** Tells it, and nobody else. */
  tell(signal: "SIGINT" | "SIGTERM"): Promise<number | null>;
  /** Ends it at once, with all that it has started. */
  kill(): Promise<void>;
}

const ROOT = join(import.meta.dirname, "..");

/** What a start says once the service answers. */
const READY = "Wireproof runs on";

/**
 * Starts a script of ours in a process group of its own, and waits until it says that the service runs.
 *
 * @param script from the root
 * @throws with all that it has said, where it ends before
 */
export async function startCommand(
  script: string,
  args: string[],
  { cwd, env }: { cwd: string; env: Record<string, string> },
): Promise<RunningCommand> {
  const child = spawn(process.execPath, [join(ROOT, script), ...args], {
    cwd,
    // Vitest has a base of its own.
    env: { ...process.env, BASE_URL: "", ...env },
    detached: true,
    stdio: ["ignore", "pipe", "pipe"],
  });
  const said = { out: "", err: "" };
  child.stderr.on("data", (chunk) => (said.err += chunk));
  const ready = new Promise<void>((resolve) => {
    child.stdout.on("data", (chunk) => {
      said.out += chunk;
      if (said.out.includes(READY)) resolve();
    });
  });
  const ended = once(child, "close").then(([code]): number | null => code);
  const early = ended.then((code) => {
    throw new Error(`${script} ended with ${code}:\n${said.out}${said.err}`);
  });
  early.catch(() => undefined);
  await Promise.race([ready, early]);
  const { pid = 0 } = child;
  return {
    pid,
    out: () => said.out,
    err: () => said.err,
    ended,
    tell(signal) {
      child.kill(signal);
      return ended;
    },
    async kill() {
      try {
        process.kill(-pid, "SIGKILL");
      } catch {
        // It has ended before.
      }
      await ended;
    },
  };
}
