import { onceEach } from "../article/once-each.ts";
import type { StoredArticle } from "../feed/entry.ts";
import type { Entry, Feed } from "../feed/feed.ts";

/** What stands in an edition: an entry's id, a hash of all that readers see of it, the article and its revision. */
export type Manifest = [id: string, hash: string, article: string, revision: number][];

/**
 * The manifest of an edition.
 *
 * @param articles those that the feed was made of; there may be more
 */
export function manifestOf(feed: Feed, articles: StoredArticle[]): Manifest {
  const stored = new Map(articles.map((one) => [one.entryId, one]));
  return feed.entries.map((entry) => {
    const of = stored.get(entry.id);
    if (!of) throw new Error(`the entry ${entry.id} is of none of the articles`);
    return [entry.id, hashOf(entry), of.article.id, of.revision];
  });
}

const hashOf = onceEach((entry: Entry): string => hash(JSON.stringify(entry)));

/** The ids of entries that differ between two editions. */
export interface EntryChanges {
  added: string[];
  changed: string[];
  removed: string[];
}

/** What an edition brought, against the one before it. An entry that moved only is no change. */
export function changesBetween(before: Manifest, after: Manifest): EntryChanges {
  const [old, now] = [new Map(before.map(([id, hash]) => [id, hash])), new Set(after.map(([id]) => id))];
  const ids = (which: (id: string, hash: string) => boolean) =>
    after.filter(([id, hash]) => which(id, hash)).map(([id]) => id);
  return {
    added: ids((id) => !old.has(id)),
    changed: ids((id, hash) => old.has(id) && old.get(id) !== hash),
    removed: before.filter(([id]) => !now.has(id)).map(([id]) => id),
  };
}

/** cyrb53: 53 bits, not for secrets; two versions of one entry are told apart. */
function hash(text: string): string {
  let [a, b] = [0xdeadbeef, 0x41c6ce57];
  for (let index = 0; index < text.length; index += 1) {
    const unit = text.charCodeAt(index);
    a = Math.imul(a ^ unit, 2654435761);
    b = Math.imul(b ^ unit, 1597334677);
  }
  a = Math.imul(a ^ (a >>> 16), 2246822507) ^ Math.imul(b ^ (b >>> 13), 3266489909);
  b = Math.imul(b ^ (b >>> 16), 2246822507) ^ Math.imul(a ^ (a >>> 13), 3266489909);
  return (4294967296 * (2097151 & b) + (a >>> 0)).toString(36);
}
