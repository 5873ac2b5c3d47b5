import { readdir, readFile, stat } from "node:fs/promises";
import { basename, dirname, join, relative, resolve, sep } from "node:path";
import type { Generator, SiteRules } from "../../import/site-rules.ts";
import { mayHoldSettings, readSiteRules } from "../../import/texts/sites/read-site-rules.ts";

/** Where a file lies in its site, and what the site's settings say. */
export interface SitePlace {
  path?: string;
  site?: SiteRules;
}

/** Bytes: a hundred times the longest settings that anybody writes. */
const MAX_SETTINGS = 1_000_000;
/** Folders above the one that was named: `site/content/news/2024/05`. */
const MAX_ABOVE = 5;
/** What no folder has that is not a site's. */
const SIGN =
  /^(?:hugo\.(?:toml|ya?ml|json)|astro\.config\.\w+|eleventy\.config\.\w+|\.eleventy\.\w+|_config\.ya?ml|\.obsidian)$/;

/**
 * Reads the settings of the site that a folder, or a single file, belongs to, once for all that is imported of it.
 *
 * @param files those that are imported; the one alone, where no folder was named
 * @returns the place of each of them
 */
export async function readSiteOf(
  folder: string,
  files: string[],
  generator: Generator | undefined,
): Promise<(file: string) => SitePlace> {
  const start = resolve(folder);
  const root = (await rootAbove(start)) ?? start;
  const prefix = root === start ? foldersThatCount(start) : toPath(relative(root, start));
  const pathOf = (file: string): string =>
    join(prefix, relative(start, resolve(file)))
      .split(sep)
      .join("/");
  const paths = files.map(pathOf);
  const texts = await readSettings(root, paths);
  const site = readSiteRules({ paths: [...new Set([...Object.keys(texts), ...paths])], texts }, generator);
  return (file) => ({ path: pathOf(file), site });
}

/** The nearest folder with a site's settings. */
async function rootAbove(start: string): Promise<string | undefined> {
  let folder = start;
  for (let above = 0; above <= MAX_ABOVE && folder !== dirname(folder); above += 1) {
    const names = await readdir(folder).catch(() => []);
    if (names.some((name) => SIGN.test(name))) return folder;
    folder = dirname(folder);
  }
  return undefined;
}

/** Of what lies above a folder without settings, only what every generator takes for more than a name. */
const foldersThatCount = (folder: string): string =>
  /(?:^|\/)((?:source\/)?_(?:posts|drafts)(?:\/.*)?)$/.exec(toPath(folder))?.[1] ?? "";

async function readSettings(root: string, paths: string[]): Promise<Record<string, string>> {
  const names = await readdir(root).catch(() => []);
  const more = (await readdir(join(root, "config/_default")).catch(() => [])).map((name) => `config/_default/${name}`);
  const candidates = new Set([...names, ...more, ".obsidian/templates.json", ...paths, ...handedDownTo(paths)]);
  const texts: Record<string, string> = {};
  for (const path of [...candidates].filter(mayHoldSettings)) {
    const text = await readSmall(join(root, path));
    if (text !== undefined) texts[path] = text;
  }
  return texts;
}

/** What may lie in the folders above files and speak for them. */
function handedDownTo(paths: string[]): string[] {
  const folders = new Set<string>();
  for (const path of paths)
    for (let folder = dirname(path); folder !== "." && !folders.has(folder); folder = dirname(folder))
      folders.add(folder);
  return [...folders].flatMap((folder) => {
    const name = basename(folder);
    return ["_index.md", "_index.html", `${name}.json`, `${name}.11tydata.json`].map((file) => `${folder}/${file}`);
  });
}

/** Undefined for what is no file, or cannot be read: the files themselves are told where they are read. */
async function readSmall(path: string): Promise<string | undefined> {
  const stats = await stat(path).catch(() => undefined);
  if (!stats?.isFile() || stats.size > MAX_SETTINGS) return undefined;
  return readFile(path, "utf8").catch(() => undefined);
}

const toPath = (path: string): string => path.split(sep).join("/");
