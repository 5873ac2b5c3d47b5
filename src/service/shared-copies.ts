/**
 * How long a cache between the service and its readers keeps an answer without asking, in seconds: long enough that the burst of a full
 * hour, when every reader polls, comes to the service once a place; short enough that what was taken back is soon gone from everywhere,
 * though no purge is granted. Workers Cache grants five a minute, whatever the plan
 * (developers.cloudflare.com/workers/cache/limitations, "Purge rate limits"; cache/how-to/purge-cache, "Availability and limits").
 */
export const SHARED_MAX_AGE = 5;

/**
 * Caches that stand one behind the other (developers.cloudflare.com/workers/cache, "Tiered cache"). Each may have a copy from the one
 * before at the end of its time there, and keep it for as long again.
 */
export const CACHE_TIERS = 2;

/**
 * While somebody asks the store, and where it is slow, an instance serves what it holds for this long after that was last confirmed. From
 * then on whoever polls waits for what the store says, or until it counts as down. Milliseconds.
 */
export const MEMORY_BOUND = 4_000;

/** How long after the store has said that it is current an answer may still go into shared caches. Milliseconds. */
export const CONFIRMED_FOR = 2_000;

/**
 * How long after something has ceased to be current answers with it may still come into shared caches: they were made in time, and are a
 * second on their way at most. Milliseconds.
 */
const IN_FLIGHT = CONFIRMED_FOR + 1_000;

/** How long after something has ceased to be current no instance gives it out any more, to caches or readers. Milliseconds. */
export const SETTLED_AFTER = Math.max(MEMORY_BOUND, IN_FLIGHT);

/** How long what is no longer current may stand in shared caches, whatever becomes of purges. Milliseconds. */
export const SHARED_COPY_BOUND = IN_FLIGHT + CACHE_TIERS * SHARED_MAX_AGE * 1_000;

/**
 * What an answer says of its copies (RFC 9111 §5.2.2). Workers Cache has a header of its own, which goes no further: without
 * `must-revalidate` it hands out a copy of any age while the service fails (developers.cloudflare.com/workers/cache/configuration, "Serve
 * stale on error").
 *
 * @param keep how whoever asked may keep it: directives
 * @param isShared whether others may be given it as well
 */
export const copyHeaders = (keep: string, isShared: boolean): Record<string, string> =>
  isShared
    ? {
        "cache-control": `public, ${keep}, s-maxage=${SHARED_MAX_AGE}`,
        "cloudflare-cdn-cache-control": `public, max-age=${SHARED_MAX_AGE}, must-revalidate`,
      }
    : { "cache-control": `private, ${keep}`, "cloudflare-cdn-cache-control": "no-store" };
