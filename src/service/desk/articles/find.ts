import { parseHttpUrl } from "../../../article/url.ts";
import type { Database } from "../../home.ts";
import { fold, wordsOf } from "../../pages/directory/search.ts";
import { findListed, type Listed, listLastStored } from "../../store/desk.ts";

/** What a page of results holds. */
const MAX_FOUND = 50;
/** A URL is the longest thing that is looked for. */
export const MAX_QUERY = 2_000;

export interface DeskFound {
  query: string;
  articles: Listed[];
  /** Whether there were more. */
  more: boolean;
}

/** Articles by id or its beginning, by entry id and by URL, wherever they are; then by words of title and URL among the last stored. */
export async function findArticles(db: Database, text: string): Promise<DeskFound> {
  const query = text.trim().slice(0, MAX_QUERY);
  if (query === "") return { query, articles: await listLastStored(db, MAX_FOUND), more: false };
  const { named, last } = await findListed(db, query, addresses(query), MAX_FOUND);
  const words = wordsOf(query);
  const titled = last.filter(({ title, url }) => {
    const text = fold(`${title} ${url}`);
    return words.length > 0 && words.every((word) => text.includes(word));
  });
  const all = [...new Map([...named, ...titled].map((one) => [one.id, one])).values()];
  return { query, articles: all.slice(0, MAX_FOUND), more: all.length > MAX_FOUND };
}

/** As it is stored; and without what campaigns and anchors add to it. */
function addresses(text: string): string[] {
  const url = parseHttpUrl(text);
  return url ? [...new Set([url, url.replace(/#.*/, ""), url.replace(/[?#].*/, "")])] : [];
}
