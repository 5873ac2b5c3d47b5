import { type ChildProcess, fork } from "node:child_process";
import { once } from "node:events";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { DefinitionInput } from "../../src/feed/definition.ts";
import { makeBrowserFiles } from "../../src/node/make-browser-files.js";
import { TOKEN } from "../e2e/token.ts";
import { freePort } from "../free-port.ts";
import type { Constants } from "./node/bare.ts";
import type { Setup } from "./node/ours.ts";

const ROOT = join(import.meta.dirname, "../..");

export interface Server {
  origin: string;
  pid: number;
  stop(): Promise<void>;
}

/**
 * The service on this machine, in a process of its own, as `npm start` runs it but for its feeds.
 *
 * @param root the project's folder, or another checkout of it
 */
export async function startMachine(directory: string, definitions: DefinitionInput[], root = ROOT): Promise<Server> {
  const built = await mkdtemp(join(tmpdir(), "wireproof-bundle-"));
  const { bundle, BROWSER_FILES, THREADS }: typeof import("../../src/node/bundle.js") = await import(
    join(root, "src/node/bundle.js")
  );
  // A checkout of before has no script at its desk.
  if (BROWSER_FILES) await makeBrowserFiles(root, join(built, BROWSER_FILES));
  const sources = [join(root, "test/bench/node/ours.ts"), ...THREADS.map((thread) => join(root, "src", thread))];
  await bundle(sources, built);
  const setup: Setup = {
    config: {
      directory,
      address: "127.0.0.1",
      port: await freePort(),
      trustedProxies: [],
      hosts: [],
      secrets: { publishToken: TOKEN },
      logFormat: "json",
    },
    definitions,
    migrations: join(root, "src/service/store/migrations"),
  };
  const server = await started(join(built, "ours.js"), setup);
  return {
    ...server,
    async stop() {
      await server.stop();
      await rm(built, { recursive: true });
    },
  };
}

/** A Hono app on Node that answers with constant bytes. */
export const startBare = (constants: Constants): Promise<Server> =>
  started(join(import.meta.dirname, "node/bare.ts"), constants);

async function started(module: string, setup: Setup | Constants): Promise<Server> {
  const child: ChildProcess = fork(module, { stdio: ["ignore", "ignore", "ignore", "ipc"] });
  let isStopping = false;
  const ended = once(child, "exit").then(([code, signal]) => {
    if (!isStopping) console.error(`${module} has ended by itself: ${code ?? signal}`);
  });
  child.send(setup);
  const answer = await Promise.race([once(child, "message"), ended.then(() => null)]);
  if (answer === null) throw new Error(`${module} has ended`);
  return {
    origin: String(answer[0]),
    pid: child.pid ?? 0,
    async stop() {
      isStopping = true;
      child.kill("SIGTERM");
      await ended;
    },
  };
}
