import { expect, it } from "vitest";
import { subscribersText } from "../../../src/cli/partners/subscribers.ts";
import type { ReceiptReport } from "../../../src/partner/receipt-report.ts";
import type { StillHas } from "../../../src/partner/sent-report.ts";

const report = (fields: Partial<ReceiptReport> = {}): ReceiptReport => ({
  ...{ article: "a", revisions: [], complete: true, waiting: [] },
  ...fields,
});
const has = (fields: Partial<StillHas> = {}): StillHas => ({
  ...{ id: 7, host: "reader.example", feed: "all", format: "rss", edition: 4, at: "2026-03-03T10:00:00Z" },
  state: "waiting",
  ...fields,
});

it("of an article that nobody was sent there is nothing to say", () => expect(subscribersText(report())).toBe(""));

it("subscribers are counted by revision, and those named that have a story still that was taken back", () => {
  const ended = { at: "2026-03-04T10:00:00Z", reason: "lapsed" };
  const text = subscribersText(
    report({
      revisions: [
        {
          ...{ revision: 2, stored_at: "", deliveries: [] },
          subscribers: { received: 120, waiting: 3, superseded: 1, listed: [] },
        },
      ],
      still_have: { count: 3, listed: [has(), has({ state: "missed" }), has({ state: "ended", ended })] },
      more_subscribers: true,
    }),
  );
  const lines = text.split("\n").filter((line) => !/^[┌├└]/.test(line));
  expect(lines.map((line) => line.replaceAll(/ *│ */g, "|"))).toEqual([
    "|revision|subscribers sent it|waiting|sent a later one only|",
    "|2|120|3|1|",
    "3 subscribers have the story still, which was taken back:",
    "|subscriber|host|feed|sent it|and since|",
    "|7|reader.example|all 4|2026-03-03T10:00:00Z|waits to be told|",
    "|7|reader.example|all 4|2026-03-03T10:00:00Z|has missed the notice|",
    "|7|reader.example|all 4|2026-03-03T10:00:00Z|lapsed 2026-03-04T10:00:00Z: it cannot be told|",
    "There are more subscribers than were counted.",
  ]);
});
