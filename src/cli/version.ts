import { readFileSync } from "node:fs";
import { join } from "node:path";

/** The version of what runs: the clone's, or the package's. */
export const version = (): string =>
  JSON.parse(readFileSync(join(import.meta.dirname, "../../package.json"), "utf8")).version;
