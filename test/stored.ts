import type { Article } from "../src/article/article.ts";
import { firstDates } from "../src/article/dates.ts";
import type { StoredArticle } from "../src/feed/entry.ts";

/** An article as the store gives it after its first save, which was so late that no date it states is ahead. */
export const stored = (entryId: string, article: Article): StoredArticle => {
  const { published, updated } = firstDates(article, Number.MAX_SAFE_INTEGER);
  return { entryId, article, revision: 1, published, updated };
};
