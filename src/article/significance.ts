import type { Article } from "./article.ts";
import { treeToText } from "./html/text.ts";
import { elementsOf, parseHtml } from "./html/tree.ts";
import { oneLine } from "./text.ts";

/**
 * Whether a change is worth a reader's second look: a correction always is; else what is read, seen or heard must differ, by
 * more than white space and markup, and the newsroom must not have called it minor.
 */
export function isSignificant(old: Article, article: Article, minor: boolean): boolean {
  if (JSON.stringify(old.corrections) !== JSON.stringify(article.corrections) && article.corrections.length > 0)
    return true;
  return !minor && seen(old) !== seen(article);
}

/** What a reader perceives of an article, as one string. */
function seen(article: Article): string {
  const body = parseHtml(article.content_html);
  return JSON.stringify([
    article.title,
    article.summary,
    article.dateline,
    oneLine(treeToText(body)),
    elementsOf(body).flatMap(({ properties }) => properties.src ?? []),
    article.authors.map(({ name }) => name),
    article.images.map(({ url, caption, credit }) => [url, caption, credit]),
    article.attachments.map(({ url, caption, credit }) => [url, caption, credit]),
  ]);
}
