/** Where copies of documents are kept. */
export interface PurgeContext {
  /** What this isolate serves polls from. */
  memory: { expire(key: string): void };
  /** The cache in front: absent in local runs. */
  cache?: { purge(options: { tags: string[] }): Promise<unknown> };
}

/** The tag of everything that a feed's documents and pages left in the cache in front of the worker. */
export const cacheTag = (slug: string): string => `feed-${slug}`;

/** A page of a feed's archive, as caches name it. */
export const archiveKey = (slug: string, page: number): string => `${slug}-archive-${page}`;

/**
 * Takes old documents out of the cache in front, and has this isolate's memory ask for the new ones. A failed purge is not
 * fatal: what the cache holds ends with its max-age.
 */
export async function purge(context: PurgeContext, slugs: string[]): Promise<void> {
  for (const slug of slugs) context.memory.expire(slug);
  try {
    await context.cache?.purge({ tags: slugs.map(cacheTag) });
  } catch (error) {
    console.error(JSON.stringify({ event: "purge failed", slugs, error: String(error) }));
  }
}
