import type { Article } from "./article.ts";

/** The time span in which a usable article may be seen: no date it carries ever lies in the future. */
export interface Visibility {
  /** Milliseconds, inclusive. */
  from: number;
  /** Milliseconds, exclusive; absent: for ever. */
  until?: number;
}

/** What of an article says when it may be seen. */
type Times = Pick<Article, "status" | "published_at" | "embargo_until" | "expires_at">;

/**
 * When an article may be seen; null where it is not to be seen at all. A canceled article never is: its notice has dates of
 * its own.
 */
export function visibility(article: Times): Visibility | null {
  if (article.status !== "usable") return null;
  const from = Math.max(Date.parse(article.published_at), embargoEnd(article));
  const until = article.expires_at === undefined ? undefined : Date.parse(article.expires_at);
  return until !== undefined && until <= from ? null : { from, until };
}

/** @param now milliseconds */
export function isVisible(article: Article, now: number): boolean {
  const visible = visibility(article);
  return visible !== null && visible.from <= now && (visible.until === undefined || visible.until > now);
}

/** When an article's embargo ends, in milliseconds; 0 where it has none. */
export const embargoEnd = ({ embargo_until }: Pick<Article, "embargo_until">): number =>
  embargo_until === undefined ? 0 : Date.parse(embargo_until);
