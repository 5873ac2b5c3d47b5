import type { Definition } from "../../../feed/definition.ts";
import type { Database } from "../../home.ts";
import { listTitles, type Title } from "../../store/directory.ts";
import type { FeedState } from "../../store/feeds.ts";

/** Longer ones are no search; the words of one that is cut still are. */
const MAX_QUERY = 100;
/** What a page of results holds. */
const MAX_STORIES = 30;
/** Titles are read again after it, though no edition is new: some may have been taken back since. Milliseconds. */
const MAX_AGE = 60_000;

export interface Found {
  query: string;
  feeds: Definition[];
  /** The newest first. */
  stories: Title[];
  /** Of all that was found, some of which is left out. */
  total: number;
}

/** Search across feeds: their own titles and descriptions, and the titles of what stands in them now. */
export class Search {
  /** The titles of the editions that are current, read once: `#editions` tells which those were. */
  #titles: Title[] = [];
  #editions = "";
  #readAt = 0;

  async find(db: Database, definitions: Definition[], states: FeedState[], query: string): Promise<Found> {
    const words = wordsOf(query);
    const holds = (text: string) => words.every((word) => fold(text).includes(word));
    if (words.length === 0) return { query: "", feeds: [], stories: [], total: 0 };
    const stories = (await this.#read(db, definitions, states)).filter(({ title }) => holds(title));
    return {
      query: query.slice(0, MAX_QUERY),
      feeds: definitions.filter(({ title, description }) => holds(`${title} ${description}`)),
      stories: stories.toSorted((a, b) => (a.published < b.published ? 1 : -1)).slice(0, MAX_STORIES),
      total: stories.length,
    };
  }

  async #read(db: Database, definitions: Definition[], states: FeedState[]): Promise<Title[]> {
    const editions = JSON.stringify(states.map(({ slug, edition }) => [slug, edition]));
    const now = Date.now();
    if (editions !== this.#editions || now - this.#readAt > MAX_AGE) {
      const slugs = definitions.map(({ slug }) => slug);
      this.#titles = await listTitles(db, slugs, now);
      this.#editions = editions;
      this.#readAt = now;
    }
    return this.#titles;
  }
}

export const wordsOf = (query: string): string[] =>
  fold(query.slice(0, MAX_QUERY))
    .split(/\s+/)
    .filter((word) => word !== "");

/** "Zoe" finds "Zoë". */
export const fold = (text: string): string => text.normalize("NFKD").replace(/\p{M}/gu, "").toLowerCase();
