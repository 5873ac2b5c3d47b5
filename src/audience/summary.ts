import { addTo, noSums, polls, type Report, type Sums } from "./count-record.ts";
import { type Kind, kindOf } from "./products.ts";

/** A document's readers through one product on one day: the sum over the product's ids of the feed. */
export type Readers = Pick<Report, "day" | "feed" | "format" | "product" | "subscribers">;

/** The audience of some days, for people. */
export interface Summary {
  days: (Sums & { day: string })[];
  /** Sorted by readers, then by polls, the most first. */
  products: (Sums & { product: string; kind: Kind; subscribers?: number })[];
  total: Sums & { subscribers: number };
}

/**
 * @param days those to show, in order: a day without polls is one with none
 * @param counts any counts of these days, added up over what the summary does not tell apart
 */
export function summarize(
  days: string[],
  counts: (Sums & { day: string; product: string })[],
  readers: Readers[],
): Summary {
  const byDay = new Map(days.map((day) => [day, { day, ...noSums() }]));
  const byProduct = new Map<string, Sums>();
  const total = noSums();
  for (const count of counts) {
    const day = byDay.get(count.day);
    if (!day) continue;
    const product = byProduct.get(count.product) ?? noSums();
    byProduct.set(count.product, product);
    for (const sums of [day, product, total]) addTo(sums, count);
  }
  const subscribers = subscribersByProduct(readers);
  const products = [...byProduct].map(([product, sums]) => ({
    product,
    kind: kindOf(product),
    subscribers: subscribers.get(product),
    ...sums,
  }));
  products.sort((a, b) => (b.subscribers ?? 0) - (a.subscribers ?? 0) || polls(b) - polls(a));
  return {
    days: [...byDay.values()],
    products,
    total: { ...total, subscribers: [...subscribers.values()].reduce((sum, count) => sum + count, 0) },
  };
}

/** Readers by product. Of each document only the last day counts: readers of two days are the same people. */
export function subscribersByProduct(readers: Readers[]): Map<string, number> {
  const last = new Map<string, Readers>();
  for (const one of readers) {
    const key = JSON.stringify([one.feed, one.format, one.product]);
    const known = last.get(key);
    if (!known || known.day < one.day) last.set(key, one);
  }
  const sums = new Map<string, number>();
  for (const { product, subscribers } of last.values()) sums.set(product, (sums.get(product) ?? 0) + subscribers);
  return sums;
}
