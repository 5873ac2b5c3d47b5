import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { ServedDocument } from "../../../src/proofread/rule.ts";
import { jsonPaperOf, paperOf, pollAt } from "../../../src/proofread/series/examples.ts";
import { FeedSeries, seriesFindings } from "../../../src/proofread/series/series.ts";
import { growth, LINEAR } from "../../growth.ts";
import { wellBehaved } from "./paper.ts";
import { BOAT, brokenByPolls, ETAG, PIER, polledOf } from "./polls.ts";

describe("a finding", () => {
  it("says at which poll and of which entry", () => {
    const polls = [pollAt("06:10", paperOf([BOAT])), pollAt("06:20", paperOf([{ ...BOAT, updated: "06:15" }]), ETAG)];
    expect(seriesFindings(polls.map(polledOf))).toEqual([
      {
        rule: "series/updated-without-change",
        severity: "warning",
        where: "poll of 2026-03-13T06:20:00Z, entry tag:gazette.example,2026:boat",
        message:
          "its update moved from 2026-03-13T06:00:00Z to 2026-03-13T06:15:00Z, and nothing else in it has changed",
      },
    ]);
  });

  it("is told at the poll that shows it, and of one rule no more than asked for, while all are counted", () => {
    const names = Array.from({ length: 5 }, (_, index) => ({ name: `n${index}` }));
    const series = new FeedSeries(2);
    expect(series.add(polledOf(pollAt("06:10", paperOf(names), ETAG)))).toEqual([]);
    const later = names.map((entry) => ({ ...entry, updated: "06:15" }));
    expect(series.add(polledOf(pollAt("06:20", paperOf(later))))).toHaveLength(2);
    expect(series.of("https://gazette.example/feed.atom").counts).toEqual(
      new Map([["series/updated-without-change", 5]]),
    );
  });

  it("says of which URL, where there are several", () => {
    const other = pollAt("06:10", jsonPaperOf(["pier"]), { url: "https://gazette.example/feed.json", failure: "502" });
    const polls = [pollAt("06:10", paperOf([BOAT])), other].map(polledOf);
    expect(seriesFindings(polls)).toMatchObject([
      { where: "https://gazette.example/feed.json, poll of 2026-03-13T06:10:00Z", message: "502" },
    ]);
  });

  it("does not depend on the order in which polls are given", () => {
    const polls = [pollAt("06:10", paperOf([BOAT]), ETAG), pollAt("06:20", paperOf([PIER]), ETAG)].map(polledOf);
    expect(seriesFindings(polls.toReversed())).toEqual(seriesFindings(polls));
  });
});

describe("nothing is found of", () => {
  it("a document that stays as it is, however it is asked for", () => {
    const poll = fc.constantFrom<ServedDocument>(
      pollAt("06:10", paperOf([BOAT, PIER]), ETAG),
      pollAt("06:10", 304, { ...ETAG, sent: ETAG }),
    );
    fc.assert(
      fc.property(fc.array(poll), (polls) => {
        const first = pollAt("06:10", paperOf([BOAT, PIER]), ETAG);
        const all = [first, ...polls].map((one, index) => ({ ...one, at: (first.at ?? 0) + index * 30_000 }));
        expect(brokenByPolls(all)).toEqual([]);
      }),
    );
  });

  it("a paper that publishes, corrects, takes back, and is polled now and then", () => {
    fc.assert(
      fc.property(wellBehaved, (polls) => {
        expect(seriesFindings(polls.map(polledOf))).toEqual([]);
      }),
    );
  });
});

describe("a series costs no more than its length", () => {
  const pollsOf = (text: string) =>
    [0, 1, 2].map((round) =>
      polledOf(
        pollAt(
          `06:${round}0`,
          paperOf(
            [...text].map((_, index) => ({ name: `${index}`, id: `tag:gazette.example,2026:${round % 2}-${index}` })),
          ),
        ),
      ),
    );
  it("also where all ids change, all words are the same, and all is back again", async () => {
    const polls = new Map<string, ReturnType<typeof pollsOf>>();
    const work = (text: string) => {
      const all = polls.get(text) ?? pollsOf(text);
      polls.set(text, all);
      return seriesFindings(all);
    };
    expect(await growth(work, "x", 1_000)).toBeLessThan(LINEAR);
  });
});
