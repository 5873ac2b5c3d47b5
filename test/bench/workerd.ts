import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { convertV4MiniflareOptions, Miniflare } from "miniflare";
import { migrate } from "../../src/service/store/apply-migrations.ts";
import { bundleOf } from "../e2e/service.ts";
import { TOKEN } from "../e2e/token.ts";
import { readMigrations } from "../migrations.ts";
import { childrenOf } from "./processes.ts";

export interface Contestant {
  name: string;
  /** Its entry module. Absent: the file of its name in test/bench/workers. */
  entry?: string;
  bindings?: Record<string, string | number | Record<string, string>>;
  /** Its queue is the publisher's: of several workers on one store, one publishes. */
  publishes?: boolean;
}

export interface Workerd {
  /** By contestant: `http://127.0.0.1:port`, a socket of workerd's own. */
  origins: Record<string, string>;
  store: D1;
  pid: number;
  stop(): Promise<void>;
}

export type D1 = Awaited<ReturnType<Miniflare["getD1Database"]>>;

/**
 * Workers side by side in one workerd and on one store, each behind a direct socket: no proxy in between. They are the
 * bundles that would be deployed.
 *
 * @param persist where the store is kept
 * @param migrations the store's
 */
export async function startWorkerd(
  contestants: Contestant[],
  persist: string,
  migrations = readMigrations(),
): Promise<Workerd> {
  const workers = await Promise.all(contestants.map(toWorker));
  const before = childrenOf(process.pid, "workerd");
  const miniflare = new Miniflare(
    convertV4MiniflareOptions({
      host: "127.0.0.1",
      resourcePersistencePath: persist,
      handleStructuredLogs: tellFaults,
      workers,
    }),
  );
  await miniflare.ready;
  const [first] = contestants;
  const store = await miniflare.getD1Database("DB", first?.name);
  await migrate(store, migrations);
  const origins: Record<string, string> = {};
  for (const { name } of contestants) origins[name] = (await miniflare.unsafeGetDirectURL(name)).origin;
  const pid = childrenOf(process.pid, "workerd").find((child) => !before.includes(child)) ?? 0;
  return { origins, store, pid, stop: () => miniflare.dispose() };
}

/** The worker's log of what it publishes is no news here. */
function tellFaults({ level, message }: { level: string; message: string }): void {
  if (level === "error" || level === "warn") console.error(message);
}

async function toWorker({ name, entry = ownEntry(name), bindings = {}, publishes = false }: Contestant) {
  return {
    name,
    modules: await bundleOf(entry),
    compatibilityDate: "2026-11-01",
    compatibilityFlags: ["nodejs_compat"],
    d1Databases: { DB: "wireproof" },
    ...(publishes && {
      queueProducers: { PUBLISH_QUEUE: "wireproof-publish" },
      queueConsumers: { "wireproof-publish": { maxBatchSize: 100, maxBatchTimeout: 0, maxRetries: 3 } },
    }),
    bindings: { PUBLISH_TOKEN: TOKEN, ...bindings },
    unsafeDirectSockets: [{ host: "127.0.0.1" }],
  };
}

const ownEntry = (name: string): string => join(import.meta.dirname, `workers/${name}.ts`);

/** A folder for a store, gone when the work is done. */
export async function withFolder<T>(work: (folder: string) => Promise<T>): Promise<T> {
  const folder = await mkdtemp(join(tmpdir(), "wireproof-bench-"));
  try {
    return await work(folder);
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}
