import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { FeedInput } from "../../src/feed/catalog.ts";
import type { Home } from "../../src/service/home.ts";
import { TOKEN } from "../e2e/token.ts";
import { SITE } from "../site.ts";

const ROOT = join(import.meta.dirname, "../..");

/** The service in this process and this thread, on a store of its own: what it does can be told from what others do. */
export interface Instance {
  db: Home["db"];
  catalog: ReturnType<Code["catalog"]["parseCatalog"]>;
  /** Asks it, with the newsroom's token. */
  ask(method: string, path: string, options?: { body?: unknown; headers?: Record<string, string> }): Promise<Response>;
  /** Publishes what is due by now. */
  publish(): Promise<void>;
  sweep(): Promise<void>;
  /** It forgets what it has kept from one request to the next. */
  forget(): void;
}

/**
 * Starts one.
 *
 * @param directory for its store
 * @param root the project's folder, or another checkout of it
 */
export async function startInstance(directory: string, definitions: FeedInput[], root = ROOT): Promise<Instance> {
  const { service, catalog: catalogs, home: homes, open, sqlite, database, log } = await codeOf(root);
  // What it publishes is no news here.
  log.logTo((entry) => entry.level === "error" && console.error(entry));
  const migrations = open.readMigrations(join(root, "src/service/store/migrations"));
  const { file } = await open.openStore(directory, migrations);
  let isWoken = false;
  const home = homes.nodeHome({
    db: database.databaseOn(new sqlite.Connection(file)),
    secrets: { publishToken: TOKEN },
    wakeSender: async () => undefined,
    wake: async () => {
      isWoken = true;
    },
  });
  const catalog = catalogs.parseCatalog(SITE, definitions);
  let running = service.service(home, catalog);
  return {
    db: home.db,
    catalog,
    async ask(method, path, { body, headers } = {}) {
      const init = {
        method,
        headers: { authorization: `Bearer ${TOKEN}`, ...headers },
        body: body === undefined ? undefined : JSON.stringify(body),
      };
      return running.fetch(new Request(SITE.base + path, init));
    },
    async publish() {
      do {
        isWoken = false;
        await running.publish();
      } while (isWoken);
    },
    sweep: () => running.sweep(),
    forget() {
      running = service.service(home, catalog);
    },
  };
}

type Code = Awaited<ReturnType<typeof codeOf>>;

/** A checkout's code, bundled, for Node reads no JSX. */
async function codeOf(root: string) {
  const folder = await mkdtemp(join(tmpdir(), "wireproof-bundle-"));
  try {
    const { bundle }: typeof import("../../src/node/bundle.js") = await import(join(root, "src/node/bundle.js"));
    const sources = [
      "service/service.ts",
      "service/log.ts",
      "feed/catalog.ts",
      "node/home.ts",
      "node/store/open.ts",
      "node/store/sqlite.ts",
      "node/store/database.ts",
    ];
    await bundle(
      sources.map((source) => join(root, "src", source)),
      folder,
    );
    return {
      service: (await import(join(folder, "service.js"))) as typeof import("../../src/service/service.ts"),
      log: (await import(join(folder, "log.js"))) as typeof import("../../src/service/log.ts"),
      catalog: (await import(join(folder, "catalog.js"))) as typeof import("../../src/feed/catalog.ts"),
      home: (await import(join(folder, "home.js"))) as typeof import("../../src/node/home.ts"),
      open: (await import(join(folder, "open.js"))) as typeof import("../../src/node/store/open.ts"),
      sqlite: (await import(join(folder, "sqlite.js"))) as typeof import("../../src/node/store/sqlite.ts"),
      database: (await import(join(folder, "database.js"))) as typeof import("../../src/node/store/database.ts"),
    };
  } finally {
    await rm(folder, { recursive: true });
  }
}
