import { millisecondsInDay as DAY } from "date-fns/constants";
import { describe, expect, it } from "vitest";
import { polls } from "../../src/audience/count.ts";
import { daysBefore, daysBetween } from "../../src/audience/days.ts";
import { subscribersByProduct, summarize } from "../../src/audience/summary.ts";
import { MAX_CELLS, MAX_SOURCES, Tally } from "../../src/audience/tally.ts";
import { parseUserAgent } from "../../src/audience/user-agent.ts";

const NOON = Date.UTC(2026, 2, 1, 12);
const FEEDLY = parseUserAgent("Feedly/1.0 (10 subscribers)");
const feedbin = (id: number, subscribers: number) =>
  parseUserAgent(`Feedbin feed-id:${id} - ${subscribers} subscribers`);
const answer = { feed: "all", format: "rss", status: 200, sent: 100, saved: 0 };

describe("a tally", () => {
  it("adds polls up by day, document and product, and tells their answers apart", () => {
    const tally = new Tally();
    for (const status of [200, 200, 226, 304, 503, 301, 410])
      tally.add(FEEDLY, { ...answer, status, sent: status === 200 ? 100 : 0, saved: status === 304 ? 100 : 0 }, NOON);
    tally.add(FEEDLY, { ...answer, format: "atom" }, NOON);
    tally.add(FEEDLY, answer, NOON + DAY / 2);
    expect(tally.counts()).toEqual([
      {
        ...{ day: "2026-03-01", feed: "all", format: "rss", product: "Feedly" },
        ...{ polls_200: 2, polls_226: 1, polls_304: 1, polls_other: 3, bytes_sent: 200, bytes_saved: 100 },
      },
      expect.objectContaining({ day: "2026-03-01", format: "atom", polls_200: 1 }),
      expect.objectContaining({ day: "2026-03-02", format: "rss", polls_200: 1 }),
    ]);
  });

  it("keeps the latest report of each id, document and day, not the greatest and not their sum", () => {
    const tally = new Tally();
    tally.add(feedbin(1, 50), answer, NOON);
    tally.add(feedbin(1, 40), answer, NOON + 1);
    tally.add(feedbin(1, 60), answer, NOON - 1);
    tally.add(feedbin(2, 5), answer, NOON);
    tally.add(feedbin(1, 7), { ...answer, format: "atom" }, NOON);
    expect(tally.reports().map(({ format, subscribers }) => [format, subscribers])).toEqual([
      ["rss", 40],
      ["rss", 5],
      ["atom", 7],
    ]);
  });

  it("does not grow without end, whatever ids are made up, and counts on in what it has", () => {
    const tally = new Tally();
    for (let id = 0; id < 1_000; id += 1) tally.add(feedbin(id, 1), answer, NOON);
    expect(tally.reports().length).toBe(MAX_SOURCES);
    expect(tally.counts()[0]?.polls_200).toBe(1_000);
    for (let feed = 0; tally.size < MAX_CELLS; feed += 1) tally.add(FEEDLY, { ...answer, feed: `f${feed}` }, NOON);
    expect(tally.add(FEEDLY, { ...answer, feed: "one-more" }, NOON)).toBe(false);
    expect(tally.add(FEEDLY, { ...answer, feed: "f0" }, NOON)).toBe(true);
    expect(tally.size).toBe(MAX_CELLS);
  });
});

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
});

describe("days", () => {
  it("are UTC's, over months and leap years", () => {
    expect(daysBetween("2028-02-28", "2028-03-01")).toEqual(["2028-02-28", "2028-02-29", "2028-03-01"]);
    expect(daysBetween("2026-03-02", "2026-03-01")).toEqual([]);
    expect(daysBefore("2026-01-01", 1)).toBe("2025-12-31");
  });
});
