import { foldForSearch, wordsIn } from "./search-text.ts";

/** Words of a query that are looked for; more tell no story from another. */
const MAX_WORDS = 12;

/** Letters from which on a word stands for all that begin with it: of a shorter one, an index would have to look at most of its words. */
const LEAST_BEGINNING = 3;

/** What somebody looks for, in parts that a text must all have. */
export interface QueryPart {
  /** Folded, as they follow one another. */
  words: string[];
  /** The last word is the beginning of one. */
  begins: boolean;
}

/**
 * The parts of a query. What stands in quotes is looked for as it is; without, a word finds all that begin with it. A word of a script that
 * puts no spaces between words is looked for as it is.
 */
export function queryParts(query: string): QueryPart[] {
  const parts: QueryPart[] = [];
  let room = MAX_WORDS;
  for (const [, quoted, single = ""] of query.matchAll(/["“”„«»]([^"“”„«»]*)["“”„«»]?|([^\s"“”„«»]+)/gu)) {
    const words = wordsIn(foldForSearch(quoted ?? single)).slice(0, room);
    room -= words.length;
    const begins = quoted === undefined && [...(words.at(-1) ?? "")].length >= LEAST_BEGINNING;
    if (words.length > 0) parts.push({ words, begins });
  }
  return parts;
}
