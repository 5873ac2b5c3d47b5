import type { Generator, SiteRules } from "../../site-rules.ts";
import type { FrontMatterFormat } from "../front-matter/split-front-matter.ts";

type Guess = Pick<SiteRules, "generator" | "guessedBy">;

/** A file at the site's root by which its generator is known; a text in it, where others have the like. */
const SETTINGS: [RegExp, Generator, RegExp?][] = [
  [/^(?:hugo\.(?:toml|ya?ml|json)|config\/_default\/.*)$/, "hugo"],
  [/^astro\.config\.\w+$/, "astro"],
  [/^(?:eleventy\.config\.\w+|\.eleventy\.\w+)$/, "eleventy"],
  [
    /^_config\.\w+$/,
    "hexo",
    /^(?:source_dir|public_dir|new_post_name|post_asset_folder|default_layout|skip_render)\s*:/m,
  ],
  [/^_config\.\w+$/, "jekyll"],
  [/^config\.(?:toml|ya?ml|json)$/, "hugo", /^\s*["']?base_?url["']?\s*[:=]/im],
  [/^\.obsidian\//, "obsidian"],
];
const FOLDERS: [RegExp, Generator][] = [
  [/(?:^|\/)source\/_(?:posts|drafts)\//, "hexo"],
  [/(?:^|\/)_(?:posts|drafts)\//, "jekyll"],
  [/(?:^|\/)src\/(?:content|pages)\//, "astro"],
  [/^content\//, "hugo"],
];

/** The generator of a folder by its files; nothing where they tell none. */
export function guessByFiles(paths: string[], texts: Record<string, string>): Guess {
  const isHexo = paths.some((path) => /^source\/_/.test(path));
  for (const [file, generator, text] of SETTINGS) {
    const settings = paths.find((path) => file.test(path));
    if (settings === undefined) continue;
    if (text === undefined || text.test(texts[settings] ?? "") || (generator === "hexo" && isHexo))
      return { generator, guessedBy: `its ${settings.startsWith(".obsidian") ? ".obsidian" : settings}` };
  }
  return guessByFolders(paths);
}

function guessByFolders(paths: string[]): Guess {
  for (const [folder, generator] of FOLDERS) {
    const match = paths.map((path) => folder.exec(path)?.[0]).find((found) => found !== undefined);
    if (match !== undefined) return { generator, guessedBy: `its folder ${match.replace(/^\/|\/$/g, "")}` };
  }
  return {};
}

/** The generator of one file of which nothing else is known. */
export function guessByFile(
  path: string,
  fields: Record<string, unknown>,
  format: FrontMatterFormat | undefined,
): Guess {
  const byFolder = guessByFolders([path]);
  if (byFolder.generator) return byFolder;
  if (format === "toml") return { generator: "hugo", guessedBy: "its TOML" };
  if (/(?:^|\/)\d{4}-\d{1,2}-\d{1,2}-[^/]+$/.test(path) && "layout" in fields)
    return { generator: "jekyll", guessedBy: "its files' names" };
  return {};
}
