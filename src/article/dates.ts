import type { Article } from "./article.ts";
import { isSignificant } from "./significance.ts";
import { embargoEnd, isVisible, visibility } from "./visibility.ts";

/** What the store knows of an article beside its content: it outlives every revision. Milliseconds. */
export interface Dates {
  /** When it was first published: fixed once readers could see it (RFC 4287 §4.2.9). */
  published: number;
  /** When readers should last have looked again (RFC 4287 §4.2.15). */
  updated: number;
  /** Whether readers may have seen it: then its end is a notice, not silence. */
  public: boolean;
}

/** The dates of an article that is stored for the first time. */
export function firstDates(article: Article, now: number): Dates {
  const published = Date.parse(article.published_at);
  const embargo = embargoEnd(article);
  // What the newsroom states stands, an update before the publication too; but it is not ahead of readers' first sight.
  const stated = Math.min(statedUpdate(article), Math.max(now, published, embargo));
  return { published, updated: Math.max(embargo, stated), public: false };
}

/** One revision of an article in the place of another. */
export interface Change {
  old: Article;
  article: Article;
  /** The newsroom says that it is not worth another look. */
  minor: boolean;
  /** It is certain that nobody has seen it, though it was in sight: no document has shown it yet. */
  unseen?: boolean;
}

/**
 * The dates of an article's next revision.
 *
 * `updated` moves when readers should look again: the text changed, a correction came, the story is seen for the first time,
 * or again, or is taken back. Where the newsroom states a time for it that has passed since, that is the time; a clock that was
 * set back moves it by a millisecond.
 *
 * @param known those of the revision before
 */
export function nextDates(known: Dates, { old, article, minor, unseen = false }: Change, now: number): Dates {
  // Whoever has not seen it need not hear of it.
  if (article.status === "canceled" && unseen && !known.public) return known;
  const wasPublic = known.public || isVisible(old, now);
  if (!wasPublic) {
    const fresh = firstDates(article, now);
    return isVisible(article, now) ? { ...fresh, updated: Math.max(fresh.updated, now) } : fresh;
  }
  const again = { published: known.published, public: true };
  // Readers see its notice alone, and that is the same.
  if (article.status === "canceled" && old.status === "canceled" && article.reason === old.reason)
    return { ...again, updated: known.updated };
  const wasVisible = isVisible(old, now);
  // While hidden, a future `updated` is an embargo's end that readers never saw; it does not count.
  const last = wasVisible ? known.updated : Math.min(known.updated, now - 1);
  if (article.status === "canceled") return { ...again, updated: Math.max(now, last + 1) };
  const visible = visibility(article);
  if (!visible || !isVisible(article, now)) return { ...again, updated: Math.max(last, visible?.from ?? 0) };
  if (wasVisible && !isSignificant(old, article, minor)) return { ...again, updated: last };
  const stated = statedUpdate(article);
  const updated = stated > last && stated <= now && wasVisible ? stated : now;
  return { ...again, updated: Math.max(updated, last + 1) };
}

/** When the newsroom says that it last changed the article: a correction is a change, too. Milliseconds. */
const statedUpdate = (article: Article): number =>
  Math.max(
    Date.parse(article.updated_at ?? article.published_at),
    ...article.corrections.map(({ at }) => Date.parse(at)),
  );
