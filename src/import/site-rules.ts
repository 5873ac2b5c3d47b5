/** Static site generators whose rules for addresses are known. */
export const GENERATORS = ["hugo", "jekyll", "eleventy", "astro", "hexo", "obsidian"] as const;
export type Generator = (typeof GENERATORS)[number];

/** What a folder's own settings say of the files in it. */
export interface SiteRules {
  generator?: Generator;
  /** What told the generator, for people: `hugo.toml`. Absent: the person who imports it named it. */
  guessedBy?: string;
  /** Absolute, with the path that the site lies under. */
  home?: string;
  /** IANA: for times that are written without a zone. */
  zone?: string;
  /** The folder that stories lie in, with `/` at its end; what lies beside it is none. Absent: nothing is known of one. */
  root?: string;
  /** How an address that is made of a path ends: `/`, `.html` or not at all. Absent: as the generator does it. */
  ending?: "/" | ".html" | "";
  /** How addresses are made, by folder (Hugo) or collection (Jekyll); under `""` for all others. */
  permalinks: Record<string, string>;
  /** Fields that files have unless they say otherwise, the later the stronger. */
  defaults: SiteDefaults[];
  /** Files that the site leaves out, as patterns of paths: `drafts/**`. */
  excluded: string[];
  /** Folders of templates for new notes (Obsidian), as patterns of paths. */
  templates: string[];
  /** Collections (Jekyll) whose files have pages of their own. */
  collections: string[];
  /** Whether posts have a folder of their own (`_posts`), so that what lies beside it is a page. */
  hasPosts: boolean;
  /** The file that an address made of paths belongs to, where several would have it: the first. */
  owners: Record<string, string>;
}

export interface SiteDefaults {
  /** A pattern of paths, as of `excluded`. */
  files: string;
  fields: Record<string, unknown>;
}

export const NO_RULES: SiteRules = {
  permalinks: {},
  defaults: [],
  excluded: [],
  templates: [],
  collections: [],
  hasPosts: false,
  owners: {},
};
