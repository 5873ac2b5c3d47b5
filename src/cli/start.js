// Plain JavaScript: a Node that is too old, or has no packages yet, is to read it, too, and to say so.
import { existsSync } from "node:fs";
import { fileURLToPath, pathToFileURL } from "node:url";

const ROOT = fileURLToPath(new URL("../..", import.meta.url));
const MIN_NODE = 24;

if (!existsSync(`${ROOT}node_modules/hono`)) fail("the packages are missing: run `npm ci` first");
if (Number.parseInt(process.versions.node, 10) < MIN_NODE)
  fail(`Node ${process.versions.node} is too old: \`npm start\` takes the one that \`npm ci\` has brought`);

const { bundled } = await import("../node/bundle.js");
const { run } = await import(pathToFileURL(`${await bundled(ROOT)}/start.js`).href);
await run(ROOT, process.argv.slice(2));

/** @param {string} reason */
function fail(reason) {
  console.error(`wireproof: ${reason}`);
  process.exit(1);
}
