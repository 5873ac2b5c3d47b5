import { LIST_PRICES } from "../../../src/audience/cost.ts";

/** One thing that is counted, and charged for what goes beyond the plan. */
export interface Price {
  name: string;
  /** What the plan includes a month. */
  included: number;
  /** US dollars for a million. */
  million: number;
  /** Begun millions are whole ones. */
  roundsUp?: true;
  /** The page that says so, below https://developers.cloudflare.com/. */
  page: string;
}

/** When the pages were read, in the latest copy of Cloudflare's documentation that was at hand. */
export const PRICED = LIST_PRICES.read;

/** US dollars a month: the plan that all of it belongs to, R2 apart (workers/platform/pricing). */
export const PLAN = 5;

/** Days of a month, as the pages' own examples have it. */
export const MONTH = 30;

/**
 * Cloudflare's list prices of the Workers Paid plan. What the cache answers is a request as any other, without processor time
 * (workers/cache, "Billing"). Nothing is charged for purges and for bytes sent.
 */
export const PRICES = {
  requests: {
    name: "requests",
    included: 10e6,
    million: LIST_PRICES.millionRequests,
    page: "workers/platform/pricing/",
  },
  cpu: {
    name: "CPU ms",
    included: 30e6,
    million: LIST_PRICES.millionCpuMilliseconds,
    page: "workers/platform/pricing/",
  },
  rowsRead: { name: "D1 rows read", included: 25e9, million: 0.001, page: "d1/platform/pricing/" },
  rowsWritten: { name: "D1 rows written", included: 50e6, million: 1, page: "d1/platform/pricing/" },
  operations: { name: "queue operations", included: 1e6, million: 0.4, page: "queues/platform/pricing/" },
  classA: { name: "R2 class A (writes)", included: 1e6, million: 4.5, roundsUp: true, page: "r2/pricing/" },
  classB: { name: "R2 class B (reads)", included: 10e6, million: 0.36, roundsUp: true, page: "r2/pricing/" },
} satisfies Record<string, Price>;

export type Priced = keyof typeof PRICES;
