import { ATOM_EVENTS } from "./map/atom.ts";
import { COMMON_EVENTS } from "./map/common.ts";
import { EXT_EVENTS } from "./map/ext.ts";
import { HTML_EVENTS } from "./map/html.ts";
import { RSS_EVENTS } from "./map/rss.ts";

/**
 * Which of our rules are about the very fault that an event of the W3C validator tells of, by the event's class. Each is a regular
 * expression on a rule's name, or several of which any will do; `{element}`, `{attr}`, `{parent}` and the like stand for the
 * event's parameters, without prefix and case. A key `Class@part` holds for the documents alone whose path has that part.
 */
export type EventMap = Record<string, string | readonly string[]>;

/** All of the map, by theme; a class may have something in several of them. */
export const MAP: [key: string, patterns: string | readonly string[]][] = [
  COMMON_EVENTS,
  RSS_EVENTS,
  ATOM_EVENTS,
  EXT_EVENTS,
  HTML_EVENTS,
].flatMap((map) => Object.entries(map));
