import type { Definition } from "../../../feed/definition.ts";
import { elapsed, LONG_AGO } from "../../elapsed.ts";
import type { Database } from "../../home.ts";
import { listTitles, type Title } from "../../store/directory.ts";
import type { FeedState } from "../../store/feeds.ts";

/** A query is cut after so many characters: what is longer is no search, and its first words still are one. */
const MAX_QUERY_LENGTH = 100;
/** Stories on a page of results. */
const MAX_STORIES = 30;
/** Titles are read again after so long although no edition is new: stories may have been taken back. Milliseconds. */
const MAX_AGE = 60_000;

/** What a search finds. */
export interface SearchResult {
  /** What was asked for, cut. */
  query: string;
  feeds: Definition[];
  /** The newest first. */
  stories: Title[];
  /** How many stories were found, with those that are too many for a page. */
  total: number;
}

/** Search across feeds: their own titles and descriptions, and the titles of the stories that stand in them now. */
export class Search {
  /** The titles of the editions that are current, read once: `#editions` tells which those were. */
  #titles: Title[] = [];
  #editions = "";
  /** As `elapsed` has it. */
  #readAt = LONG_AGO;

  async find(db: Database, definitions: Definition[], states: FeedState[], query: string): Promise<SearchResult> {
    const words = searchWords(query);
    const holds = (text: string) => words.every((word) => fold(text).includes(word));
    if (words.length === 0) return { query: "", feeds: [], stories: [], total: 0 };
    const stories = (await this.#read(db, definitions, states)).filter(({ title }) => holds(title));
    return {
      query: query.slice(0, MAX_QUERY_LENGTH),
      feeds: definitions.filter(({ title, description }) => holds(`${title} ${description}`)),
      stories: stories.toSorted((a, b) => (a.published < b.published ? 1 : -1)).slice(0, MAX_STORIES),
      total: stories.length,
    };
  }

  async #read(db: Database, definitions: Definition[], states: FeedState[]): Promise<Title[]> {
    const editions = JSON.stringify(states.map(({ slug, edition }) => [slug, edition]));
    const now = elapsed();
    if (editions !== this.#editions || now - this.#readAt > MAX_AGE) {
      const slugs = definitions.map(({ slug }) => slug);
      this.#titles = await listTitles(db, slugs, Date.now());
      this.#editions = editions;
      this.#readAt = now;
    }
    return this.#titles;
  }
}

/** The words that a text must hold to be found, folded. */
export const searchWords = (query: string): string[] =>
  fold(query.slice(0, MAX_QUERY_LENGTH))
    .split(/\s+/)
    .filter((word) => word !== "");

/**
 * A text as it is compared in a search: without case, accents and other marks, so that "Zoe" finds "Zoë" (Unicode
 * NFKD).
 */
export const fold = (text: string): string => text.normalize("NFKD").replace(/\p{M}/gu, "").toLowerCase();
