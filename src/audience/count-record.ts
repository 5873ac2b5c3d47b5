/** What one product polled of one document on one day (UTC, `YYYY-MM-DD`). */
export interface Count {
  day: string;
  feed: string;
  format: string;
  product: string;
  polls_200: number;
  polls_226: number;
  polls_304: number;
  polls_other: number;
  bytes_sent: number;
  /** What 304s and deltas left out of the whole document, in the coding that the reader takes. */
  bytes_saved: number;
  /** Those answered 200 that named nothing they have (RFC 9110 §13.1): they could not be answered 304. */
  polls_unconditional: number;
  /** What was sent to these. */
  bytes_unconditional: number;
  /** Those that came less than a minute after the same poller's last (`Pollers`), as far as one instance saw both. */
  polls_soon: number;
}

/** How many read a document through an aggregator, as it last said on a day. */
export interface Report {
  day: string;
  feed: string;
  format: string;
  product: string;
  /** The aggregator's own id of the feed, hashed: it may have several for one feed. */
  source: string;
  subscribers: number;
  /** Milliseconds. */
  reported_at: number;
}

export type Sums = Omit<Count, "day" | "feed" | "format" | "product">;

/** All polls, however they were answered. */
export const polls = (sums: Sums): number => sums.polls_200 + sums.polls_226 + sums.polls_304 + sums.polls_other;

export const noSums = (): Sums => ({
  polls_200: 0,
  polls_226: 0,
  polls_304: 0,
  polls_other: 0,
  bytes_sent: 0,
  bytes_saved: 0,
  polls_unconditional: 0,
  bytes_unconditional: 0,
  polls_soon: 0,
});

export function addTo(sums: Sums, more: Sums): void {
  sums.polls_200 += more.polls_200;
  sums.polls_226 += more.polls_226;
  sums.polls_304 += more.polls_304;
  sums.polls_other += more.polls_other;
  sums.bytes_sent += more.bytes_sent;
  sums.bytes_saved += more.bytes_saved;
  sums.polls_unconditional += more.polls_unconditional;
  sums.bytes_unconditional += more.bytes_unconditional;
  sums.polls_soon += more.polls_soon;
}
