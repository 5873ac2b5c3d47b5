/** What a page of a feed's archive is called there. */
export const archiveKey = (slug: string, page: number): string => `${slug}-archive-${page}`;

/** The tag of everything that documents and pages of this key left in the cache in front of the service. */
export const cacheTag = (key: string): string => `feed-${key}`;
