import type { CurrentEdition } from "../store/editions.ts";

/** Where copies of documents are kept. */
export interface Copies {
  /** What this isolate serves polls from. */
  memory: { confirm(key: string, edition: CurrentEdition, now: number): unknown };
  /** The cache in front: absent in local runs. */
  cache?: { purge(options: { tags: string[] }): Promise<unknown> };
}

/** The tag of everything that a feed's documents and pages left in the cache in front of the worker. */
export const cacheTag = (slug: string): string => `feed-${slug}`;

/** A page of a feed's archive, as caches name it. */
export const archiveKey = (slug: string, page: number): string => `${slug}-archive-${page}`;

/**
 * An edition, or a page of an archive, has a newer one: this isolate's memory has it at once, and the cache in front forgets
 * the old. A failed purge is not fatal: what the cache holds ends with its max-age.
 */
export async function supersede({ memory, cache }: Copies, key: string, edition: CurrentEdition): Promise<void> {
  memory.confirm(key, edition, Date.now());
  try {
    await cache?.purge({ tags: [cacheTag(key)] });
  } catch (error) {
    console.error(JSON.stringify({ event: "purge failed", key, error: String(error) }));
  }
}
