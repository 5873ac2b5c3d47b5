import type { Catalog } from "../feed/catalog.ts";
import { plain } from "../service/http/plain.ts";
import { log } from "../service/log.ts";
import type { NodeConfig } from "./config.ts";
import { type Listening, listen } from "./server/listen.ts";
import { lock } from "./store/lock.ts";
import { type Opened, openStore, readMigrations } from "./store/open.ts";
import { pack } from "./threads/hand-on.ts";
import { startThreads, type Threads } from "./threads/start.ts";

/** The service as it runs. */
export interface Running {
  /** Where it is reached on this machine. */
  url: string;
  store: Opened;
  /** Asks the service over no network. */
  ask(request: Request): Promise<Response>;
  /** Stops accepting, finishes what is in hand, stores what is only in memory, and lets the directory go. */
  stop(): Promise<void>;
}

interface StartOptions {
  /** The folder of the store's migrations. */
  migrations: string;
  /** Fills a new store before anything of it is published. `ask` asks the service. */
  fill?(ask: (request: Request) => Promise<Response>): Promise<void>;
  /** A thread of the service has ended by itself: the process had better end, too, and be started anew. */
  onFault(error: Error): void;
}

/**
 * Starts the service on this machine.
 *
 * @throws one line where it cannot start: somebody else has the directory or the port, or the store cannot be used
 */
export async function start(
  config: NodeConfig,
  catalog: Catalog,
  { migrations, fill, onFault }: StartOptions,
): Promise<Running> {
  const { directory, address, port } = config;
  const held = lock(directory, { pid: process.pid, url: `http://${address}:${port}` });
  try {
    const store = await openStore(directory, readMigrations(migrations));
    const listening = await listen(
      {
        fetch: (request, bindings) => threads.front.fetch(request, bindings),
        sendHot: (incoming, outgoing) => threads.front.sendHot(incoming, outgoing),
      },
      { address, port },
    );
    const threads = startThreads(config, catalog, store.file, onFault);
    const url = `http://${address}:${listening.port}`;
    const forMetrics = await listenForMetrics(config, threads);
    const ask = (request: Request) => threads.handOn(pack(request, null));
    if (store.isNew) await fill?.(ask);
    await threads.publish();
    log("started", { url, directory, migrations: store.migrations });
    return {
      url,
      store,
      ask,
      async stop() {
        await Promise.all([listening.close(), forMetrics?.close()]);
        await threads.stop();
        held.release();
        log("stopped");
      },
    };
  } catch (error) {
    held.release();
    throw error;
  }
}

/** The port of this machine alone that answers `/metrics` without a token. */
async function listenForMetrics({ metricsPort }: NodeConfig, { metrics }: Threads): Promise<Listening | undefined> {
  if (metricsPort === undefined) return;
  const fetch = (request: Request) =>
    new URL(request.url).pathname === "/metrics"
      ? metrics(pack(request, null))
      : plain(404, "Metrics are at /metrics.");
  return listen({ fetch }, { address: LOOPBACK, port: metricsPort });
}

const LOOPBACK = "127.0.0.1";
