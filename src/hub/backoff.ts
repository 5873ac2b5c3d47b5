import { FIRST_PAUSE, MAX_DELIVERY_PAUSE, MAX_RETRY_AFTER } from "./delivery-limits.ts";

/** An attempt that failed. Times are milliseconds. */
export interface FailedAttempt {
  now: number;
  /** How many have failed since the last that succeeded, with this one. */
  attempts: number;
  leaseUntil: number;
  /** For how long the subscriber asked to be left alone (Retry-After); absent: it did not. */
  retryAfter?: number;
  /** From 0 to 1, by chance: what failed together does not come back together. */
  chance: number;
}

/**
 * When the next attempt is made: after twice the pause before, or when the subscriber has asked for it. At the lease's end it is either
 * renewed, and tried at once, or over: nothing is put off any further.
 */
export function nextAttempt({ now, attempts, leaseUntil, retryAfter = 0, chance }: FailedAttempt): number {
  const longest = Math.min(FIRST_PAUSE * 2 ** (attempts - 1), MAX_DELIVERY_PAUSE);
  const pause = longest * (0.5 + chance / 2);
  return Math.min(now + Math.round(Math.max(pause, Math.min(retryAfter, MAX_RETRY_AFTER))), leaseUntil);
}
