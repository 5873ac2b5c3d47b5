import type { Skip } from "./reading.ts";
import type { Person } from "./values/people.ts";
import type { Text } from "./values/text.ts";

/** An item with the formats' differences gone, and before anything is decided that all formats decide alike. */
export interface Draft {
  /** What the item is called among its feed's: `item 3`. */
  where: string;
  /** The old feed's id of it. */
  guid?: string;
  /** As written: it may be relative to `base`. */
  link?: string;
  /** What relative addresses resolve against, from the outside in. */
  base: string[];
  /** The same for addresses in the whole text. */
  bodyBase?: string[];
  title?: Text;
  /** The short one and the whole one; either may be missing. */
  description?: Text;
  content?: Text;
  authors: Person[];
  tags: string[];
  section?: string;
  language?: string;
  credit?: { name: string; url?: string };
  media: Media[];
  rights?: string;
  /** As written. */
  published?: string;
  updated?: string;
  status?: "withheld";
  notes: string[];
}

/** A picture, a recording or a paper that belongs to an item. */
export interface Media {
  url: string;
  type?: string;
  medium?: string;
  /** Bytes. */
  length?: number;
  /** Pixels. */
  width?: number;
  height?: number;
  /** Seconds. */
  duration?: number;
  caption?: string;
  credit?: string;
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
  /** As written. */
  date?: string;
}

/** A feed of any format, in the shared model. */
export interface FeedDraft {
  facts: FeedFacts;
  drafts: Draft[];
  skipped: Skip[];
  notes: string[];
}
