import type { Definition, Site } from "../../../feed/definition.ts";

const CONTENT: Record<Definition["content"], string> = {
  full: "full text",
  summary: "summaries",
  headline: "headlines",
};

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
  const rest = title.startsWith(site.title) ? title.slice(site.title.length).replace(/^\s*[:–—|·-]\s*/, "") : title;
  return rest === title || !/^\s*[:–—|·-]\s*/.test(title.slice(site.title.length)) ? title : rest;
}
