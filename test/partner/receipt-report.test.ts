import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { type CarriedRevision, reportReceipts, type Trail } from "../../src/partner/receipt-report.ts";

const NONE = { present: 1, pushed: 0, retracted: 0, receipt: null, outdated: [] } as const;

const receipt = (edition: number) => ({
  partner: "radio",
  edition,
  key_id: "k",
  format: "rss",
  status: 200,
  served_at: edition * 1000,
  via: "poll" as const,
});

const row = (edition: number, revision: number, fields: Partial<CarriedRevision> = {}): CarriedRevision => ({
  ...NONE,
  outdated: [],
  feed: "radio",
  edition,
  revision,
  published_at: edition * 1000 - 500,
  ...fields,
});

const states = (rows: CarriedRevision[]) => {
  const revisions = [...new Set(rows.map(({ revision }) => revision))].map((revision) => ({ revision, stored_at: 0 }));
  const found = reportReceipts("a", { revisions, carried: rows, polls: new Map() }, () => "radio");
  return [
    ...found.revisions.flatMap(({ revision, deliveries }) =>
      deliveries.map(({ what, state, received }) => [revision, what, state, received?.edition]),
    ),
    found.complete,
  ];
};

describe("what a partner has of an article", () => {
  it.each([
    ["nothing yet", [row(1, 1)], [[1, "carried", "waiting", undefined], false]],
    [
      "it, from a later edition that still has it",
      [row(1, 1, { receipt: receipt(3) })],
      [[1, "carried", "received", 3], true],
    ],
    [
      "the next revision only",
      [row(1, 1, { receipt: receipt(2) }), row(2, 2, { receipt: receipt(2) })],
      [[1, "carried", "superseded", undefined], [2, "carried", "received", 2], true],
    ],
    [
      "nothing, for newer ones had taken its place when it came",
      [row(1, 1, { receipt: receipt(5) }), row(4, 1, { present: 0, pushed: 1, receipt: receipt(5) })],
      [[1, "carried", "missed", undefined], false],
    ],
    [
      "nothing, newer ones have taken its place, and nobody has come",
      [row(1, 1), row(4, 1, { present: 0, pushed: 1 })],
      [[1, "carried", "missed", undefined], false],
    ],
    [
      "it, from before newer ones took its place for a while",
      [row(1, 1, { receipt: receipt(2) }), row(4, 1, { present: 0, pushed: 1 }), row(6, 1)],
      [[1, "carried", "received", 2], true],
    ],
    [
      "it, from when it was back",
      [
        row(1, 1, { receipt: receipt(7) }),
        row(4, 1, { present: 0, pushed: 1, receipt: receipt(7) }),
        row(6, 1, { receipt: receipt(7) }),
      ],
      [[1, "carried", "received", 7], true],
    ],
    [
      "it still, though it was taken back",
      [row(1, 1, { receipt: receipt(1) }), row(2, 2, { present: 0, retracted: 1 })],
      [[1, "carried", "received", 1], [2, "retracted", "waiting", undefined], false],
    ],
    [
      "no more of it: its licence has ended, and the revision is the same",
      [row(1, 1, { receipt: receipt(1) }), row(2, 1, { present: 0, receipt: receipt(9) })],
      [[1, "carried", "received", 1], [1, "withdrawn", "received", 9], true],
    ],
    [
      "nothing of another feed's doing",
      [row(1, 1, { receipt: receipt(1) }), row(1, 1, { feed: "radio-sport" })],
      [[1, "carried", "received", 1], [1, "carried", "waiting", undefined], false],
    ],
  ])("is %s", (_, rows, expected) => expect(states(rows)).toEqual(expected));
});

describe("a report", () => {
  const TRAIL: Trail = {
    revisions: [
      { revision: 1, stored_at: Date.UTC(2026, 2, 1, 8) },
      { revision: 2, stored_at: Date.UTC(2026, 2, 1, 9) },
      { revision: 3, stored_at: Date.UTC(2026, 2, 1, 10) },
    ],
    carried: [
      { ...row(4, 1), feed: "paper", published_at: Date.UTC(2026, 2, 1, 8, 0, 1) },
      {
        ...row(7, 3, { retracted: 1, receipt: { ...receipt(9), partner: "radio", format: "atom", status: 226 } }),
        published_at: Date.UTC(2026, 2, 1, 10, 0, 1),
        outdated: [{ edition: 6, key_id: "k0", served_at: Date.UTC(2026, 2, 1, 10, 0, 2) }],
      },
      { ...row(2, 2), feed: "radio-sport", published_at: Date.UTC(2026, 2, 1, 9, 0, 1) },
    ],
    polls: new Map([["radio", Date.UTC(2026, 2, 1, 11)]]),
  };

  it("has every revision with what each feed said of it, who came for it, and who did not", () => {
    const found = reportReceipts("story", TRAIL, (feed) => feed.split("-")[0]);
    expect(found).toEqual({
      article: "story",
      revisions: [
        {
          revision: 1,
          stored_at: "2026-03-01T08:00:00Z",
          deliveries: [
            {
              partner: "paper",
              feed: "paper",
              what: "carried",
              edition: 4,
              published_at: "2026-03-01T08:00:01Z",
              state: "waiting",
              received: undefined,
              last_polled_at: undefined,
              outdated: [],
            },
          ],
        },
        {
          revision: 2,
          stored_at: "2026-03-01T09:00:00Z",
          deliveries: [expect.objectContaining({ partner: "radio", feed: "radio-sport", state: "waiting" })],
        },
        {
          revision: 3,
          stored_at: "2026-03-01T10:00:00Z",
          deliveries: [
            {
              partner: "radio",
              feed: "radio",
              what: "retracted",
              edition: 7,
              published_at: "2026-03-01T10:00:01Z",
              state: "received",
              received: { at: "1970-01-01T00:00:09Z", edition: 9, key: "k", status: 226, format: "atom", via: "poll" },
              last_polled_at: "2026-03-01T11:00:00Z",
              outdated: [{ at: "2026-03-01T10:00:02Z", edition: 6, key: "k0" }],
            },
          ],
        },
      ],
      complete: false,
      waiting: ["paper", "radio"],
    });
  });

  it("names the partner of a feed that no definition has any more by its receipt, and as nobody without one", () => {
    const found = reportReceipts("story", TRAIL, () => undefined);
    expect(found.revisions.map(({ deliveries }) => deliveries.map(({ partner }) => partner))).toEqual([
      [""],
      [""],
      ["radio"],
    ]);
  });

  it("is complete where no partner has ever had the article", () => {
    const revisions = [{ revision: 1, stored_at: 0 }];
    expect(reportReceipts("story", { revisions, carried: [], polls: new Map() }, () => "radio")).toEqual({
      article: "story",
      revisions: [{ revision: 1, stored_at: "1970-01-01T00:00:00Z", deliveries: [] }],
      complete: true,
      waiting: [],
    });
  });

  it("names a partner that waits for two feeds once", () => {
    const carried = [row(1, 1), row(1, 1, { feed: "radio-sport" })];
    const trail = { revisions: [{ revision: 1, stored_at: 0 }], carried, polls: new Map() };
    expect(reportReceipts("story", trail, () => "radio").waiting).toEqual(["radio"]);
  });

  it("takes no receipt for a proof of what the feed said before, nor of what it said after", () => {
    const carried = fc.array(
      fc.record({
        revision: fc.integer({ min: 1, max: 3 }),
        present: bit,
        retracted: bit,
        pushed: bit,
        later: fc.nat(3),
      }),
      { minLength: 1, maxLength: 8 },
    );
    fc.assert(
      fc.property(carried, (changes) => {
        const rows = changes.map(({ later, ...fields }, index) =>
          row(2 * index + 1, fields.revision, {
            ...fields,
            receipt: later === 3 ? null : receipt(2 * index + 1 + later),
          }),
        );
        const trail = {
          revisions: [1, 2, 3].map((revision) => ({ revision, stored_at: 0 })),
          carried: rows,
          polls: new Map(),
        };
        const { revisions, complete, waiting } = reportReceipts("story", trail, () => "radio");
        expect(complete).toBe(waiting.length === 0);
        for (const { revision, deliveries } of revisions)
          for (const { received, edition, what, state } of deliveries) {
            expect(state === "received").toBe(received !== undefined);
            if (!received) continue;
            expect(received.edition).toBeGreaterThanOrEqual(edition);
            // The row whose edition was current when it was served, made way for newer ones or not.
            const said = rows.filter((one) => one.edition <= received.edition).at(-1);
            expect([said?.pushed, said?.revision]).toEqual([0, revision]);
            expect(what).toBe(said?.retracted ? "retracted" : said?.present ? "carried" : "withdrawn");
          }
      }),
      { numRuns: 500 },
    );
  });
});

const bit = fc.constantFrom<0 | 1>(0, 1);
