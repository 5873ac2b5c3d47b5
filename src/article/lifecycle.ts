import type { Article } from "./article.ts";

/** When readers should last have looked again: Atom's `updated` (RFC 4287 §4.2.15), in milliseconds. */
export function updatedAt(article: Article): number {
  const corrections = article.corrections.map((correction) => Date.parse(correction.at));
  return Math.max(Date.parse(article.updated_at ?? article.published_at), ...corrections);
}

/** The time span in which a usable article may be seen: no date it carries ever lies in the future. */
export interface Visibility {
  /** Milliseconds, inclusive. */
  from: number;
  /** Milliseconds, exclusive; absent: for ever. */
  until?: number;
}

/** Null where the article is not to be seen at all. */
export function visibility(article: Article): Visibility | null {
  if (article.status !== "usable") return null;
  const from = Math.max(Date.parse(article.published_at), updatedAt(article), embargo(article));
  const until = article.expires_at === undefined ? undefined : Date.parse(article.expires_at);
  return until !== undefined && until <= from ? null : { from, until };
}

const embargo = (article: Article): number =>
  article.embargo_until === undefined ? 0 : Date.parse(article.embargo_until);
