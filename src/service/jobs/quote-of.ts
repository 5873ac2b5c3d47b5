import { wordsOfHtml } from "../../article/html/text.ts";
import { type Quote, quote } from "../../article/quote.ts";
import type { QueryPart } from "../../article/search-query.ts";
import { firstWords } from "../../article/text.ts";
import type { ListedArticle } from "../store/listed-articles.ts";

/** What is shown of a story in which nothing was found that could be. UTF-16 units. */
const MAX_BEGINNING = 160;

/** What is shown of a story that a query found: the place of its summary or text that has words of the query, or else its beginning. */
export function quoteOf({ summary, html }: Pick<ListedArticle, "summary" | "html">, parts: QueryPart[]): Quote {
  const text = wordsOfHtml(html.replace(CUT_OFF, ""));
  const found = quote(summary, parts) ?? quote(text, parts);
  return found ?? { text: firstWords((summary || text).trim(), MAX_BEGINNING), marks: [] };
}

/** A tag or a reference that was cut where the text was. */
const CUT_OFF = /<[^<>]*$|&[#\w]{0,10}$/;
