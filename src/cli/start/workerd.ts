import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { join } from "node:path";

interface Options {
  port: number;
  persistTo: string;
  /** The origin that the documents name as their own. */
  base: string;
}

export interface Workerd {
  /** Its exit code, once it has ended. */
  ended: Promise<number>;
  stop(): void;
}

/** Milliseconds. */
const PATIENCE = 60_000;

const WRANGLER = join(import.meta.dirname, "../../../node_modules/wrangler/bin/wrangler.js");
const ENVIRONMENT = { ...process.env, WRANGLER_SEND_METRICS: "false", WRANGLER_HIDE_BANNER: "true", CI: "true" };

/** Migrates the store, starts the worker on it in workerd, and waits until it answers. */
export async function startWorkerd({ port, persistTo, base }: Options): Promise<Workerd> {
  await migrate(persistTo);
  const child = wrangler(
    [
      "dev",
      "--port",
      String(port),
      "--persist-to",
      persistTo,
      "--var",
      `BASE_URL:${base}`,
      "--show-interactive-dev-session=false",
      "--log-level",
      "error",
    ],
    "inherit",
  );
  const ended = once(child, "exit").then(([code]) => Number(code ?? 0));
  const stop = () => void child.kill("SIGTERM");
  process.once("SIGINT", stop);
  process.once("SIGTERM", stop);
  await Promise.race([
    answering(base),
    ended.then((code) => fail(`the worker ended with code ${code}; is port ${port} taken?`)),
  ]);
  return { ended, stop };
}

async function migrate(persistTo: string): Promise<void> {
  const child = wrangler(["d1", "migrations", "apply", "DB", "--local", "--persist-to", persistTo], "pipe");
  let output = "";
  for (const stream of [child.stdout, child.stderr]) stream?.on("data", (chunk) => (output += chunk));
  const [code] = await once(child, "exit");
  if (code !== 0) fail(`the migrations failed:\n${output}`);
}

async function answering(base: string): Promise<void> {
  for (const end = Date.now() + PATIENCE; Date.now() < end; await new Promise((resolve) => setTimeout(resolve, 100))) {
    const response = await fetch(`${base}/health`).catch(() => null);
    if (response?.ok) return;
  }
  fail(`the worker does not answer on ${base}`);
}

const wrangler = (args: string[], output: "inherit" | "pipe"): ChildProcess =>
  spawn(process.execPath, [WRANGLER, ...args], { stdio: ["ignore", output, output], env: ENVIRONMENT });

function fail(message: string): never {
  throw new Error(message);
}
