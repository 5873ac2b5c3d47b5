/** The key under which a page of a feed's archive is kept in memory and tagged in the cache in front; a feed's own is its slug. */
export const archiveKey = (slug: string, page: number): string => `${slug}/archive/${page}`;

/** The tag that everything of a key carries in the cache in front of the service, by which it is purged there: printable ASCII alone. */
export const cacheTag = (key: string): string => `feed-${encodeURI(key)}`;
