import { readdir, readFile } from "node:fs/promises";
import { join } from "node:path";
import { SAMPLE_FILES_PATH } from "../../node/sample-files.ts";
import type { ServiceClient } from "../service.ts";
import { daysSince, moveTimes } from "./sample-days.ts";

interface Sample {
  /** The folder of its articles. */
  folder: string;
  /** Where the service is reached that serves the sample's files; without it they keep the addresses that the articles give them. */
  base?: string;
  /** Milliseconds since 1970. */
  now: number;
}

/** What the articles' pictures and other files are called by. */
const FILES_HOME = "https://gazette.example/files/";

/** Stores the sample newsroom, as if its newest story were not a day old. */
export async function loadSample(service: Pick<ServiceClient, "store">, { folder, base, now }: Sample): Promise<void> {
  const files = (await readdir(folder)).filter((file) => file.endsWith(".json")).sort();
  const articles = await Promise.all(files.map(async (file) => JSON.parse(await readFile(join(folder, file), "utf8"))));
  const days = daysSince(articles, now);
  const lines = articles.map((article) => {
    const line = moveTimes(JSON.stringify(article), days);
    return base === undefined ? line : line.replaceAll(FILES_HOME, base + SAMPLE_FILES_PATH);
  });
  const refused = (await service.store(lines.join("\n"))).filter(
    (result) => result.status === "refused" || result.status === "failed",
  );
  if (refused.length > 0) throw new Error(`the sample newsroom was not stored: ${JSON.stringify(refused)}`);
}
