import type { Catalog } from "../../feed/catalog.ts";
import type { Database } from "../home.ts";
import { isFilling } from "../store/fill-listing.ts";
import { type ListedRows, listArticles, MAX_CANDIDATES } from "../store/list-articles.ts";
import { findListedArticles, type ListedArticle } from "../store/listed-articles.ts";
import { type ArticleQuery, writeCursor } from "./article-query.ts";
import { listLeftOut, listNotDelivered } from "./partner-lists.ts";

/** A page of a list of articles. */
export interface FoundArticles extends Pick<ListedRows, "count"> {
  articles: ListedArticle[];
  /** Where the list goes on; null: nowhere. */
  next: string | null;
  /** Something that is stored is in no list yet: the lists are being made. */
  isFilling: boolean;
}

/**
 * The articles that a query asks for.
 *
 * @param published no drafts: they are for who publishes
 */
export async function findArticles(
  db: Database,
  catalog: Catalog,
  { match, status, section, tag, author, source, feed, left_out_by, undelivered, ...query }: ArticleQuery,
  { now, published }: { now: number; published: boolean },
): Promise<FoundArticles> {
  const among = intersection([
    left_out_by === undefined ? undefined : await listLeftOut(db, catalog, left_out_by, MAX_CANDIDATES),
    undelivered === undefined
      ? undefined
      : await listNotDelivered(db, catalog, undelivered === "true" ? undefined : undelivered, MAX_CANDIDATES),
  ]);
  const filter = { match, status, section, tag, author, source, feed, among, published };
  const { rows, next, count } = await listArticles(db, { ...query, filter }, now);
  return {
    articles: await findListedArticles(db, rows, match !== undefined),
    count,
    next: next && writeCursor(next),
    isFilling: await isFilling(db),
  };
}

/** What all lists have that there are; undefined: there is none. */
function intersection(lists: (string[] | undefined)[]): string[] | undefined {
  const [first, ...others] = lists.filter((list) => list !== undefined);
  return first?.filter((id) => others.every((list) => list.includes(id)));
}
