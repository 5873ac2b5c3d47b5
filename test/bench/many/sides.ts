import { writeFile } from "node:fs/promises";
import { join } from "node:path";
import { readMigrations } from "../../../src/node/store/open.ts";
import { startMachine } from "../machine.ts";
import { startWorkerd } from "../workerd.ts";
import { MANY } from "./feeds.ts";

/** A service that is running with all the feeds. */
export interface Side {
  origin: string;
  pid: number;
  stop(): Promise<void>;
}

/** Starts the service of a checkout, with its store in a folder. */
type Start = (root: string, folder: string) => Promise<Side>;

/** Where the service is at home. */
export const HOMES = {
  Node: (root, folder) => startMachine(folder, MANY, root),
  async workerd(root, folder) {
    const entry = join(folder, "many.ts");
    await writeFile(entry, entryOf(root));
    const migrations = readMigrations(join(root, "src/service/store/migrations"));
    const workerd = await startWorkerd([{ name: "many", entry, publishes: true }], folder, migrations);
    return { origin: workerd.origins.many ?? "", pid: workerd.pid, stop: workerd.stop };
  },
} satisfies Record<string, Start>;

/** The worker of a checkout with the feeds of this one. */
const entryOf = (root: string): string => `
import { env } from "cloudflare:workers";
import { worker } from ${JSON.stringify(join(root, "src/edge/worker.ts"))};
import { SITE } from ${JSON.stringify(join(import.meta.dirname, "../../site.ts"))};
import { MANY } from ${JSON.stringify(join(import.meta.dirname, "feeds.ts"))};
export default worker(env, SITE, MANY);
`;
