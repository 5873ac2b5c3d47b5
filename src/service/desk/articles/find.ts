import { parseHttpUrl } from "../../../article/url.ts";
import type { Database } from "../../home.ts";
import { fold, searchWords } from "../../pages/directory/search.ts";
import { findListed, type Listed, listLastStored } from "../../store/desk.ts";

/** Articles on a page of results. */
const MAX_FOUND = 50;
/** A query is cut after so many characters: a URL is the longest thing that is looked for. */
export const MAX_FIND_LENGTH = 2_000;

/** What a query of the desk finds. */
export interface FoundArticles {
  query: string;
  articles: Listed[];
  /** Whether there are more than a page holds. */
  more: boolean;
}

/**
 * Finds articles by their id or its beginning, by their entry's id and by their URL, in all that is stored; and by words of
 * title and URL among those stored last. Without a query, these are all that is found.
 */
export async function findArticles(db: Database, text: string): Promise<FoundArticles> {
  const query = text.trim().slice(0, MAX_FIND_LENGTH);
  if (query === "") return { query, articles: await listLastStored(db, MAX_FOUND), more: false };
  const { named, last } = await findListed(db, query, addresses(query), MAX_FOUND);
  const words = searchWords(query);
  const titled = last.filter(({ title, url }) => {
    const text = fold(`${title} ${url}`);
    return words.length > 0 && words.every((word) => text.includes(word));
  });
  const all = [...new Map([...named, ...titled].map((one) => [one.id, one])).values()];
  return { query, articles: all.slice(0, MAX_FOUND), more: all.length > MAX_FOUND };
}

/**
 * The addresses that an article may have under a URL: as it is, and without the anchor or query that a campaign adds.
 */
function addresses(text: string): string[] {
  const url = parseHttpUrl(text);
  return url ? [...new Set([url, url.replace(/#.*/, ""), url.replace(/[?#].*/, "")])] : [];
}
