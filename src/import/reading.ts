/** Article JSON as `parseArticle` takes it; nothing in it has been judged yet. */
export type ArticleInput = Record<string, unknown>;

/** Where bytes came from, and what the person who imports them said of them. */
export interface Source {
  /** A file's path or a URL, for people. */
  name: string;
  /** Where it was fetched from: relative addresses resolve against it. */
  url?: string;
  /** The HTTP Content-Type. */
  contentType?: string;
  /** RFC 3339. Only tells which dates lie in the future. */
  now: string;
  /** When the file was last changed, RFC 3339: the last resort for a page text's date. */
  modified?: string;
  /** Page texts and Markdown without an address of their own get this one, and a slug of the headline. */
  base?: string;
  /** RFC 3339: for what carries no date. */
  date?: string;
  section?: string;
  tag?: string;
}

export type Kind = "rss" | "rdf" | "atom" | "json feed" | "ndjson" | "markdown" | "page text" | "unknown";

/** One source, read. `unknown` has no items and one skip, with the reason. */
export interface Reading {
  kind: Kind;
  /** The feed's own. */
  title?: string;
  /** What concerns the source as a whole. */
  notes: string[];
  items: ReadItem[];
  skipped: Skip[];
}

export interface ReadItem {
  /** For people: `item 3 “Harbour reopens”`. */
  where: string;
  article: ArticleInput;
  /** What was decided or left out. The same words for the same thing, so that they can be counted. */
  notes: string[];
  /** Page text only: what the parser took each line for. */
  decisions?: Decision[];
}

export interface Skip {
  where: string;
  reason: string;
  /** Page text only. */
  decisions?: Decision[];
}

export interface Decision {
  /** The first of its lines, counted from 1. */
  line: number;
  text: string;
  /** `headline`, `breadcrumb → section Weather`, `related headline, dropped`… */
  as: string;
}

/** A source that holds nothing to import, and why. */
export const unknown = (source: Source, reason: string): Reading => ({
  kind: "unknown",
  notes: [],
  items: [],
  skipped: [{ where: source.name, reason }],
});
