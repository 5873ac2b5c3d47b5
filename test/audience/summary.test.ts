import { millisecondsInDay as DAY } from "date-fns/constants";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { Tally } from "../../src/audience/count-polls.ts";
import { addTo, noSums, polls, type Sums } from "../../src/audience/count-record.ts";
import { daysBetween } from "../../src/audience/days.ts";
import { type Readers, subscribersByProduct, summarize } from "../../src/audience/summary.ts";
import { parseUserAgent } from "../../src/audience/user-agent.ts";

const NOON = Date.UTC(2026, 2, 1, 12);
const FEEDLY = parseUserAgent("Feedly/1.0 (10 subscribers)");
const feedbin = (id: number, subscribers: number) =>
  parseUserAgent(`Feedbin feed-id:${id} - ${subscribers} subscribers`);
const answer = { feed: "all", format: "rss", status: 200, sent: 100, saved: 0, unconditional: false, soon: false };

describe("a summary", () => {
  it("has every day, and the days' and products' sums are the whole's", () => {
    const tally = new Tally();
    tally.add(FEEDLY, answer, NOON);
    tally.add(feedbin(1, 3), { ...answer, status: 304, sent: 0, saved: 100 }, NOON + 2 * DAY);
    const { days, products, total } = summarize(
      daysBetween("2026-03-01", "2026-03-04"),
      tally.counts(),
      tally.reports(),
    );
    expect(days.map((day) => [day.day, polls(day)])).toEqual([
      ["2026-03-01", 1],
      ["2026-03-02", 0],
      ["2026-03-03", 1],
      ["2026-03-04", 0],
    ]);
    expect(products.map(({ product, kind, subscribers }) => [product, kind, subscribers])).toEqual([
      ["Feedly", "aggregator", 10],
      ["Feedbin", "aggregator", 3],
    ]);
    expect(total).toMatchObject({ polls_200: 1, polls_304: 1, bytes_sent: 100, bytes_saved: 100, subscribers: 13 });
  });

  it("counts no subscriber twice because of another day, and all of each document's", () => {
    const of = (day: string, feed: string, subscribers: number) =>
      ({ day, feed, format: "rss", product: "Feedly", subscribers }) as const;
    const readers = [of("2026-03-01", "a", 10), of("2026-03-02", "a", 12), of("2026-03-01", "b", 3)];
    expect(subscribersByProduct(readers)).toEqual(new Map([["Feedly", 15]]));
  });

  const count = (day: string, product: string, sums: Partial<Sums>) => ({ day, product, ...noSums(), ...sums });

  it("is of the days asked for, whatever else was counted", () => {
    const counts = [count("2026-03-01", "curl", { polls_200: 1 }), count("2026-02-28", "curl", { polls_200: 9 })];
    expect(summarize(["2026-03-01"], counts, [])).toEqual({
      days: [{ day: "2026-03-01", ...noSums(), polls_200: 1 }],
      products: [{ product: "curl", kind: "library", subscribers: undefined, ...noSums(), polls_200: 1 }],
      total: { ...noSums(), polls_200: 1, subscribers: 0 },
    });
  });

  it("names those with most readers first, then those that poll most, whatever they are", () => {
    const products = ["curl", "Feedly", "Miniflux", "Feedbin", "Long gone"];
    const counts = products.map((product, index) => count("2026-03-01", product, { polls_304: index + 1 }));
    const readers = (product: string, subscribers: number): Readers => ({
      day: "2026-03-01",
      feed: "all",
      format: "rss",
      product,
      subscribers,
    });
    const summary = summarize(["2026-03-01"], counts, [
      readers("Feedly", 7),
      readers("Feedbin", 9),
      readers("Miniflux", 0),
    ]);
    expect(summary.products.map(({ product, kind, subscribers }) => [product, kind, subscribers])).toEqual([
      ["Feedbin", "aggregator", 9],
      ["Feedly", "aggregator", 7],
      ["Long gone", "other", undefined],
      ["Miniflux", "app", 0],
      ["curl", "library", undefined],
    ]);
    expect(summary.total.subscribers).toBe(16);
  });

  it("is empty, but has its days, where nobody polled", () =>
    expect(summarize(["2026-03-01", "2026-03-02"], [], [])).toEqual({
      days: [
        { day: "2026-03-01", ...noSums() },
        { day: "2026-03-02", ...noSums() },
      ],
      products: [],
      total: { ...noSums(), subscribers: 0 },
    }));

  it("adds up to the same by days and by products", () => {
    const days = daysBetween("2026-03-01", "2026-03-05");
    const counts = fc.array(
      fc.record({
        day: fc.constantFrom(...days),
        product: fc.constantFrom("Feedly", "curl", "Other"),
        polls_200: fc.nat(9),
        polls_226: fc.nat(9),
        polls_304: fc.nat(9),
        polls_other: fc.nat(9),
        bytes_sent: fc.nat(999),
        bytes_saved: fc.nat(999),
        polls_unconditional: fc.nat(9),
        bytes_unconditional: fc.nat(999),
        polls_soon: fc.nat(9),
      }),
    );
    fc.assert(
      fc.property(counts, (all) => {
        const { days: byDay, products, total } = summarize(days, all, []);
        for (const parts of [byDay, products, all]) {
          const sums = noSums();
          for (const part of parts) addTo(sums, part);
          expect({ ...sums, subscribers: 0 }).toEqual(total);
        }
      }),
    );
  });
});

describe("subscribers", () => {
  it("of a product are those of its last day in each document, in whatever order the days come", () => {
    const readers = ["2026-03-02", "2026-03-03", "2026-03-01"].flatMap((day, index): Readers[] => [
      { day, feed: "all", format: "rss", product: "Feedly", subscribers: 10 + index },
      { day, feed: "all", format: "atom", product: "Feedly", subscribers: 20 + index },
      { day, feed: "all", format: "rss", product: "Feedbin", subscribers: 30 + index },
    ]);
    expect(subscribersByProduct(readers)).toEqual(
      new Map([
        ["Feedly", 11 + 21],
        ["Feedbin", 31],
      ]),
    );
    expect(subscribersByProduct([])).toEqual(new Map());
  });
});
