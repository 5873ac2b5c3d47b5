import fc from "fast-check";
import { describe, expect, it, test } from "vitest";
import type { Served } from "../../../src/proofread/rule.ts";
import { jsonPaperOf, paperOf, pollAt } from "../../../src/proofread/series/examples.ts";
import { FeedSeries, seriesFindings } from "../../../src/proofread/series/series.ts";
import { growth, LINEAR } from "../../growth.ts";
import { wellBehaved } from "./paper.ts";
import { brokenByPolls, polledOf } from "./polls.ts";

const [BOAT, PIER, FERRY] = [
  { name: "boat" },
  { name: "pier", published: "05:00" },
  { name: "ferry", published: "04:00" },
];
const ETAG = { etag: '"1"' };
const asked = (etag: string) => ({ sent: { etag } });

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

const CASES: [what: string, broken: string[], polls: Served[]][] = [
  ["one poll", [], [pollAt("06:10", paperOf([BOAT]))]],
  [
    "an id that follows the address",
    ["series/id-changed"],
    [
      pollAt("06:10", paperOf([{ ...BOAT, id: "https://a.example/1", url: "https://a.example/1" }])),
      pollAt("06:20", paperOf([{ ...BOAT, id: "https://a.example/one", url: "https://a.example/one" }])),
    ],
  ],
  [
    "a column with the same words each day",
    [],
    [
      pollAt(
        "06:10",
        paperOf([{ name: "a", title: "Quiz", text: "Ten questions", published: "2026-03-12T06:00:00Z" }]),
      ),
      pollAt("06:20", paperOf([{ name: "b", title: "Quiz", text: "Ten questions", published: "06:15" }])),
    ],
  ],
  [
    "a page that is the address of all its entries",
    [],
    [
      pollAt("06:10", paperOf([{ name: "a", url: "https://a.example/live", published: "2026-03-12T06:00:00Z" }])),
      pollAt("06:20", paperOf([{ name: "b", url: "https://a.example/live", published: "06:15" }])),
    ],
  ],
  [
    "an entry that is back at the top",
    ["series/entry-returns"],
    [
      pollAt("06:10", paperOf([BOAT, PIER, { ...FERRY, published: "2026-03-10T06:00:00Z" }])),
      pollAt("06:20", paperOf([{ name: "quay", published: "06:12" }, BOAT, PIER])),
      pollAt(
        "06:30",
        paperOf([{ ...FERRY, published: "2026-03-10T06:00:00Z" }, { name: "quay", published: "06:12" }, BOAT]),
      ),
    ],
  ],
  [
    "a feed whose newest entry is its last, that had one taken out",
    [],
    [
      pollAt("06:10", paperOf([{ ...FERRY, published: "2026-03-10T06:00:00Z" }, PIER, BOAT])),
      pollAt("06:20", paperOf([PIER, BOAT, { name: "quay", published: "06:12" }])),
      pollAt("06:30", paperOf([{ ...FERRY, published: "2026-03-10T06:00:00Z" }, PIER, BOAT])),
    ],
  ],
  [
    "a change of the time of a story that was still to come",
    ["series/date-in-future"],
    [
      pollAt("06:10", paperOf([{ ...BOAT, published: "09:00" }])),
      pollAt("06:20", paperOf([{ ...BOAT, published: "10:00", text: "Later." }])),
    ],
  ],
  [
    "a weak tag that stays where a comment moves",
    [],
    [
      pollAt("06:10", paperOf([BOAT], { note: "a" }), { etag: 'W/"1"' }),
      pollAt("06:20", paperOf([BOAT], { note: "b" }), { etag: 'W/"1"' }),
    ],
  ],
  [
    "a strong tag that stays where a comment moves",
    ["series/etag-stale"],
    [pollAt("06:10", paperOf([BOAT], { note: "a" }), ETAG), pollAt("06:20", paperOf([BOAT], { note: "b" }), ETAG)],
  ],
  [
    "a W/ that was added on the way",
    [],
    [pollAt("06:10", paperOf([BOAT]), ETAG), pollAt("06:20", paperOf([BOAT]), { etag: 'W/"1"' })],
  ],
  [
    "304 for the document before last, which had come back",
    ["series/entry-returns"],
    [
      pollAt("06:10", paperOf([BOAT, PIER]), ETAG),
      pollAt("06:20", paperOf([PIER]), { etag: '"2"' }),
      pollAt("06:30", 304, asked('"1"')),
      pollAt("06:40", paperOf([BOAT, PIER]), ETAG),
    ],
  ],
  [
    "304 for two documents in turn",
    ["series/304-untrue"],
    [
      pollAt("06:10", paperOf([PIER]), ETAG),
      pollAt("06:20", paperOf([BOAT, PIER]), { etag: '"2"' }),
      pollAt("06:30", 304, asked('"1"')),
      pollAt("06:40", 304, asked('"2"')),
    ],
  ],
  [
    "304 hours after the change that the next document says it has",
    ["series/304-untrue"],
    [
      pollAt("06:10", paperOf([PIER]), { ...ETAG, lastModified: "Fri, 13 Mar 2026 05:00:00 GMT" }),
      pollAt("09:00", 304, { sent: ETAG }),
      pollAt("09:10", paperOf([BOAT, PIER]), { etag: '"2"', lastModified: "Fri, 13 Mar 2026 06:30:00 GMT" }),
    ],
  ],
  [
    "304 minutes after it, which a cache may answer",
    [],
    [
      pollAt("06:10", paperOf([PIER]), { ...ETAG, lastModified: "Fri, 13 Mar 2026 05:00:00 GMT" }),
      pollAt("06:40", 304, { sent: ETAG }),
      pollAt("06:50", paperOf([BOAT, PIER]), { etag: '"2"', lastModified: "Fri, 13 Mar 2026 06:30:00 GMT" }),
    ],
  ],
  [
    "a tag that was given back with what a coding had added to it",
    ["series/304-missed"],
    [
      pollAt("06:10", paperOf([BOAT]), { etag: '"1-gzip"' }),
      pollAt("06:20", paperOf([BOAT]), { etag: '"1-gzip"', ...asked('"1-gzip"') }),
    ],
  ],
  [
    "a comment that moves at each poll",
    ["series/noise"],
    ["a", "b", "c"].map((note, index) => pollAt(`06:${index}0`, paperOf([BOAT], { note }))),
  ],
  [
    "a masthead that is changed once",
    [],
    ["a", "b", "b"].map((note, index) => pollAt(`06:${index}0`, paperOf([BOAT], { note }), { etag: `"${note}"` })),
  ],
  [
    "a session in an address that no reader shows",
    ["series/noise"],
    [1, 2, 3].map((session) =>
      pollAt(
        `06:${session}0`,
        paperOf([BOAT]).replace("<summary>", `<category term="a" scheme="https://a.example/?s=${session}"/><summary>`),
      ),
    ),
  ],
  [
    "a story that was taken back on its first day, as another came",
    [],
    [
      pollAt("06:10", paperOf([BOAT, PIER, { name: "old", published: "2026-03-01T06:00:00Z" }])),
      pollAt(
        "06:20",
        paperOf([{ name: "quay", published: "06:12" }, PIER, { name: "old", published: "2026-03-01T06:00:00Z" }]),
      ),
    ],
  ],
  [
    "all stories of a day replaced in ten minutes",
    ["series/retention"],
    [
      pollAt("06:10", paperOf([BOAT, PIER])),
      pollAt(
        "06:20",
        paperOf([
          { name: "a", published: "06:19" },
          { name: "b", published: "06:18" },
        ]),
      ),
    ],
  ],
  [
    "a story that one format never had",
    ["series/formats-late"],
    ["06:10", "06:16", "06:22"].flatMap((time) => [
      pollAt(time, paperOf([BOAT, PIER]), { lastModified: "Fri, 13 Mar 2026 06:00:00 GMT" }),
      pollAt(time, jsonPaperOf(["pier"]), {
        url: "https://gazette.example/feed.json",
        lastModified: "Fri, 13 Mar 2026 06:00:00 GMT",
      }),
    ]),
  ],
  [
    "a story that somebody else's feed does not carry",
    [],
    ["06:10", "06:16", "06:22"].flatMap((time) => [
      pollAt(time, paperOf([BOAT, PIER, FERRY, { name: "quay" }]), ETAG),
      pollAt(time, jsonPaperOf(["quay", "a", "b", "c"]), { url: "https://planet.example/feed.json", ...ETAG }),
    ]),
  ],
  [
    "a story that was taken back, and is a minute longer in another format",
    [],
    [
      pollAt("06:10", paperOf([BOAT, PIER])),
      pollAt("06:10", jsonPaperOf(["boat", "pier"]), { url: "https://gazette.example/feed.json" }),
      pollAt("06:20", paperOf([PIER])),
      pollAt("06:20", 304, { url: "https://gazette.example/feed.json" }),
      pollAt("06:21", jsonPaperOf(["pier"]), { url: "https://gazette.example/feed.json" }),
    ],
  ],
];

test.each(CASES)("%s: %j", (_, broken, polls) => {
  expect(brokenByPolls(polls)).toEqual(broken);
});

describe("nothing is found of", () => {
  it("a document that stays as it is, however it is asked for", () => {
    const poll = fc.constantFrom<Served>(
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
