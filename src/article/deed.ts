import type { Article } from "./article.ts";

/** What a save did to an article, in the log's words. */
export type ArticleDeed =
  | "article.created"
  | "article.changed"
  | "article.corrected"
  | "article.published"
  | "article.withheld"
  | "article.released"
  | "article.retracted"
  | "article.restored";

/**
 * What a save did.
 *
 * @param old the revision before; undefined: there was none
 */
export function articleDeed(old: Article | undefined, article: Article): ArticleDeed {
  if (!old) return "article.created";
  if (article.status !== old.status) return STATUS_DEEDS[article.status][old.status];
  return article.corrections.length > old.corrections.length ? "article.corrected" : "article.changed";
}

/** By the status that it has now, and the one that it had. */
const STATUS_DEEDS: Record<Article["status"], Record<Article["status"], ArticleDeed>> = {
  usable: {
    usable: "article.changed",
    draft: "article.published",
    withheld: "article.released",
    canceled: "article.restored",
  },
  withheld: {
    usable: "article.withheld",
    draft: "article.withheld",
    withheld: "article.changed",
    canceled: "article.restored",
  },
  canceled: {
    usable: "article.retracted",
    draft: "article.retracted",
    withheld: "article.retracted",
    canceled: "article.changed",
  },
  draft: {
    usable: "article.changed",
    draft: "article.changed",
    withheld: "article.changed",
    canceled: "article.restored",
  },
};
