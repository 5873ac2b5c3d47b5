/**
 * SQL for an UPDATE of `feed`: the feed has changed. One that was fresh is stale from now on; one that was stale before keeps
 * the time since which it has been.
 *
 * @param now where the statement has the time, in milliseconds
 */
export const markChanged = (now: string): string =>
  `changed = changed + 1, stale_since = CASE WHEN changed = composed THEN ${now} ELSE stale_since END`;

/**
 * SQL for an UPDATE of `feed`: all changes up to a count have been composed. What changed meanwhile leaves the feed stale.
 *
 * @param changed where the statement has the count of changes, as it was read before the composition
 */
export const markComposed = (changed: string): string =>
  `composed = max(composed, ${changed}), stale_since = CASE WHEN changed <= ${changed} THEN NULL ELSE stale_since END`;
