import { join } from "node:path";
import { convertV4MiniflareOptions, Log, LogLevel, Miniflare } from "miniflare";
import { unstable_getMiniflareWorkerOptions } from "wrangler";
import type { Secrets } from "../../service/home.ts";
import { deployedBundle } from "./bundle.ts";

interface Options {
  address: string;
  port: number;
  persistTo: string;
  /** The origin that the documents name as their own. */
  base: string;
  secrets: Secrets;
  /** Called once workerd has ended by itself. */
  onEnd(): void;
}

/** workerd as it runs, until this process ends. */
export interface Workerd {
  /** Does what the cron of a deployed worker does. */
  sweep(): Promise<void>;
}

const ROOT = join(import.meta.dirname, "../../..");

/**
 * Runs the worker that would be deployed, with what `wrangler.toml` binds to it.
 *
 * It is not `wrangler dev`, which puts a server of its own before the worker: under `/cdn-cgi/` this gives SQL on the store to whoever
 * asks with a local Host header, and runs the scheduled handler for any page that a browser on this machine has open; the former can
 * be switched off, the latter cannot, neither on its port nor on the one behind it. Here the worker has a socket of its own, to which
 * all paths are the worker's, and no other socket of workerd's has such paths, either: handlers are triggered from within this process.
 */
export async function startWorkerd({ address, port, persistTo, base, secrets, onEnd }: Options): Promise<Workerd> {
  const { main = "", workerOptions } = unstable_getMiniflareWorkerOptions(join(ROOT, "wrangler.toml"));
  const miniflare = new Miniflare(
    convertV4MiniflareOptions({
      host: address,
      cf: false,
      log: new Log(LogLevel.ERROR),
      handleStructuredLogs: ({ message }) => console.error(message),
      // Where wrangler's commands look for it, too.
      resourcePersistencePath: join(persistTo, "v3"),
      unsafeTriggerHandlers: false,
      unsafeLocalExplorer: false,
      unsafeHandleRuntimeRestart: onEnd,
      workers: [
        {
          ...workerOptions,
          name: NAME,
          modules: await deployedBundle(main),
          bindings: Object.assign({}, workerOptions.bindings, bindingsOf(secrets), { BASE_URL: base }),
          unsafeDirectSockets: [{ host: address, port }],
        },
      ],
    }),
  );
  await miniflare.ready;
  const worker = await miniflare.getWorker();
  return {
    async sweep() {
      try {
        await worker.scheduled({ cron: "* * * * *" });
      } catch {
        // The way to a workerd that has ended leads nowhere.
        onEnd();
      }
    },
  };
}

const NAME = "wireproof";

/** By the names that the worker knows. */
const bindingsOf = ({ publishToken, signingKey, webhook, ofSources }: Secrets): Record<string, string> =>
  Object.fromEntries(
    Object.entries({
      PUBLISH_TOKEN: publishToken,
      SIGNING_KEY: signingKey,
      ALERT_WEBHOOK_URL: webhook?.url,
      ALERT_WEBHOOK_SECRET: webhook?.secret,
      ...ofSources,
    }).filter((pair): pair is [string, string] => pair[1] !== undefined),
  );
