import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { TestProject } from "vitest/node";

/** A folder for the stores of a run on one machine, which goes with the run however its processes end. */
export default function makeFolder(project: TestProject): () => void {
  const folder = mkdtempSync(join(tmpdir(), "wireproof-suite-"));
  project.provide("folder", folder);
  return () => rmSync(folder, { recursive: true, force: true });
}
