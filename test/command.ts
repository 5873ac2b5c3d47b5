import { spawn } from "node:child_process";
import { once } from "node:events";
import { join } from "node:path";

/** A command that runs until it is told to end. */
export interface RunningCommand {
  pid: number;
  /** What it has said so far. */
  out(): string;
  err(): string;
  /** Waits until it says that the service runs. @throws with all that it has said, where it ends before */
  ready(): Promise<void>;
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

interface CommandSettings {
  cwd: string;
  env: Record<string, string>;
  /** Words before Node's own, as `unshare` takes them. */
  before?: string[];
}

/**
 * Starts a script of ours, and waits until it says that the service runs.
 *
 * @throws with all that it has said, where it ends before
 */
export async function startCommand(script: string, args: string[], settings: CommandSettings): Promise<RunningCommand> {
  const command = launchCommand(script, args, settings);
  await command.ready();
  return command;
}

/**
 * Starts a script of ours in a process group of its own.
 *
 * @param script from the root
 */
export function launchCommand(
  script: string,
  args: string[],
  { cwd, env, before = [] }: CommandSettings,
): RunningCommand {
  const [program = "", ...words] = [...before, process.execPath, join(ROOT, script), ...args];
  const child = spawn(program, words, {
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
  const { pid = 0 } = child;
  return {
    pid,
    ready: () => Promise.race([ready, early]),
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
