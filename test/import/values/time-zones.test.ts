import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { momentIn, parseZone } from "../../../src/import/values/time-zones.ts";

describe("a time zone", () => {
  it.each([
    ["Z", 0],
    ["GMT", 0],
    ["+00:00", 0],
    ["+05:30", 330],
    ["+0530", 330],
    ["-0330", -210],
    ["+1", 60],
    ["-11", -660],
    ["+14:00", 840],
  ])("%j is %j minutes ahead of UTC", (zone, minutes) => {
    expect(parseZone(zone)).toBe(minutes);
  });

  /** Places that keep the zone all year, or in the month given: what the machine's own time zone data says. */
  it.each([
    ["EST", "America/Panama", 1],
    ["EST", "America/New_York", 1],
    ["EDT", "America/New_York", 7],
    ["CST", "America/Chicago", 1],
    ["CDT", "America/Chicago", 7],
    ["MST", "America/Denver", 1],
    ["MDT", "America/Denver", 7],
    ["PST", "America/Los_Angeles", 1],
    ["PDT", "America/Los_Angeles", 7],
    ["AKST", "America/Anchorage", 1],
    ["AKDT", "America/Anchorage", 7],
    ["HST", "Pacific/Honolulu", 1],
    ["NST", "America/St_Johns", 1],
    ["NDT", "America/St_Johns", 7],
    ["AST", "America/Halifax", 1],
    ["ADT", "America/Halifax", 7],
    ["WET", "Europe/Lisbon", 1],
    ["WEST", "Europe/Lisbon", 7],
    ["BST", "Europe/London", 7],
    ["CET", "Europe/Berlin", 1],
    ["MEZ", "Europe/Berlin", 1],
    ["CEST", "Europe/Berlin", 7],
    ["MESZ", "Europe/Berlin", 7],
    ["EET", "Europe/Athens", 1],
    ["EEST", "Europe/Athens", 7],
    ["MSK", "Europe/Moscow", 1],
    ["IST", "Asia/Kolkata", 1],
    ["HKT", "Asia/Hong_Kong", 1],
    ["SGT", "Asia/Singapore", 1],
    ["JST", "Asia/Tokyo", 1],
    ["KST", "Asia/Seoul", 1],
    ["AWST", "Australia/Perth", 1],
    ["ACST", "Australia/Adelaide", 7],
    ["ACDT", "Australia/Adelaide", 1],
    ["AEST", "Australia/Sydney", 7],
    ["AEDT", "Australia/Sydney", 1],
    ["NZST", "Pacific/Auckland", 7],
    ["NZDT", "Pacific/Auckland", 1],
  ])("%s is what %s keeps in month %i", (zone, place, month) => {
    const day = Date.UTC(2024, month - 1, 15);
    const parts = new Intl.DateTimeFormat("en", { timeZone: place, timeZoneName: "longOffset" }).formatToParts(day);
    const offset = parts.find(({ type }) => type === "timeZoneName")?.value.replace("GMT", "") ?? "missing";
    expect(parseZone(zone)).toBe(parseZone(offset));
    expect(parseZone(offset)).not.toBeNull();
  });

  it("is known in any case", () => {
    expect([parseZone("est"), parseZone("Utc"), parseZone("z")]).toEqual([-300, 0, 0]);
  });

  it.each([
    "XYZ",
    "toString",
    "constructor",
    "__proto__",
    "",
    "+",
    "+12345",
    "5",
    "GMT+1",
    "+1:5",
    "+01:60",
    "+14:01",
    "-12:01",
    "Europe",
    "Europe/Nowhere",
  ])("%j is unknown", (zone) => {
    expect(parseZone(zone)).toBeNull();
  });

  it("west is as far as east", () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 11 }), fc.integer({ min: 1, max: 59 }), (hours, minutes) => {
        const written = `${String(hours).padStart(2, "0")}:${String(minutes).padStart(2, "0")}`;
        expect(parseZone(`+${written}`)).toBe(hours * 60 + minutes);
        expect(parseZone(`-${written}`)).toBe(-(hours * 60 + minutes));
      }),
    );
  });

  it("is a place's by its IANA name", () => {
    expect([parseZone("Europe/Berlin"), parseZone("america/argentina/buenos_aires"), parseZone("Etc/GMT")]).toEqual([
      "Europe/Berlin",
      "america/argentina/buenos_aires",
      "Etc/GMT",
    ]);
  });

  it("is New York's where an American writes ET, and nobody's where a Pole writes pt", () => {
    expect([parseZone("ET"), parseZone("PT"), parseZone("pt")]).toEqual([
      "America/New_York",
      "America/Los_Angeles",
      null,
    ]);
  });
});

describe("the moment at which clocks show a time", () => {
  const moment = (zone: string, shown: string) => new Date(momentIn(zone, Date.parse(`${shown}Z`))).toISOString();

  it.each([
    ["Europe/Berlin", "2024-01-15T10:00", "2024-01-15T09:00:00.000Z"],
    ["Europe/Berlin", "2024-07-15T10:00", "2024-07-15T08:00:00.000Z"],
    ["Asia/Kolkata", "2024-07-15T10:00", "2024-07-15T04:30:00.000Z"],
    ["America/New_York", "2024-12-31T23:30", "2025-01-01T04:30:00.000Z"],
    // Clocks went from 2:00 to 3:00, and from 3:00 back to 2:00.
    ["Europe/Berlin", "2024-03-31T01:59", "2024-03-31T00:59:00.000Z"],
    ["Europe/Berlin", "2024-03-31T02:30", "2024-03-31T01:30:00.000Z"],
    ["Europe/Berlin", "2024-03-31T03:00", "2024-03-31T01:00:00.000Z"],
    ["Europe/Berlin", "2024-10-27T02:30", "2024-10-27T00:30:00.000Z"],
    ["Europe/Berlin", "2024-10-27T03:00", "2024-10-27T02:00:00.000Z"],
    ["America/New_York", "2024-03-10T02:30", "2024-03-10T07:30:00.000Z"],
    ["America/New_York", "2024-11-03T01:30", "2024-11-03T05:30:00.000Z"],
  ])("in %s, %s, is %s", (zone, shown, at) => {
    expect(moment(zone, shown)).toBe(at);
  });

  it("is ahead of Greenwich by what it says", () => {
    expect(momentIn(330, Date.UTC(2024, 0, 1, 5, 30))).toBe(Date.UTC(2024, 0, 1));
  });
});
