import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { FeedInput } from "../../src/feed/catalog.ts";
import type { SiteInput } from "../../src/feed/definition.ts";
import { type RunningCommand, startCommand } from "../command.ts";
import { freePort } from "../free-port.ts";
import { TOKEN } from "./token.ts";

export interface NodeService {
  /** `http://127.0.0.1:port` */
  url: string;
  /** Where its documents say that it is, unless its masthead has a site: `http://localhost:port`. */
  base: string;
  /** The store's file. */
  file: string;
  pid: number;
  /** Its end is waited for; its store is gone, unless it was named. */
  stop(): Promise<void>;
  /** As if the power had failed. */
  kill(): Promise<void>;
}

interface Options {
  port?: number;
  /** Keeps the store over a restart. */
  directory?: string;
  /** A new store gets the sample newsroom. */
  sample?: boolean;
  /** Other feeds than those of `feeds/`. */
  feeds?: { site: SiteInput; definitions: FeedInput[] };
}

/**
 * The service on this machine, in a process of its own: the very command that a newsroom starts, or, with other feeds, the same service
 * without the command's own words.
 */
export async function startNode({ port, directory, sample = false, feeds }: Options = {}): Promise<NodeService> {
  const own = port ?? (await freePort());
  const place = directory ?? (await mkdtemp(join(tmpdir(), "wireproof-node-")));
  const base = `http://localhost:${own}`;
  const [script, args] = feeds
    ? [
        "test/e2e/own-feeds.js",
        [JSON.stringify({ ...feeds, base: baseOf(feeds.site, base), port: own, directory: place })],
      ]
    : ["src/cli/start.js", ["--port", String(own), "--persist-to", place, ...(sample ? [] : ["--empty"])]];
  // Its secrets are written beside its store, and not into the project's folder.
  const command: RunningCommand = await startCommand(script, args, { cwd: place, env: { PUBLISH_TOKEN: TOKEN } });
  return {
    url: `http://127.0.0.1:${own}`,
    base,
    file: join(place, "wireproof.sqlite"),
    pid: command.pid,
    async stop() {
      const code = await command.tell("SIGTERM");
      if (!directory) await rm(place, { recursive: true, force: true });
      if (code !== 0) throw new Error(`the service ended with ${code}:\n${command.err()}`);
    },
    kill: () => command.kill(),
  };
}

/** A masthead that says localhost means this machine, whichever port is listened on. */
const baseOf = (site: SiteInput, base: string): string =>
  new URL(site.base).hostname === "localhost" ? base : site.base;
