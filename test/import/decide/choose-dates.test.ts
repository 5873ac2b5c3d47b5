import { describe, expect, it } from "vitest";
import { chooseDates } from "../../../src/import/decide/choose-dates.ts";
import type { Draft } from "../../../src/import/draft.ts";
import type { ImportSource } from "../../../src/import/source.ts";
import { draft, SOURCE } from "../helpers.ts";

const FIRST_SEEN = "without a date: it gets the time at which it was first seen";
const GIVEN = { date: "2025-05-05T00:00:00Z" };

/** The dates, and what was noted. */
function datesOf(fields: Partial<Draft>, source: Partial<ImportSource> = {}) {
  const notes: string[] = [];
  return [chooseDates(draft(fields), { ...SOURCE, ...source }, notes), notes];
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
    ["are none where it has none", {}, {}, {}, [FIRST_SEEN]],
    [
      "that are none are noted, and passed over",
      { published: "soon", updated: "later" },
      {},
      {},
      ["“soon” is no date", "“later” is no date", FIRST_SEEN],
    ],
    [
      "without a zone are in the newsroom's",
      { published: "2024-05-12 23:30", updated: "2024-05-13" },
      { zone: "America/New_York" },
      { published_at: "2024-05-13T03:30:00Z", updated_at: "2024-05-13T04:00:00Z" },
      ["a time without a zone is taken as the newsroom's (America/New_York)"],
    ],
    [
      "without a zone are UTC's where nobody knows the newsroom's",
      { published: "2024-05-12 23:30" },
      {},
      { published_at: "2024-05-12T23:30:00Z" },
      ["a time without a zone is taken as UTC"],
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

  it("are never the clock's: the same bytes give the same dates", () => {
    expect(datesOf({}, { now: "2030-01-01T00:00:00Z" })).toEqual(datesOf({}, { now: "2040-01-01T00:00:00Z" }));
    const embargoed = { published: "2026-01-01", embargo: "2031-01-01" };
    expect(datesOf(embargoed, { now: "2030-01-01T00:00:00Z" })).toEqual(
      datesOf(embargoed, { now: "2040-01-01T00:00:00Z" }),
    );
  });
});

describe("from when and until when it is to be shown", () => {
  it.each([
    [{ embargo: "1 Feb 2031" }, { embargo_until: "2031-02-01T00:00:00Z" }],
    [{ expiry: "1 Feb 2031" }, { expires_at: "2031-02-01T00:00:00Z" }],
    [{ expiry: "1 Feb 2021" }, { expires_at: "2021-02-01T00:00:00Z" }],
    // From its publication on is no embargo.
    [{ embargo: "2026-01-01" }, {}],
    [{ embargo: "2025-12-31" }, {}],
  ])("%j", (fields, dates) => {
    expect(datesOf({ published: "2026-01-01", ...fields })).toEqual([
      { published_at: "2026-01-01T00:00:00Z", ...dates },
      [],
    ]);
  });

  it.each([
    [{ embargo: "soon" }, "it says “not before soon”, which is no date"],
    [{ expiry: "03/04/2031" }, "it says “not after 03/04/2031”, which is no date"],
  ])("it is withheld where that is no date: %j", (fields, withheld) => {
    expect(datesOf({ published: "2026-01-01", ...fields })[0]).toMatchObject({ withheld });
  });
});
