// What wrangler runs before it takes in the worker (`wrangler.toml`), on whichever Node it has.
import { fileURLToPath } from "node:url";
import { makeBrowserFiles } from "../../node/make-browser-files.js";

const ROOT = fileURLToPath(new URL("../../..", import.meta.url)).replace(/[/\\]$/, "");

await makeBrowserFiles(ROOT, `${ROOT}/.wrangler/browser`);
