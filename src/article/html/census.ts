import type { Root } from "hast";
import { elementsOf } from "./tree.ts";

/** Markup by its kind, an element `script` or an attribute `a[onclick]`, and how often there is any. */
export type MarkupCensus = Map<string, number>;

export function census(tree: Root): MarkupCensus {
  const counts: MarkupCensus = new Map();
  for (const { tagName, properties } of elementsOf(tree)) {
    addMarkup(counts, tagName);
    for (const name of Object.keys(properties)) addMarkup(counts, `${tagName}[${name.toLowerCase()}]`);
  }
  return counts;
}

/** Counts markup of a kind once more, or so often. */
export function addMarkup(counts: MarkupCensus, key: string, times = 1): void {
  counts.set(key, (counts.get(key) ?? 0) + times);
}

/** What there was before and is no more. An element that went took its attributes along: they are not listed again. */
export function missing(before: MarkupCensus, after: MarkupCensus): MarkupCensus {
  const removed: MarkupCensus = new Map();
  for (const [key, times] of before) {
    const gone = times - (after.get(key) ?? 0);
    const element = key.replace(/\[.*/, "");
    const withElement = key === element ? 0 : (before.get(element) ?? 0) - (after.get(element) ?? 0);
    if (gone > Math.max(0, withElement)) removed.set(key, gone);
  }
  return removed;
}

export function sum(counts: MarkupCensus[]): MarkupCensus {
  const total: MarkupCensus = new Map();
  for (const one of counts) for (const [key, times] of one) addMarkup(total, key, times);
  return total;
}
