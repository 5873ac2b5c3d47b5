import { UTCDate } from "@date-fns/utc";
import { format } from "date-fns";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { parseDate } from "../../../../src/import/values/dates.ts";

describe("dates", () => {
  it.each([
    ["Wed, 31 Jan 2018 20:15:15 GMT", "2018-01-31T20:15:15Z"],
    ["Wed, 6 Apr 2022 21:07:47 +0000", "2022-04-06T21:07:47Z"],
    ["31 Jan 18 20:15 EST", "2018-02-01T01:15:00Z"],
    ["Wednesday, 31-Jan-99 20:15:15 GMT", "1999-01-31T20:15:15Z"],
    ["Mon, 26 June 2017 12:20:05 GMT+0300", "2017-06-26T09:20:05Z"],
    ["Mon, 26 Jun 2017 12:20:05 +03:00", "2017-06-26T09:20:05Z"],
    ["  Wed,\n 03 Jan 2018 14:11:52 GMT\n ", "2018-01-03T14:11:52Z"],
    ["Tue Mar 3 10:15:00 2026", "2026-03-03T10:15:00Z"],
    ["Tue Mar  3 10:15:00 PST 2026", "2026-03-03T18:15:00Z"],
    ["2026-03-03", "2026-03-03T00:00:00Z"],
    ["2026-03", "2026-03-01T00:00:00Z"],
    ["2026-03-03T10:15:00.123456Z", "2026-03-03T10:15:00.123Z"],
    ["2026-03-03 10:15", "2026-03-03T10:15:00Z"],
    ["2026-03-03T10:15:00+0530", "2026-03-03T04:45:00Z"],
    ["2026-03-03t24:00:00z", "2026-03-04T00:00:00Z"],
    ["3 March 2026", "2026-03-03T00:00:00Z"],
    ["March 3rd, 2026 at 4:05 p.m.", "2026-03-03T16:05:00Z"],
    ["3 Mar 2026, 10.15 GMT", "2026-03-03T10:15:00Z"],
    // A zero that is left out.
    ["Tue, 3 Mar 2026 15:4", "2026-03-03T15:04:00Z"],
    // A whole hour and its zone.
    ["Tue, 3 Mar 2026 15 -0700", "2026-03-03T22:00:00Z"],
    // A plus that an address turned into a space.
    ["Tue, 03 Mar 2026 15:04:05 00", "2026-03-03T15:04:05Z"],
    ["2026-03-03T15:04:05 00:00", "2026-03-03T15:04:05Z"],
    // ISO 8601 had years of two digits until 2004.
    ["26-03-04T15:04:05Z", "2026-03-04T15:04:05Z"],
    ["99-03-04T15:04", "1999-03-04T15:04:00Z"],
  ])("%j is %s", (text, expected) => {
    expect(parseDate(text)).toBe(expected);
  });

  it.each([
    "",
    "soon",
    "0000-00-00 00:00:00",
    "Mon, 01 Jan 0001 00:00:00 +0000",
    "31 Feb 2026",
    "2026-13-01",
    "3/4/2026",
    "10:15",
    "2026-03-03T25:00Z",
    "3 Mar 2026 10:15 XYZ",
  ])("%j is none", (text) => {
    expect(parseDate(text)).toBeNull();
  });
});

describe("the time of day", () => {
  it.each([
    ["12:05 a.m.", "00:05:00"],
    ["12:05 p.m.", "12:05:00"],
    ["1:05 PM", "13:05:00"],
    ["11:59pm", "23:59:00"],
    ["12:00 AM", "00:00:00"],
    ["10:15:30,25", "10:15:30.250"],
    ["10:15:30.1239", "10:15:30.123"],
    // RFC 3339 §5.6: a leap second is written as 60; it is the second after 59.
    ["23:58:60", "23:59:00"],
  ])("%j is %s", (clock, expected) => {
    expect(parseDate(`March 3, 2026 ${clock}`)).toBe(`2026-03-03T${expected}Z`);
  });

  it.each(["24:01:61", "10:60", "25:00", "10", "10:"])("%j is none, and neither is the date before it", (clock) => {
    expect(parseDate(`March 3, 2026 ${clock}`)).toBeNull();
  });

  it.each(["3 Mar 2026 10:15", "3 Mar 2026, 10:15", "3 Mar 2026 at 10:15", "3 Mar 2026 – 10:15", "3 Mar 2026 | 10:15"])(
    "stands behind the day: %j",
    (text) => {
      expect(parseDate(text)).toBe("2026-03-03T10:15:00Z");
    },
  );
});

describe("years and days", () => {
  it.each([
    ["1 Jan 49", "2049-01-01T00:00:00Z"],
    ["1 Jan 50", "1950-01-01T00:00:00Z"],
    ["1 Jan 00", "2000-01-01T00:00:00Z"],
  ])("RFC 5322 §4.3: %j is %s", (text, expected) => {
    expect(parseDate(text)).toBe(expected);
  });

  it.each([
    ["29 Feb 2024", "2024-02-29T00:00:00Z"],
    ["29 Feb 2000", "2000-02-29T00:00:00Z"],
    ["29 Feb 2026", null],
    ["29 Feb 1900", null],
    ["31 Apr 2026", null],
    ["0 Apr 2026", null],
    ["2026-00-10", null],
    ["2026-01-00", null],
    ["999-01-01", null],
    ["1000-01-01", "1000-01-01T00:00:00Z"],
    ["9998-12-31", "9998-12-31T00:00:00Z"],
    ["9999-01-01", null],
    ["+12026-01-01", null],
    ["-2026-01-01", null],
  ])("%j is %s", (text, expected) => {
    expect(parseDate(text)).toBe(expected);
  });

  it("a weekday is passed over, right or wrong", () => {
    expect(["Tue, 3 Mar 2026", "Sat 3 Mar 2026", "Tuesday, March 3, 2026"].map((text) => parseDate(text))).toEqual(
      Array(3).fill("2026-03-03T00:00:00Z"),
    );
  });

  it("a zone moves the day", () => {
    expect(parseDate("31 Dec 2025 23:30 -0100")).toBe("2026-01-01T00:30:00Z");
    expect(parseDate("2026-01-01T00:30:00+01")).toBe("2025-12-31T23:30:00Z");
    expect(parseDate("1 Jan 2026 00:30 (CET)")).toBe("2025-12-31T23:30:00Z");
  });
});

describe("any moment", () => {
  const moment = fc
    .date({ min: new Date("1000-01-02T00:00:00Z"), max: new Date("9998-12-30T00:00:00Z"), noInvalidDate: true })
    .map((date) => new UTCDate(date));
  const rfc3339 = (date: Date, granularity: number): string =>
    new Date(Math.floor(date.getTime() / granularity) * granularity).toISOString().replace(".000Z", "Z");

  it.each([
    ["RFC 5322", "EEE, dd MMM yyyy HH:mm:ss 'GMT'", 1000],
    ["ISO 8601", "yyyy-MM-dd'T'HH:mm:ss.SSS'Z'", 1],
    ["ISO 8601 without a zone", "yyyy-MM-dd HH:mm", 60_000],
    ["asctime", "EEE MMM d HH:mm:ss yyyy", 1000],
    ["a page for people", "EEEE, MMMM do, yyyy 'at' h:mm aaaa", 60_000],
    ["a British page", "d MMMM yyyy, HH.mm 'GMT'", 60_000],
  ])("in the form of %s is read back", (_, pattern, granularity) => {
    fc.assert(
      fc.property(moment, (date) => {
        expect(parseDate(format(date, pattern))).toBe(rfc3339(date, granularity));
      }),
    );
  });

  it("with an offset is the same moment", () => {
    fc.assert(
      fc.property(moment, fc.integer({ min: -12 * 60, max: 14 * 60 }), (date, offset) => {
        const local = new UTCDate(date.getTime() + offset * 60_000);
        const [hours, minutes] = [Math.floor(Math.abs(offset) / 60), Math.abs(offset) % 60];
        const zone = `${offset < 0 ? "-" : "+"}${String(hours).padStart(2, "0")}:${String(minutes).padStart(2, "0")}`;
        expect(parseDate(`${format(local, "yyyy-MM-dd'T'HH:mm:ss")}${zone}`)).toBe(rfc3339(date, 1000));
      }),
    );
  });

  it("that was read is read the same again", () => {
    fc.assert(
      fc.property(moment, (date) => {
        const once = parseDate(date.toISOString());
        expect(once).not.toBeNull();
        expect(parseDate(once ?? "")).toBe(once);
      }),
    );
  });
});

describe("any text", () => {
  it("is a date in RFC 3339 and UTC, or none", () => {
    fc.assert(
      fc.property(
        fc.oneof(
          fc.string(),
          fc.stringMatching(/^\d{1,4}[- ][A-Za-z0-9]{1,5}[- ]\d{1,5}[T ]\d\d:\d\d( [+-]\d{4}| [A-Z]{3})?$/),
        ),
        (text) => {
          const date = parseDate(text);
          if (date !== null) expect(date).toMatch(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d{3})?Z$/);
        },
      ),
    );
  });

  it("however long, costs no more than a date", () => {
    expect(parseDate(`3 March 2026 ${"1".repeat(1_000_000)}`)).toBeNull();
    expect(parseDate(`${" ".repeat(1_000_000)}3 March 2026`)).toBe("2026-03-03T00:00:00Z");
  });
});
