import fc from "fast-check";
import { describe, expect, it, test } from "vitest";
import { fromRfc822, fromRfc3339, instant, wholeSecond } from "../../src/verify/dates-as-read.ts";

describe("a date of Atom and JSON Feed (RFC 3339 §5.6)", () => {
  it.each([
    ["of whole seconds", "2026-03-01T08:00:00Z", "2026-03-01T08:00:00.000Z"],
    ["of milliseconds", "2026-03-01T08:00:00.250Z", "2026-03-01T08:00:00.250Z"],
    ["of tenths", "2026-03-01T08:00:00.5Z", "2026-03-01T08:00:00.500Z"],
    ["of microseconds, below what is stored", "2026-03-01T08:00:00.250001Z", "2026-03-01T08:00:00.250Z"],
    ["of nanoseconds, which are cut off, not rounded", "2026-03-01T08:00:00.000999999Z", "2026-03-01T08:00:00.000Z"],
    ["of another zone", "2026-03-01T08:00:00+05:30", "2026-03-01T02:30:00.000Z"],
    ["of a zone behind", "2026-02-28T23:30:00-01:00", "2026-03-01T00:30:00.000Z"],
    ["of a zone that is not known", "2026-03-01T08:00:00-00:00", "2026-03-01T08:00:00.000Z"],
  ])("%s is its instant", (_, text, expected) => {
    expect(fromRfc3339(text)).toBe(expected);
  });

  it.each([
    ["nothing", ""],
    ["a date alone", "2026-03-01"],
    ["no seconds", "2026-03-01T08:00Z"],
    ["no zone", "2026-03-01T08:00:00"],
    ["lower case (RFC 4287 §3.3)", "2026-03-01t08:00:00z"],
    ["a space for T", "2026-03-01 08:00:00Z"],
    ["white space around it", " 2026-03-01T08:00:00Z"],
    ["a zone without its colon", "2026-03-01T08:00:00+0530"],
    ["a month that is none", "2026-13-01T08:00:00Z"],
    ["an hour that is none", "2026-03-01T25:00:00Z"],
    ["a date of RSS", "Sun, 01 Mar 2026 08:00:00 GMT"],
    ["words", "yesterday"],
  ])("that is none comes back as it is: %s", (_, text) => {
    expect(fromRfc3339(text)).toBe(text);
  });
});

describe("a date of RSS (RFC 822 §5)", () => {
  it("is its instant", () => {
    expect(fromRfc822("Sun, 01 Mar 2026 08:00:00 GMT")).toBe("2026-03-01T08:00:00.000Z");
  });

  it.each([
    ["nothing", ""],
    ["a wrong weekday", "Mon, 01 Mar 2026 08:00:00 GMT"],
    ["no weekday", "01 Mar 2026 08:00:00 GMT"],
    ["a day of one digit", "Sun, 1 Mar 2026 08:00:00 GMT"],
    ["a year of two digits", "Sun, 01 Mar 26 08:00:00 GMT"],
    ["another zone, though it names an instant", "Sun, 01 Mar 2026 08:00:00 +0000"],
    ["UTC for GMT", "Sun, 01 Mar 2026 08:00:00 UTC"],
    ["no seconds", "Sun, 01 Mar 2026 08:00 GMT"],
    ["a day that its month does not have", "Mon, 30 Feb 2026 08:00:00 GMT"],
    ["a date of Atom", "2026-03-01T08:00:00Z"],
    ["white space around it", "Sun, 01 Mar 2026 08:00:00 GMT "],
  ])("that readers differ in comes back as it is: %s", (_, text) => {
    expect(fromRfc822(text)).toBe(text);
  });
});

describe("a stored time", () => {
  it.each([
    ["2026-03-01T08:00:00Z", "2026-03-01T08:00:00.000Z", "2026-03-01T08:00:00.000Z"],
    ["2026-03-01T08:00:00.999Z", "2026-03-01T08:00:00.999Z", "2026-03-01T08:00:00.000Z"],
    ["1969-12-31T23:59:59.500Z", "1969-12-31T23:59:59.500Z", "1969-12-31T23:59:59.000Z"],
    ["not a time", "not a time", "not a time"],
  ])("%s", (stored, exact, whole) => {
    expect([instant(stored), wholeSecond(stored)]).toEqual([exact, whole]);
  });

  // The years that parsing an article takes.
  const time = fc.date({ min: new Date("1600-01-01"), max: new Date("9998-12-31"), noInvalidDate: true });

  test("is what its own text in each format is read as", () => {
    fc.assert(
      fc.property(time, (date) => {
        const stored = date.toISOString();
        expect(fromRfc3339(stored)).toBe(instant(stored));
        expect(fromRfc3339(stored.replace(/\.000Z$/, "Z"))).toBe(instant(stored));
        expect(fromRfc3339(`${stored.slice(0, -1)}001Z`)).toBe(instant(stored));
        expect(fromRfc822(date.toUTCString())).toBe(wholeSecond(stored));
      }),
    );
  });

  test("differs from any other millisecond's", () => {
    fc.assert(
      fc.property(time, fc.integer({ min: 1, max: 10_000 }), (date, later) => {
        const other = new Date(date.getTime() + later).toISOString();
        fc.pre(other.length === 24);
        expect(instant(other)).not.toBe(instant(date.toISOString()));
      }),
    );
  });
});

test("no text at all makes reading a date throw", () => {
  fc.assert(
    fc.property(fc.string({ unit: "binary" }), (text) => {
      for (const read of [fromRfc3339, fromRfc822, instant, wholeSecond]) expect(typeof read(text)).toBe("string");
    }),
  );
});
