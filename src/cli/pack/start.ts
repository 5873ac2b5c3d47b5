import { join } from "node:path";
import { run } from "../start.ts";

/** What `start` is in the package, where it is a bundle already. */
await run(join(import.meta.dirname, "../.."), process.argv.slice(2));
