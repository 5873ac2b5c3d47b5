import { describe, expect, it } from "vitest";
import { reportReceipts } from "../../src/partner/receipt-report.ts";
import { type SentRow, type StillRow, toSentRevision, toStillHas } from "../../src/partner/sent-report.ts";

const SUBSCRIBER = { id: 7, host: "reader.example", feed: "all", format: "rss" };
const sentRow = (fields: Partial<SentRow> = {}): SentRow => ({
  ...{ ...SUBSCRIBER, revision: 1, state: "received", edition: 4, pushed_at: 4_000, of: 1 },
  ...fields,
});
const stillRow = (fields: Partial<StillRow> = {}): StillRow => ({
  ...{ ...SUBSCRIBER, edition: 4, pushed_at: 4_000, ended_at: null, end_reason: null, is_owed: 1, of: 3 },
  ...fields,
});

it("a revision's subscribers are all counted, and some of them named", () => {
  const waiting = sentRow({ id: 8, state: "waiting", edition: null, pushed_at: null, of: 2 });
  expect(toSentRevision([sentRow({ of: 90 }), waiting, sentRow({ revision: 2 })], 1)).toEqual({
    ...{ received: 90, waiting: 2, superseded: 0 },
    listed: [
      { ...SUBSCRIBER, state: "received", edition: 4, at: "1970-01-01T00:00:04Z" },
      { ...SUBSCRIBER, id: 8, state: "waiting", edition: undefined, at: undefined },
    ],
  });
  expect(toSentRevision([sentRow({ revision: 2 })], 1)).toBeUndefined();
});

it.each([
  ["is to be told yet", {}, { state: "waiting", ended: undefined }],
  ["has missed the notice", { is_owed: 0 }, { state: "missed", ended: undefined }],
  [
    "is no subscriber any more",
    { ended_at: 9_000, end_reason: "lapsed" },
    { state: "ended", ended: { at: "1970-01-01T00:00:09Z", reason: "lapsed" } },
  ],
] as [string, Partial<StillRow>, object][])("who still has a story that was taken back %s", (_, fields, expected) =>
  expect(toStillHas(stillRow(fields))).toEqual({
    ...{ ...SUBSCRIBER, edition: 4, at: "1970-01-01T00:00:04Z" },
    ...expected,
  }),
);

describe("a report of an article that subscribers were sent", () => {
  const trail = { revisions: [{ revision: 1, stored_at: 0 }], carried: [], polls: new Map() };
  const report = (still: StillRow[], more = false) =>
    reportReceipts("a", trail, () => undefined, { sent: [sentRow()], still, more });

  it("names who still has it, and is not complete while one of them can be told", () => {
    const ended = stillRow({ ended_at: 9_000, end_reason: "gone" });
    expect([report([]).complete, report([stillRow(), ended]).complete, report([ended]).complete]).toEqual([
      true,
      false,
      true,
    ]);
    expect(report([ended])).toMatchObject({ waiting: [], still_have: { count: 3, listed: [{ state: "ended" }] } });
    expect(report([]).still_have).toBeUndefined();
  });

  it("says where there were more than could be looked at", () =>
    expect([report([]).more_subscribers, report([], true).more_subscribers]).toEqual([undefined, true]));
});
