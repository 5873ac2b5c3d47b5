import type { Taker } from "./take.ts";

/** The page itself, where a feed's own links lead past somebody who counts. */
export const originalLinkOf = (item: Taker): string | undefined => item.text("feedburner:origLink", "pheedo:origLink");

/** Counters that are gone, or that only lead on. */
const COUNTERS =
  /^https?:\/\/(feedproxy\.google\.com|feeds\d*\.feedburner\.com|rss\.feedsportal\.com|feeds\.pheedo\.com)\//i;

export const isCounted = (link: string | undefined): boolean => COUNTERS.test(link ?? "");
