import { readdir, readFile } from "node:fs/promises";
import { join } from "node:path";
import type { ServiceClient } from "../service.ts";

/** Stores the sample newsroom of a folder. */
export async function loadSample(service: Pick<ServiceClient, "store">, folder: string): Promise<void> {
  const files = (await readdir(folder)).filter((file) => file.endsWith(".json")).sort();
  const lines = await Promise.all(
    files.map(async (file) => JSON.stringify(JSON.parse(await readFile(join(folder, file), "utf8")))),
  );
  const refused = (await service.store(lines.join("\n"))).filter(
    (result) => result.status === "refused" || result.status === "failed",
  );
  if (refused.length > 0) throw new Error(`the sample newsroom was not stored: ${JSON.stringify(refused)}`);
}
