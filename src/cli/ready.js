// Plain JavaScript, and loaded before each command (`node --import`): a Node that is too old, or has no packages yet, is to
// read it, too, and to say so in one line.
import { existsSync } from "node:fs";
import module from "node:module";
import { fileURLToPath } from "node:url";

const MIN_NODE = 24;

if (!existsSync(new URL("../../node_modules/hono", import.meta.url)))
  fail("the packages are missing: run `npm ci` first");
if (Number.parseInt(process.versions.node, 10) < MIN_NODE)
  fail(`Node ${process.versions.node} is too old: \`npm start\` and \`npm run\` take the one that \`npm ci\` brings`);

// A command is hundreds of files of TypeScript: what Node makes of them is kept, and nearly half of a start's time saved. Where
// it cannot be kept, nothing is lost.
module.enableCompileCache?.(fileURLToPath(new URL("../../node_modules/.cache/wireproof", import.meta.url)));

/** @param {string} reason */
function fail(reason) {
  console.error(`wireproof: ${reason}`);
  process.exit(1);
}
