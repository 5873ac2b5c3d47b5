/** The execution context as far as it knows a cache in front: absent in local runs. */
export interface PurgeContext {
  cache?: { purge(options: { tags: string[] }): Promise<unknown> };
}

/** The tag of everything that a feed's documents and pages left in the cache in front of the worker. */
export const cacheTag = (slug: string): string => `feed-${slug}`;

/** A page of a feed's archive, as caches name it. */
export const archiveKey = (slug: string, page: number): string => `${slug}-archive-${page}`;

/** Takes feeds' old documents out of the cache in front. A failed purge is not fatal: what it holds ends with max-age. */
export async function purge(context: PurgeContext, slugs: string[]): Promise<void> {
  if (slugs.length === 0) return;
  try {
    await context.cache?.purge({ tags: slugs.map(cacheTag) });
  } catch (error) {
    console.error(JSON.stringify({ event: "purge failed", slugs, error: String(error) }));
  }
}
