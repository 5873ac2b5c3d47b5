import { readdir, readFile } from "node:fs/promises";
import { join } from "node:path";
import { TOKEN } from "./token.ts";

const FOLDER = join(import.meta.dirname, "../../feeds/articles");
const headers = { authorization: `Bearer ${TOKEN}` };

/** The articles of the sample newsroom. */
export async function sampleArticles(): Promise<Record<string, unknown>[]> {
  const files = (await readdir(FOLDER)).filter((file) => file.endsWith(".json"));
  return Promise.all(files.map(async (file) => JSON.parse(await readFile(join(FOLDER, file), "utf8"))));
}

/**
 * Stores articles in a running service.
 *
 * @throws where one of them is not stored
 */
export async function storeAll(url: string, articles: object[]): Promise<void> {
  const body = articles.map((one) => JSON.stringify(one)).join("\n");
  const results = await (await fetch(`${url}/api/articles`, { method: "POST", headers, body })).text();
  if (/"status":"(refused|failed)"/.test(results)) throw new Error(results);
}

interface FeedStatus {
  stale: boolean;
  edition: number;
  archive?: { stale: boolean };
}

/**
 * Waits until every feed says what is stored.
 *
 * @param archived whether every feed's archive has to, too
 * @throws where that takes longer than `patience`, in milliseconds
 */
export async function settled(url: string, { archived = false, patience = 300_000 } = {}): Promise<void> {
  for (const end = Date.now() + patience; Date.now() < end; await new Promise((resolve) => setTimeout(resolve, 200))) {
    const { feeds } = (await (await fetch(`${url}/api/feeds?asleep=false`, { headers })).json()) as {
      feeds: FeedStatus[];
    };
    const isSettled = ({ stale, edition, archive }: FeedStatus) =>
      !stale && edition > 0 && (!archived || archive?.stale === false);
    if (feeds.every(isSettled)) return;
  }
  throw new Error("no edition came");
}
