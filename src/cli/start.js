// Plain JavaScript: the rest is read only when it is known that it can be, and as a bundle, for it has JSX in it.
import "./ready.js";
import { fileURLToPath, pathToFileURL } from "node:url";
import { bundled } from "../node/bundle.js";

const ROOT = fileURLToPath(new URL("../..", import.meta.url));
const { run } = await load();
await run(ROOT, process.argv.slice(2));

async function load() {
  try {
    return await import(pathToFileURL(`${await bundled(ROOT)}/start.js`).href);
  } catch (error) {
    // A definition may be at fault: it says so, and the process ends.
    await import("./feeds.js");
    throw error;
  }
}
