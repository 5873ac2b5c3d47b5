import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { TestProject } from "vitest/node";
import { makeBrowserFiles } from "../../src/node/make-browser-files.js";

const ROOT = join(import.meta.dirname, "../..");

/** A folder for the stores of a run on one machine, and for what browsers load; it goes with the run however its processes end. */
export default async function makeFolder(project: TestProject): Promise<() => void> {
  const folder = mkdtempSync(join(tmpdir(), "wireproof-suite-"));
  await makeBrowserFiles(ROOT, join(folder, "browser"));
  project.provide("folder", folder);
  return () => rmSync(folder, { recursive: true, force: true });
}
