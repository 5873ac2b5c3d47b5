import { type ChildProcess, type SpawnOptions, spawn } from "node:child_process";
import { once } from "node:events";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { connect, type ServiceClient } from "../../src/cli/service.ts";
import { freePort } from "../free-port.ts";
import { SITE_HOST } from "./recipe.ts";

const ROOT = join(import.meta.dirname, "../..");
export const TOKEN = "the-recipes-71e8d3c09fa5b246";

export interface Service {
  port: number;
  /** Straight to it, past whatever stands in front. */
  url: string;
  client: ServiceClient;
  /** Its exit code. */
  stop(): Promise<number | null>;
}

/** The service as the recipes start it, behind a proxy of this machine. */
export async function startService(args: string[] = []): Promise<Service> {
  const folder = await mkdtemp(join(tmpdir(), "wireproof-recipe-"));
  const port = await freePort();
  const own = ["--port", `${port}`, "--persist-to", join(folder, "store")];
  const options = [...own, "--base-url", `https://${SITE_HOST}`, "--trusted-proxies", "127.0.0.1", ...args];
  // Vitest has a BASE_URL of its own.
  const env = { ...process.env, BASE_URL: "", PUBLISH_TOKEN: TOKEN, SIGNING_KEY: "none" };
  const child = spawn(process.execPath, [join(ROOT, "src/cli/start.js"), ...options], { cwd: folder, env });
  await saying(child, "Wireproof runs on");
  const url = `http://127.0.0.1:${port}`;
  return {
    ...{ port, url, client: connect(url, TOKEN) },
    async stop() {
      const code = await ended(child);
      await rm(folder, { recursive: true, force: true });
      return code;
    },
  };
}

/** Waits until a process has said something, on either of its streams. */
export async function saying(child: ChildProcess, words: string): Promise<void> {
  let output = "";
  await new Promise<void>((resolve, reject) => {
    for (const stream of [child.stdout, child.stderr])
      stream?.on("data", (chunk) => {
        output += chunk;
        if (output.includes(words)) resolve();
      });
    child.once("error", reject);
    child.once("exit", (code) => reject(new Error(`ended with ${code}: ${output}`)));
  });
}

/** Ends a process as a supervisor does, and gives its exit code. */
export async function ended(child: ChildProcess, signal: NodeJS.Signals = "SIGTERM"): Promise<number | null> {
  if (child.exitCode !== null || child.signalCode !== null) return child.exitCode;
  const exit = once(child, "exit");
  child.kill(signal);
  const [code] = await exit;
  return code;
}

export interface Ran {
  code: number | null;
  output: string;
}

/** Runs a program to its end. */
export async function ran(program: string, args: string[], options: SpawnOptions = {}): Promise<Ran> {
  const child = spawn(program, args, { ...options, stdio: ["ignore", "pipe", "pipe"] });
  let output = "";
  for (const stream of [child.stdout, child.stderr]) stream?.on("data", (chunk) => (output += chunk));
  const [code] = await once(child, "close");
  return { code, output };
}

/** Waits until something holds. */
export async function until(what: string, holds: () => Promise<boolean>): Promise<void> {
  for (const end = Date.now() + 60_000; Date.now() < end; await new Promise((resolve) => setTimeout(resolve, 50)))
    if (await holds().catch(() => false)) return;
  throw new Error(`it never came to this: ${what}`);
}
