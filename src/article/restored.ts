import type { Article } from "./article.ts";

/**
 * What is stored where somebody restores a former revision. The corrections that readers were told of stay told, and a story that is
 * held back stays so until somebody releases it: to restore a text is to publish nothing.
 */
export const restoredArticle = (old: Article, current: Article): Article => ({
  ...old,
  corrections: current.corrections,
  status: current.status === "withheld" && old.status === "usable" ? "withheld" : old.status,
});
