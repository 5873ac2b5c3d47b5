import { millisecondsInDay as DAY } from "date-fns/constants";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { MAX_CELLS, MAX_REPORTS, MAX_SOURCES, Tally } from "../../src/audience/count-polls.ts";
import { addTo, noSums } from "../../src/audience/count-record.ts";
import { parseUserAgent } from "../../src/audience/user-agent.ts";

const NOON = Date.UTC(2026, 2, 1, 12);
const FEEDLY = parseUserAgent("Feedly/1.0 (10 subscribers)");
const feedbin = (id: number, subscribers: number) =>
  parseUserAgent(`Feedbin feed-id:${id} - ${subscribers} subscribers`);
const answer = { feed: "all", format: "rss", status: 200, sent: 100, saved: 0, unconditional: false, soon: false };

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
        ...{ polls_unconditional: 0, bytes_unconditional: 0, polls_soon: 0 },
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

  it("is empty before the first poll, and what it gives away is not changed by the next", () => {
    const tally = new Tally();
    expect([tally.size, tally.counts(), tally.reports()]).toEqual([0, [], []]);
    tally.add(FEEDLY, answer, NOON);
    const before = tally.counts();
    tally.add(FEEDLY, answer, NOON);
    expect([before[0]?.polls_200, tally.counts()[0]?.polls_200]).toEqual([1, 2]);
  });

  it("has a report only where the agent tells of subscribers, its time with it", () => {
    const tally = new Tally();
    tally.add(parseUserAgent("curl/8.5.0"), answer, NOON);
    tally.add(feedbin(7, 3), answer, NOON + 5);
    expect(tally.counts()).toHaveLength(2);
    expect(tally.reports()).toEqual([
      {
        day: "2026-03-01",
        feed: "all",
        format: "rss",
        product: "Feedbin",
        source: feedbin(7, 9).source,
        subscribers: 3,
        reported_at: NOON + 5,
      },
    ]);
  });

  it("begins new cells when the day changes, also when the clock goes back over midnight", () => {
    const tally = new Tally();
    for (const now of [NOON, NOON + DAY, NOON]) tally.add(FEEDLY, answer, now);
    expect(tally.counts().map(({ day, polls_200 }) => [day, polls_200])).toEqual([
      ["2026-03-01", 1],
      ["2026-03-02", 1],
      ["2026-03-01", 1],
    ]);
  });

  it("holds only so many reports in all", () => {
    const tally = new Tally();
    for (let feed = 0; feed * MAX_SOURCES < MAX_REPORTS + MAX_SOURCES; feed += 1)
      for (let id = 0; id < MAX_SOURCES; id += 1) tally.add(feedbin(id, 1), { ...answer, feed: `f${feed}` }, NOON);
    expect(tally.reports()).toHaveLength(MAX_REPORTS);
  });

  it("loses no poll and no byte of what it took, however the polls come", () => {
    const poll = fc.record({
      agent: fc.constantFrom(FEEDLY, feedbin(1, 5), feedbin(2, 6), parseUserAgent("curl/8.5.0")),
      feed: fc.constantFrom("all", "sport"),
      format: fc.constantFrom("rss", "atom"),
      status: fc.constantFrom(200, 226, 304, 404, 503),
      sent: fc.nat(1_000),
      saved: fc.nat(1_000),
      unconditional: fc.boolean(),
      soon: fc.boolean(),
      now: fc.integer({ min: NOON, max: NOON + 3 * DAY }),
    });
    fc.assert(
      fc.property(fc.array(poll), (seen) => {
        const tally = new Tally();
        for (const { agent, now, ...rest } of seen) expect(tally.add(agent, rest, now)).toBe(true);
        const sums = noSums();
        for (const count of tally.counts()) addTo(sums, count);
        const of = (...statuses: number[]) => seen.filter(({ status }) => statuses.includes(status)).length;
        expect(sums).toEqual({
          polls_200: of(200),
          polls_226: of(226),
          polls_304: of(304),
          polls_other: of(404, 503),
          bytes_sent: seen.reduce((sum, { sent }) => sum + sent, 0),
          bytes_saved: seen.reduce((sum, { saved }) => sum + saved, 0),
          polls_unconditional: seen.filter(({ unconditional }) => unconditional).length,
          bytes_unconditional: seen.reduce((sum, { unconditional, sent }) => sum + (unconditional ? sent : 0), 0),
          polls_soon: seen.filter(({ soon }) => soon).length,
        });
      }),
    );
  });
});
