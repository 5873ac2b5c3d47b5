import { execFileSync } from "node:child_process";
import { existsSync } from "node:fs";
import { delimiter, join } from "node:path";

const versionOf = (node: string): number =>
  Number.parseInt(execFileSync(node, ["--version"], { encoding: "utf8" }).slice(1), 10);

/** A Node of the system's that is older than the project's own. */
export const oldNode = (process.env.PATH ?? "")
  .split(delimiter)
  .filter((folder) => !folder.includes("node_modules"))
  .map((folder) => join(folder, "node"))
  .find((node) => existsSync(node) && versionOf(node) >= 20 && versionOf(node) < 24);
