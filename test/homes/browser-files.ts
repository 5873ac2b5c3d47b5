import { join } from "node:path";
import { makeBrowserFiles } from "../../src/node/make-browser-files.js";

const ROOT = join(import.meta.dirname, "../..");

/** What wrangler has made before it takes in the worker (`wrangler.toml`): Vitest does not ask it to. */
export default async function makeForEdge(): Promise<void> {
  await makeBrowserFiles(ROOT, join(ROOT, ".wrangler/browser"));
}
