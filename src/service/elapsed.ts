let last = performance.now();
let total = 0;

/**
 * Milliseconds that have passed, as one instance has them: what is waited for or kept for a while is reckoned by these, and not by
 * the clock, which may be set. They never go back. `performance.now()` alone may: on Cloudflare it is what the clock says
 * (developers.cloudflare.com/workers/runtime-apis/performance). Nothing of another thread or instance can be compared with them.
 */
export function elapsed(): number {
  const now = performance.now();
  total += Math.max(0, now - last);
  last = now;
  return total;
}

/** Before anything that `elapsed` has said. */
export const LONG_AGO = Number.NEGATIVE_INFINITY;
