let last = now();
let total = 0;

/**
 * Milliseconds that have passed, as one instance has them: what is waited for or kept for a while is reckoned by these, and not by
 * the clock, which may be set. They never go back. `performance.now()` alone may: on Cloudflare it is what the clock says
 * (developers.cloudflare.com/workers/runtime-apis/performance). Nothing of another thread or instance can be compared with them.
 */
export function elapsed(): number {
  const reading = now();
  total += Math.max(0, reading - last);
  last = reading;
  return total;
}

/** Whole milliseconds: sums of fractions are not exact, and an interval that has passed might seem to lack a part of one. */
function now(): number {
  return Math.floor(performance.now());
}

/** Before anything that `elapsed` has said. */
export const LONG_AGO = Number.NEGATIVE_INFINITY;
