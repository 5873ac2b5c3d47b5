import { describeFault } from "../article/contain.ts";
import type { ImportSource } from "./source.ts";

/** Article JSON as `parseArticle` takes it; nothing in it has been judged yet. */
export type ArticleInput = Record<string, unknown>;

export type SourceKind =
  | ("rss" | "rdf" | "atom" | "json feed" | "ndjson" | "markdown" | "page text")
  | ("wordpress" | "ghost" | "blogger" | "medium" | "substack")
  | "unknown";

/** One source, read. `unknown` has no items and one skip, with the reason. */
export interface SourceReading {
  kind: SourceKind;
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
  /** Why it is stored as withheld, for people: `it has a password`. Absent: nothing speaks against showing it. */
  withheld?: string;
  /**
   * It says of no time when it was published: it gets the one at which it was first seen, which only the store knows. Its place among
   * such items of its source, from 0: the earlier, the newer.
   */
  undated?: number;
  /** Page text only: what the parser took each line for. */
  decisions?: LineDecision[];
}

export interface Skip {
  where: string;
  reason: string;
  /** It is none, and was never meant to be: a comment, a template, a picture beside a text. It is told, and is no failure. */
  isNoStory?: true;
  /** Page text only: what the parser took each line for. */
  decisions?: LineDecision[];
}

/** What a line of a page's plain text was taken for. */
export interface LineDecision {
  /** The first of its lines, counted from 1. */
  line: number;
  text: string;
  /** `headline`, `breadcrumb → section Weather`, `related headline, dropped`… */
  as: string;
}

/** A source that holds nothing to import, and why. */
export const skipSource = (source: ImportSource, reason: string, isNoStory?: true): SourceReading => ({
  kind: "unknown",
  notes: [],
  items: [],
  skipped: [{ where: source.name, reason, ...(isNoStory && { isNoStory }) }],
});

/** One of many that its reader could not bear. */
export const skipUnreadable = (where: string, fault: unknown): Skip => ({
  where,
  reason: `it cannot be read: ${describeFault(fault)}`,
});
