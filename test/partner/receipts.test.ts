import { describe, expect, it } from "vitest";
import { type CarriedRow, provesPossession, report } from "../../src/partner/receipts.ts";

const NONE = { present: 1, pushed: 0, retracted: 0, receipt: null, outdated: [] } as const;

const receipt = (edition: number) => ({
  partner: "radio",
  edition,
  key_id: "k",
  format: "rss",
  status: 200,
  served_at: edition * 1000,
});

const row = (edition: number, revision: number, fields: Partial<CarriedRow> = {}): CarriedRow => ({
  ...NONE,
  outdated: [],
  feed: "radio",
  edition,
  revision,
  published_at: edition * 1000 - 500,
  ...fields,
});

const states = (rows: CarriedRow[]) => {
  const revisions = [...new Set(rows.map(({ revision }) => revision))].map((revision) => ({ revision, stored_at: 0 }));
  const found = report("a", revisions, rows, new Map(), () => "radio");
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

describe("a 304", () => {
  const answer = new Headers({ etag: 'W/"abc"', "last-modified": "Thu, 01 Jan 2026 00:00:00 GMT" });

  it.each([
    [{ "if-none-match": '"abc"' }, true],
    [{ "if-none-match": 'W/"x", W/"abc"' }, true],
    [{ "if-none-match": "*" }, false],
    [{ "if-none-match": "*", "if-modified-since": "Thu, 01 Jan 2026 00:00:00 GMT" }, false],
    [{ "if-modified-since": "Thu, 01 Jan 2026 00:00:00 GMT" }, true],
    [{ "if-modified-since": "Fri, 02 Jan 2026 00:00:00 GMT" }, false],
    [{}, false],
  ] as [Record<string, string>, boolean][])("to %j proves possession: %s", (headers, proves) =>
    expect(provesPossession(new Headers(headers), answer)).toBe(proves),
  );
});
