// Plain JavaScript: the rest is read only when it is known that it can be, and as a bundle, for it has JSX in it.
import "./ready.js";
import { fileURLToPath, pathToFileURL } from "node:url";
import { bundled } from "../node/bundle.js";

const ROOT = fileURLToPath(new URL("../..", import.meta.url));
const { run } = await import(pathToFileURL(`${await bundled(ROOT)}/start.js`).href);
await run(ROOT, process.argv.slice(2));
