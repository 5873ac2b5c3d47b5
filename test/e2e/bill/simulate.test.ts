import { describe, expect, it } from "vitest";
import { simulate } from "../../bench/bill/simulate.ts";
import { SECONDS_OF_DAY, type Traffic, zipf } from "../../bench/bill/traffic.ts";

/** One document for one kind of reader, polled so often a second. */
const polled = (rate: number): Traffic => ({
  polls: rate * SECONDS_OF_DAY,
  editions: 0,
  feeds: [1],
  formats: [1],
  codings: [1],
  readers: [1],
  unchanged: 0.5,
  isolate: Number.POSITIVE_INFINITY,
});

describe("a day of polls", () => {
  it.each([0.1, 0.5, 2])("has the hits of a cache that polls come to by chance: %d a second", (rate) => {
    const { polls, hits } = simulate(polled(rate), 1, { age: 5, confirmed: true });
    expect(hits / polls).toBeCloseTo((rate * 5) / (1 + rate * 5), 1);
  });

  it("is the same in all data centers together as in one that has its share", () => {
    const { polls, hits } = simulate(polled(2), 10, { age: 5, confirmed: true });
    expect(polls).toBeCloseTo(2 * SECONDS_OF_DAY, 3);
    expect(hits / polls).toBeCloseTo(0.5, 1);
  });

  it("asks the store once every two seconds at most, and once for a document", () => {
    const { hits, confirmed, unchanged, whole, fetched, noted } = simulate(polled(5), 1, { age: 0, confirmed: true });
    expect(hits).toBe(0);
    expect(confirmed / SECONDS_OF_DAY).toBeCloseTo(5 / (1 + 5 * 2), 1);
    expect(whole / (whole + unchanged)).toBeCloseTo(0.5, 1);
    expect([fetched, noted].map(Math.round)).toEqual([1, 1]);
  });

  it("has fewer hits where a cache keeps only what was confirmed in the same request", () => {
    const traffic = { ...polled(5), codings: [0.5, 0.5] };
    const [strict = 0, lax = 0] = [true, false].map((confirmed) => {
      const { polls, hits } = simulate(traffic, 1, { age: 5, confirmed });
      return polls - hits;
    });
    expect(strict).toBeGreaterThan(lax * 1.1);
  });

  it("takes counts to the store once a minute, a row for each reader", () => {
    const { flushes, counts } = simulate({ ...polled(2), readers: [0.25, 0.25, 0.25, 0.25] }, 1, {
      age: 0,
      confirmed: true,
    });
    expect(flushes / (24 * 60)).toBeCloseTo(1, 1);
    expect(counts / flushes).toBeCloseTo(4, 1);
  });

  it("fetches a document again after each edition, and in each isolate", () => {
    const often = simulate({ ...polled(5), editions: 500 }, 1, { age: 0, confirmed: true });
    expect(often.fetched / 500).toBeCloseTo(1, 0);
    const short = simulate({ ...polled(5), isolate: 600 }, 1, { age: 0, confirmed: true });
    expect(short.fetched / (24 * 6)).toBeCloseTo(1, 1);
  });
});

describe("shares by Zipf's law", () => {
  it("are one in all, the first twice the second", () => {
    const shares = zipf(50);
    expect(shares.reduce((sum, share) => sum + share, 0)).toBeCloseTo(1, 9);
    expect((shares[0] ?? 0) / (shares[1] ?? 1)).toBeCloseTo(2, 9);
  });
});
