import { millisecondsInSecond } from "date-fns/constants";
import type { ReadItem } from "./source-reading.ts";

export const FIRST_SEEN = "without a date: it got the time at which it was first seen";

/**
 * Gives items without a date the time at which they were first seen: that of the store, or else now, each a second before the one
 * that stands above it, which keeps their order. Importing again changes nothing.
 *
 * @param storedDate when the article with this id was published, where it is stored: RFC 3339
 * @param now RFC 3339
 */
export const dateUndated = (
  items: ReadItem[],
  storedDate: (id: string) => string | undefined,
  now: string,
): ReadItem[] =>
  items.map((item) => {
    const { undated, ...dated } = item;
    if (undated === undefined) return item;
    const published_at = storedDate(String(item.article.id)) ?? secondsBefore(now, undated);
    return { ...dated, article: { ...item.article, published_at }, notes: [...item.notes, FIRST_SEEN] };
  });

const secondsBefore = (time: string, seconds: number): string =>
  new Date(Date.parse(time) - seconds * millisecondsInSecond).toISOString();
