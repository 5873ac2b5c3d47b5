import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { zoneMinutes } from "../../../src/import/values/time-zones.ts";

describe("a time zone", () => {
  it.each([
    [undefined, 0],
    ["", 0],
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
    expect(zoneMinutes(zone)).toBe(minutes);
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
    expect(zoneMinutes(zone)).toBe(zoneMinutes(offset));
    expect(zoneMinutes(offset)).not.toBeNull();
  });

  it("is known in any case", () => {
    expect([zoneMinutes("est"), zoneMinutes("Utc"), zoneMinutes("z")]).toEqual([-300, 0, 0]);
  });

  it.each(["XYZ", "toString", "constructor", "__proto__", "+", "+12345", "5", "GMT+1", "+1:5"])(
    "%j is unknown",
    (zone) => {
      expect(zoneMinutes(zone)).toBeNull();
    },
  );

  it("west is as far as east", () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 23 }), fc.integer({ min: 1, max: 59 }), (hours, minutes) => {
        const written = `${String(hours).padStart(2, "0")}:${String(minutes).padStart(2, "0")}`;
        expect(zoneMinutes(`+${written}`)).toBe(hours * 60 + minutes);
        expect(zoneMinutes(`-${written}`)).toBe(-(hours * 60 + minutes));
      }),
    );
  });
});
