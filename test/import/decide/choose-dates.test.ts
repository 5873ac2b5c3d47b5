import { describe, expect, it } from "vitest";
import { chooseDates } from "../../../src/import/decide/choose-dates.ts";
import type { Draft } from "../../../src/import/draft.ts";
import type { ImportSource } from "../../../src/import/source.ts";
import { draft, feedFacts, SOURCE } from "../helpers.ts";

const FEED = feedFacts({ date: "2026-01-01" });
const GIVEN = { date: "2025-05-05T00:00:00Z" };

/** The dates, and what was noted. */
function datesOf(fields: Partial<Draft>, source: Partial<ImportSource> = {}, feed = FEED) {
  const notes: string[] = [];
  return [chooseDates(draft(fields), feed, { ...SOURCE, ...source }, notes), notes];
}

describe("an item's dates", () => {
  it.each([
    [
      "are its own",
      { published: "3 Mar 2026", updated: "4 Mar 2026" },
      {},
      { published_at: "2026-03-03T00:00:00Z", updated_at: "2026-03-04T00:00:00Z" },
      [],
    ],
    [
      "win over the one that was given",
      { published: "3 Mar 2026" },
      GIVEN,
      { published_at: "2026-03-03T00:00:00Z" },
      [],
    ],
    [
      "are no update where both are the same moment",
      { published: "3 Mar 2026 10:00 GMT", updated: "2026-03-03T11:00:00+01:00" },
      {},
      { published_at: "2026-03-03T10:00:00Z" },
      [],
    ],
    [
      "are those of its last update, where that is all",
      { updated: "4 Mar 2026" },
      GIVEN,
      { published_at: "2026-03-04T00:00:00Z" },
      ["without a publication date: it got the date of its last update"],
    ],
    [
      "are the one that was given",
      {},
      GIVEN,
      { published_at: "2025-05-05T00:00:00Z" },
      ["without a date: it got the given one"],
    ],
    ["are its feed's", {}, {}, { published_at: "2026-01-01T00:00:00Z" }, ["without a date: it got its feed's"]],
    [
      "that are none are noted, and passed over",
      { published: "soon", updated: "later" },
      {},
      { published_at: "2026-01-01T00:00:00Z" },
      ["“soon” is no date", "“later” is no date", "without a date: it got its feed's"],
    ],
    [
      "in the future are kept, and noted",
      { published: "2026-11-24T12:00:01Z" },
      {},
      { published_at: "2026-11-24T12:00:01Z" },
      ["dated in the future: it is shown from then on"],
    ],
    [
      "of this very moment are not in the future",
      { published: "2026-11-24T12:00:00Z" },
      {},
      { published_at: "2026-11-24T12:00:00Z" },
      [],
    ],
  ])("%s", (_, fields, source, dates, notes) => {
    expect(datesOf(fields, source)).toEqual([dates, notes]);
  });

  it("are none where nobody has one", () => {
    expect(datesOf({}, {}, feedFacts())).toEqual([null, []]);
    expect(datesOf({}, {}, feedFacts({ date: "soon" }))).toEqual([null, ["“soon” is no date"]]);
  });

  it("are never the clock's: the same bytes give the same dates", () => {
    expect(datesOf({}, { now: "2030-01-01T00:00:00Z" })).toEqual(datesOf({}, { now: "2040-01-01T00:00:00Z" }));
    expect(datesOf({}, { now: "2030-01-01T00:00:00Z" }, feedFacts())).toEqual([null, []]);
  });
});
