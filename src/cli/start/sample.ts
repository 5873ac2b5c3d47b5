import { readdir, readFile } from "node:fs/promises";
import { join } from "node:path";
import type { ServiceClient } from "../service.ts";

const FOLDER = join(import.meta.dirname, "../../../feeds/articles");

/** An empty store gets the sample newsroom. */
export async function loadSample(service: ServiceClient): Promise<void> {
  if (!(await service.feeds()).empty) return;
  const files = (await readdir(FOLDER)).filter((file) => file.endsWith(".json")).sort();
  const lines = await Promise.all(
    files.map(async (file) => JSON.stringify(JSON.parse(await readFile(join(FOLDER, file), "utf8")))),
  );
  const refused = (await service.store(lines.join("\n"))).filter(
    (result) => result.status === "refused" || result.status === "failed",
  );
  if (refused.length > 0) throw new Error(`the sample newsroom was not stored: ${JSON.stringify(refused)}`);
}
