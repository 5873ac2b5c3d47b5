/**
 * Tokens of the Free plan, which Workers Cache is on whatever the plan (workers/cache/limitations, "Purge rate limits"): five requests a
 * minute, and 25 where none were made for a while (cache/how-to/purge-cache, "Token bucket rate limiting").
 */
export const PURGES_PER_MINUTE = 5;
export const MAX_TOKENS = 25;

/** The account's bucket: what others of its workers take is gone. */
export class PurgeRate {
  #tokens = MAX_TOKENS;
  #since = Date.now();

  /** Takes a token, if there is one. */
  take(): boolean {
    this.#fill();
    if (this.#tokens < 1) return false;
    this.#tokens -= 1;
    return true;
  }

  /** Somebody else takes all that there are. */
  empty(): void {
    this.#fill();
    this.#tokens = 0;
  }

  #fill(): void {
    const now = Date.now();
    this.#tokens = Math.min(MAX_TOKENS, this.#tokens + ((now - this.#since) / 60_000) * PURGES_PER_MINUTE);
    this.#since = now;
  }
}
