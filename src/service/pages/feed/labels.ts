import type { Definition, Site } from "../../../feed/definition.ts";

const CONTENT: Record<Definition["content"], string> = {
  full: "full text",
  summary: "summaries",
  headline: "headlines",
};

/** How much of its stories a feed holds: "summaries". */
export const contentWord = ({ content }: Pick<Definition, "content">): string => CONTENT[content];

/** How many stories a feed holds, and how much of each: "12 stories, summaries". */
export const contentsOf = ({ content }: Definition, entries: number): string =>
  entries === 0
    ? `No stories yet, ${CONTENT[content]}`
    : `${entries === 1 ? "1 story" : `${entries} stories`}, ${CONTENT[content]}`;

/**
 * A feed's title without the masthead's name, which leads most titles ("The Gazette: Politics") and stands above every page
 * already.
 */
export function shortTitle(site: Site, { title }: Definition): string {
  if (!title.startsWith(site.title)) return title;
  return BEHIND_MASTHEAD.exec(title.slice(site.title.length))?.[1] ?? title;
}

/** What follows the masthead's name behind a separator. A hyphen within a word is none. */
const BEHIND_MASTHEAD = /^\s*(?:[:–—|·]|-(?=\s))\s*(.+)$/s;
