// Plain JavaScript, as src/cli/start.js is: the service on this machine, with other feeds than those of `feeds/`.
import { fileURLToPath, pathToFileURL } from "node:url";
import { parseCatalog } from "../../src/feed/catalog.ts";
import { bundled } from "../../src/node/bundle.js";

const ROOT = fileURLToPath(new URL("../..", import.meta.url));
const { site, definitions, base, ...config } = JSON.parse(process.argv[2] ?? "");

const { start } = await import(pathToFileURL(`${await bundled(ROOT)}/main.js`).href);
const running = await start(
  {
    address: "127.0.0.1",
    trustedProxies: [],
    hosts: [],
    logFormat: "json",
    secrets: { publishToken: process.env.PUBLISH_TOKEN },
    ...config,
  },
  parseCatalog(site, definitions, base),
  {
    migrations: `${ROOT}src/service/store/migrations`,
    onFault(error) {
      throw error;
    },
  },
);
process.once("SIGTERM", async () => {
  await running.stop();
  process.exit(0);
});
console.log(`Wireproof runs on ${running.url}`);
