/**
 * Cloudflare's list prices on the Workers Paid plan, in US dollars: what is beyond that which its five dollars a month include. Nothing is
 * asked for what is sent.
 */
export const LIST_PRICES = {
  millionRequests: 0.3,
  millionCpuMilliseconds: 0.02,
  source: "https://developers.cloudflare.com/workers/platform/pricing/",
  /** When they were read there. */
  read: "2026-11-26",
};

/** CPU time of an answer from memory in workerd, in milliseconds (`test/bench/README.md`): a whole document of 71 KB, and a 304. */
const CPU = { whole: 0.15, unchanged: 0.07 };

/** What answers are charged with, in US dollars. */
export const priceOf = ({ whole, unchanged }: { whole: number; unchanged: number }): number =>
  ((whole + unchanged) * LIST_PRICES.millionRequests +
    (whole * CPU.whole + unchanged * CPU.unchanged) * LIST_PRICES.millionCpuMilliseconds) /
  1e6;
