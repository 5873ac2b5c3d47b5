import { parseHttpUrl } from "../../../article/url.ts";
import type { Catalog } from "../../../feed/catalog.ts";
import type { Database } from "../../home.ts";
import type { ArticleQuery } from "../../jobs/article-query.ts";
import { type FoundArticles, findArticles } from "../../jobs/find-articles.ts";
import { findNamed } from "../../store/desk.ts";
import { findListedArticles } from "../../store/listed-articles.ts";

/** Articles that are named by the beginning of their id: as many as one looks through. */
const MAX_NAMED = 20;

/**
 * What the desk's list shows. On its first page, what a query names comes before what has its words: articles by their id or its beginning,
 * by their entry's id and by their URL.
 *
 * @param isNamed whether the query stands alone, so that what it names is meant, however it is filtered
 */
export async function findAtDesk(
  db: Database,
  catalog: Catalog,
  query: ArticleQuery,
  { isNamed, ...seen }: { isNamed: boolean; now: number; published: boolean },
): Promise<FoundArticles> {
  const text = query.q?.trim() ?? "";
  const named = isNamed && text !== "" ? await findNamed(db, text, addresses(text), MAX_NAMED) : [];
  const isNoSearch = text !== "" && query.match === undefined;
  const found = isNoSearch
    ? { articles: [], next: null, count: null, isFilling: false }
    : await findArticles(db, catalog, query, seen);
  if (named.length === 0) return found;
  const all = await findListedArticles(db, named, true);
  const first = all.filter(({ status }) => !(seen.published && status === "draft"));
  const ids = new Set(first.map(({ id }) => id));
  return { ...found, articles: [...first, ...found.articles.filter(({ id }) => !ids.has(id))], count: null };
}

/**
 * The addresses that an article may have under a URL: as it is, and without the anchor or query that a campaign adds.
 */
function addresses(text: string): string[] {
  const url = parseHttpUrl(text);
  return url ? [...new Set([url, url.replace(/#.*/, ""), url.replace(/[?#].*/, "")])] : [];
}
