import type { Generator, SiteRules } from "../../site-rules.ts";

/** A file of a site by its path: what generators make its address and its date of. */
export interface ContentPath {
  /** The folders between the content's root and the file, without those that only say what kind of content it is. */
  folders: string[];
  /** The file's name without its extension, and without its date where the generator takes it away; "" for `index`, which is its folder. */
  name: string;
  /** As `2019-03-14`, where the name or the folders have one. */
  date?: string;
  /** A post among pages (Jekyll, Hexo): it lies in `_posts` or `_drafts`. */
  isPost: boolean;
  /** The Jekyll collection that it lies in. */
  collection?: string;
}

/** Where content lies, if the settings name no other place. */
const ROOTS: Record<Generator, RegExp> = {
  hugo: /^content\//,
  // Bridgetown is one of its kind.
  jekyll: /^src\/(?=_)/,
  eleventy: /^(?:src|content|input)\//,
  astro: /^src\/(?:content|pages|data)\//,
  hexo: /^source\//,
  obsidian: /^(?!)/,
};
/** `2019-03-14-old-story`, `2019-03-14-1330.old-story` (Statamic); a daily note's name is the date alone. */
const DATED = /^(\d{4})-(\d{1,2})-(\d{1,2})(?:-\d{4}(?=\.))?(?:[-_ .]+(.*))?$/s;
/** `20190314_old-story` (Kirby), `201903141330 Old story` (Zettelkasten). */
const PACKED = /^((?:19|20)\d{2})(\d{2})(\d{2})(?:\d{4}|\d{6})?[-_ .]/;
/** What is written in text of some kind. */
export const MARKUP = /\.(?:md|markdown|mdown|mkd|mkdn|mkdown|mdwn|mdx|html?|te?xt)$/i;

export function readContentPath(path: string, rules: SiteRules): ContentPath {
  const { generator } = rules;
  const folders = withoutRoot(path, rules).split("/");
  const stem = (folders.pop() ?? "").replace(MARKUP, "");
  const posts = folders.findIndex((folder) => /^_(?:posts|drafts)$/.test(folder));
  const collection = posts < 0 ? rules.collections.find((one) => folders[0] === `_${one}`) : undefined;
  const dated = DATED.exec(stem);
  const isIndex = /^index$/i.test(stem);
  const named = isIndex ? (folders.at(-1) ?? "") : stem;
  const takesDateAway = generator === "jekyll" || generator === "eleventy";
  return {
    folders: folders.filter((_, index) => index !== posts && !(collection !== undefined && index === 0)),
    name: isIndex ? "" : (takesDateAway && dated?.[4]) || stem,
    date:
      dateOf(DATED.exec(named)) ??
      dateOf(PACKED.exec(named)) ??
      dateOf(/(?:^|\/)(\d{4})\/(\d{1,2})\/(\d{1,2})(?:\/|$)/.exec(folders.join("/"))),
    // A folder of posts alone need not be named.
    isPost: posts >= 0 || (generator === "jekyll" && !rules.hasPosts && dated?.[4] !== undefined),
    collection,
  };
}

function withoutRoot(path: string, { generator, root, main }: SiteRules): string {
  if (main !== undefined && path.startsWith(main)) return path.slice(main.length);
  if (root !== undefined && generator !== "astro" && path.startsWith(root)) return path.slice(root.length);
  return generator === undefined ? path : path.replace(ROOTS[generator], "");
}

function dateOf(match: RegExpExecArray | null): string | undefined {
  if (!match) return undefined;
  const [year, month, day] = match.slice(1, 4).map(Number) as [number, number, number];
  const date = new Date(Date.UTC(year, month - 1, day));
  return date.getUTCMonth() === month - 1 && date.getUTCDate() === day ? date.toISOString().slice(0, 10) : undefined;
}
