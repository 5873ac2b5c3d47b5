import { millisecondsInDay } from "date-fns/constants";
import type { Article } from "../article/article.ts";
import type { Dates } from "../article/dates.ts";
import { licensedSpan } from "../article/syndication.ts";
import { type Visibility, visibility } from "../article/visibility.ts";
import type { Definition } from "./definition.ts";

/** That a feed may show an article, and when. Times are milliseconds. */
export interface Membership {
  feed: string;
  article_id: string;
  /** When the feed's readers should last have looked again. */
  updated: number;
  /** Inclusive. */
  visible_from: number;
  /** Exclusive; null: for ever. */
  visible_until: number | null;
  /** 1: what is shown is that the story was taken back. */
  notice: 0 | 1;
}

/** What of a feed's definition says whether and when the feed shows an article that it selects. */
export type Place = Pick<Definition, "slug" | "partner" | "retention">;

/**
 * An article's memberships in feeds that select it. An article that nobody may see is in none. One that readers may have seen leaves
 * a notice when it is taken back.
 */
export function memberships(article: Article, dates: Dates, feeds: Place[]): Membership[] {
  const visible = visibility(article);
  return feeds.flatMap((definition) => {
    const shown =
      article.status === "canceled" ? noticeSpan(article, dates, definition) : licensed(article, visible, definition);
    if (!shown) return [];
    // A partner's own embargo makes the story new when it ends.
    const embargoed = visible !== null && shown.from > visible.from;
    return {
      feed: definition.slug,
      article_id: article.id,
      updated: embargoed ? Math.max(dates.updated, shown.from) : dates.updated,
      visible_from: shown.from,
      visible_until: shown.until ?? null,
      notice: article.status === "canceled" ? 1 : 0,
    };
  });
}

/** The part of a span in which a feed's partner may have an article; all of it in a public feed. */
const licensed = (article: Article, span: Visibility | null, { partner }: Place): Visibility | null =>
  span && partner !== undefined ? licensedSpan(article, span, partner) : span;

/** When a notice stands: from the retraction on, for as long as the definition says. Null where nobody can have seen the story. */
function noticeSpan(article: Article, dates: Dates, definition: Place): Visibility | null {
  if (!dates.public) return null;
  const had = licensed(article, { from: dates.published }, definition);
  if (!had || had.from >= dates.updated) return null;
  return { from: dates.updated, until: dates.updated + definition.retention * millisecondsInDay };
}
