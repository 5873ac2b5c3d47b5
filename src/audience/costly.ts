import { contactOf } from "./contacts.ts";
import { priceOf } from "./cost.ts";
import { addTo, noSums, polls, type Sums } from "./count-record.ts";
import { type Kind, kindOf } from "./products.ts";

/** What one product polled of one feed, and how conditional polls of that feed fared, whoever's they were. */
export interface FeedPolls extends Sums {
  product: string;
  feed: string;
  /** Conditional polls of the feed. */
  feed_conditional: number;
  /** Those of them that were answered 304. */
  feed_304: number;
}

/** A product that polls without conditions, or too soon. All is of one day, on average. */
export interface CostlyPoller {
  product: string;
  kind: Kind;
  /** Where it says that it is to be asked about itself. */
  contact?: string;
  /** Those in which it costs most first. */
  feeds: string[];
  polls: number;
  /** Those that named nothing they have, and were sent the whole document. */
  unconditional: number;
  /** Those less than a minute after the same poller's last. */
  soon: number;
  now: Cost;
  /** Had it named what it has, and fared as the others' conditional polls of the same feeds. Null: there were none. */
  conditionally: Cost | null;
}

export interface Cost {
  /** Sent. */
  bytes: number;
  /** US dollars, at list prices. */
  dollars: number;
}

/**
 * The part of a product's polls from which on they are named: whoever begins to read a feed has nothing to name yet, and people look at a
 * page twice.
 */
const MIN_SHARE = 0.05;

/** @returns those that are sent most first */
export function costlyPollers(found: FeedPolls[], days: number): CostlyPoller[] {
  return [...Map.groupBy(found, ({ product }) => product)]
    .map(([product, rows]) => toCostly(product, rows, days))
    .filter((one) => Math.max(one.unconditional, one.soon) >= MIN_SHARE * one.polls)
    .sort((a, b) => b.now.bytes - a.now.bytes || b.soon - a.soon);
}

function toCostly(product: string, rows: FeedPolls[], days: number): CostlyPoller {
  const sums = noSums();
  for (const row of rows) addTo(sums, row);
  const spared = { polls: 0, bytes: 0 };
  for (const { polls_unconditional, bytes_unconditional, feed_304, feed_conditional } of rows) {
    const share = feed_304 / Math.max(1, feed_conditional);
    spared.polls += polls_unconditional * share;
    spared.bytes += bytes_unconditional * share;
  }
  const all = polls(sums);
  const costWithout = ({ polls, bytes }: typeof spared): Cost => {
    const unchanged = sums.polls_304 + polls;
    return { bytes: (sums.bytes_sent - bytes) / days, dollars: priceOf({ whole: all - unchanged, unchanged }) / days };
  };
  const isComparable = rows.every((row) => row.feed_conditional > 0 || row.polls_unconditional === 0);
  return {
    product,
    kind: kindOf(product),
    contact: contactOf(product),
    feeds: rows
      .toSorted((a, b) => b.bytes_unconditional - a.bytes_unconditional || b.polls_soon - a.polls_soon)
      .map(({ feed }) => feed),
    polls: all / days,
    unconditional: sums.polls_unconditional / days,
    soon: sums.polls_soon / days,
    now: costWithout({ polls: 0, bytes: 0 }),
    conditionally: isComparable ? costWithout(spared) : null,
  };
}
