import type { Skip } from "./source-reading.ts";
import type { Person } from "./values/people.ts";
import type { Text } from "./values/text.ts";

/** An item with the formats' differences gone, and before anything is decided that all formats decide alike. */
export interface Draft {
  /** What the item is called among its feed's: `item 3`. */
  where: string;
  /** The id that the old feed gave it. */
  guid?: string;
  /** As written: it may be relative to `base`. */
  link?: string;
  /** What relative addresses resolve against, from the outside in. */
  base: string[];
  /** What relative addresses within `content` resolve against, where it has an `xml:base` of its own. */
  bodyBase?: string[];
  title?: Text;
  /** The short text. */
  description?: Text;
  /** The whole text. */
  content?: Text;
  authors: Person[];
  tags: string[];
  section?: string;
  language?: string;
  credit?: { name: string; url?: string };
  media: Media[];
  rights?: string;
  /** Dates as they are written. */
  published?: string;
  updated?: string;
  /** Not before, and not after: dates as they are written. */
  embargo?: string;
  expiry?: string;
  /** Why the old system did not show it to everybody, for people: `it has a password`. */
  withheld?: string;
  notes: string[];
}

/** A picture, a recording or a paper that belongs to an item. */
export interface Media {
  url: string;
  /** MIME type, where the feed says one. */
  type?: string;
  /** Media RSS: `image`, `audio`, `video`, `document` or `executable`. */
  medium?: string;
  /** Bytes. */
  length?: number;
  /** Pixels. */
  width?: number;
  height?: number;
  /** Seconds. */
  duration?: number;
  caption?: string;
  /** Who made it. */
  credit?: string;
  /** Whose it is, for people. */
  rights?: string;
}

/** What a feed says for all of its items. */
export interface FeedFacts {
  title?: string;
  /** Its page for people. */
  home?: string;
  /** What relative addresses resolve against: the outermost. */
  base?: string;
  authors: Person[];
  language?: string;
  rights?: string;
  /** It is the newsroom's own archive, whatever site it was of. */
  isOwn?: boolean;
}

/** A feed of any format, in the shared model. */
export interface FeedDraft {
  facts: FeedFacts;
  drafts: Draft[];
  skipped: Skip[];
  notes: string[];
}
