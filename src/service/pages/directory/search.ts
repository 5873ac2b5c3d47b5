import type { Definition } from "../../../feed/definition.ts";
import type { Database } from "../../home.ts";
import { toMatch } from "../../store/match.ts";
import { type FoundStory, searchPublic } from "../../store/search-public.ts";

/** A query is cut after so many characters: what is longer is no search, and its first words still are one. */
const MAX_QUERY_LENGTH = 100;
/** Stories on a page of results. */
export const STORIES_ON_PAGE = 10;
/** Pages of results: who has looked through so many finds no story by its words, and whoever asks for more is no reader. */
const MAX_RESULT_PAGES = 20;

/** What a search finds. */
export interface SearchResult {
  /** What was asked for, cut. */
  query: string;
  /** On the first page. */
  feeds: Definition[];
  /** Those of one page, the best match first. */
  stories: FoundStory[];
  /** How many stories were found, with those on other pages. */
  total: number;
  /** Counted from 1. */
  page: number;
}

/**
 * Search across feeds: their own titles and descriptions, and the words of the stories that stand in them now.
 *
 * @param page what `?page=` says
 */
export async function searchFeeds(
  db: Database,
  definitions: Definition[],
  { query, page }: { query: string; page: string | undefined },
  now: number,
): Promise<SearchResult> {
  const cut = query.slice(0, MAX_QUERY_LENGTH);
  const words = searchWords(cut);
  const match = toMatch(cut);
  const number = /^[1-9]\d?$/.test(page ?? "") ? Math.min(Number(page), MAX_RESULT_PAGES) : 1;
  const skip = (number - 1) * STORIES_ON_PAGE;
  const showing = (content: Definition["content"]) =>
    definitions.flatMap((feed) => (feed.content === content ? feed.slug : []));
  const feeds = { full: showing("full"), summary: showing("summary"), headline: showing("headline") };
  const found =
    match === null
      ? { stories: [], total: 0 }
      : await searchPublic(db, { match, feeds, skip, limit: STORIES_ON_PAGE }, now);
  // A page behind the last one is the first.
  if (found.stories.length === 0 && number > 1) return searchFeeds(db, definitions, { query, page: undefined }, now);
  const holds = (text: string) => words.length > 0 && words.every((word) => fold(text).includes(word));
  return {
    query: words.length === 0 ? "" : cut,
    feeds: number > 1 ? [] : definitions.filter(({ title, description }) => holds(`${title} ${description}`)),
    ...found,
    page: number,
  };
}

/** How many pages so many stories take, as far as one can go. */
export const resultPages = (total: number): number => Math.min(MAX_RESULT_PAGES, Math.ceil(total / STORIES_ON_PAGE));

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
