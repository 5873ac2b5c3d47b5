/** A day of polls: what is assumed of it. */
export interface Traffic {
  polls: number;
  /** Of each feed as many. */
  editions: number;
  /** The share of polls that each feed has, each format, each Accept-Encoding and each reader. */
  feeds: number[];
  formats: number[];
  codings: number[];
  readers: number[];
  /** The share of polls whose reader has the current edition: 304. */
  unchanged: number;
  /** How long an isolate lives. Seconds. */
  isolate: number;
}

/** Few feeds have most of the polls (Zipf's law): the nth has a share of 1/n. */
export function zipf(count: number): number[] {
  const shares = Array.from({ length: count }, (_, index) => 1 / (index + 1));
  const sum = shares.reduce((total, share) => total + share, 0);
  return shares.map((share) => share / sum);
}

/** Of polls all over the world, at any time of the day alike. */
export const TRAFFIC: Traffic = {
  polls: 1_000_000,
  editions: 500,
  feeds: zipf(50),
  // RSS, Atom, JSON Feed.
  formats: [0.7, 0.25, 0.05],
  // Ways to write Accept-Encoding: each has a copy of its own in the cache (workers/cache, "Content negotiation with Vary").
  codings: [0.4, 0.3, 0.25, 0.05],
  // Products that the audience is counted by.
  readers: zipf(30),
  unchanged: 0.85,
  isolate: 3_600,
};

export const SECONDS_OF_DAY = 86_400;
