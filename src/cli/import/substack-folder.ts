import { readdir, readFile } from "node:fs/promises";
import { join } from "node:path";
import { convertFeed } from "../../import/convert-feed.ts";
import { withhold } from "../../import/decide/withhold.ts";
import { type ReadSite, SiteFault } from "../../import/sites/site-reader.ts";
import { isSubstackTable, readSubstackArchive } from "../../import/substack/archive.ts";

/** Whether a folder is the archive of a Substack: a table of posts, and a folder of their texts. */
export async function isSubstackFolder(folder: string): Promise<boolean> {
  const csv = await readFile(join(folder, "posts.csv"), "utf8").catch(() => "");
  return isSubstackTable(csv) && (await readdir(join(folder, "posts")).catch(() => [])).length > 0;
}

/** Reads the archive in a folder. Its other tables are lists of subscribers, which are none of ours. */
export const readSubstackFolder: ReadSite = async function* (folder, { source }) {
  const csv = await readFile(join(folder, "posts.csv"), "utf8").catch(() => {
    throw new SiteFault("its posts.csv cannot be read");
  });
  const names = await readdir(join(folder, "posts"));
  // Older archives have the number alone in the table, and the address with it in the name.
  const fileOf = (id: string): string | undefined =>
    names.find((name) => name === `${id}.html`) ??
    names.find((name) => name.startsWith(`${id}.`) && name.endsWith(".html"));
  const textOf = async (id: string): Promise<string | undefined> => {
    const name = fileOf(id);
    return name === undefined ? undefined : readFile(join(folder, "posts", name), "utf8");
  };
  const reading = await convertFeed("substack", await readSubstackArchive(csv, textOf, source), source);
  yield { ...reading, items: reading.items.map((item) => withhold(item, source)) };
};
