import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { toRfc3339 } from "../../../../../src/article/time.ts";
import { hourOf, localTime, offsetName, readLocal } from "../../../../../src/service/desk/editor/story/times.ts";

const BERLIN = "Europe/Berlin";

describe("a time of the form", () => {
  it.each([
    ["2026-01-15T09:00", BERLIN, "2026-01-15T08:00:00Z"],
    ["2026-07-15T09:00", BERLIN, "2026-07-15T07:00:00Z"],
    ["2026-07-15T09:00:30", BERLIN, "2026-07-15T07:00:30Z"],
    ["2026-07-15T09:00", "UTC", "2026-07-15T09:00:00Z"],
    ["2026-07-15T09:00", "Asia/Kathmandu", "2026-07-15T03:15:00Z"],
    ["2026-03-29T01:59", BERLIN, "2026-03-29T00:59:00Z"],
    ["2026-03-29T03:00", BERLIN, "2026-03-29T01:00:00Z"],
  ])("%s in %s is %s, and back", (local, zone, at) => {
    expect(readLocal(local, zone)).toEqual({ status: "time", at });
    expect(localTime(at, zone)).toBe(local);
  });

  it.each([
    ["2026-03-29T02:00", BERLIN, "is skipped in Europe/Berlin: at 02:00 the clocks go on to 03:00"],
    ["2026-03-29T02:59", BERLIN, "is skipped in Europe/Berlin: at 02:00 the clocks go on to 03:00"],
    ["2026-03-08T02:30", "America/New_York", "is skipped in America/New_York: at 02:00 the clocks go on to 03:00"],
    [
      "2026-10-04T02:15",
      "Australia/Lord_Howe",
      "is skipped in Australia/Lord_Howe: at 02:00 the clocks go on to 02:30",
    ],
  ])("%s is no time in %s, where the clocks skip it, and is not moved to one", (local, zone, detail) => {
    expect(readLocal(local, zone)).toEqual({ status: "wrong", detail });
  });

  it.each([
    ["2026-10-25T02:30", BERLIN, "2026-10-25T00:30:00Z", "2026-10-25T01:30:00Z"],
    ["2026-11-01T01:30", "America/New_York", "2026-11-01T05:30:00Z", "2026-11-01T06:30:00Z"],
  ])("%s comes twice in %s, and is asked for", (local, zone, first, second) => {
    expect(readLocal(local, zone)).toEqual({ status: "twice", at: [first, second] });
    expect(readLocal(local, zone, "third")).toEqual({ status: "twice", at: [first, second] });
    expect(readLocal(local, zone, "first")).toEqual({ status: "time", at: first });
    expect(readLocal(local, zone, "second")).toEqual({ status: "time", at: second });
    expect([hourOf(first, zone), hourOf(second, zone)]).toEqual(["first", "second"]);
    expect([localTime(first, zone), localTime(second, zone)]).toEqual([local, local]);
  });

  it.each(["", "tomorrow", "2026-13-01T00:00", "2026-02-01", "2026-02-30T10:00", "2026-02-01T25:00"])(
    "%j is none",
    (local) => {
      expect(readLocal(local, BERLIN)).toEqual({ status: "wrong", detail: "is not a date and a time of day" });
    },
  );

  it("comes back, to the second, in every zone and at every time", () => {
    const zone = fc.constantFrom(
      BERLIN,
      "America/New_York",
      "Australia/Lord_Howe",
      "Asia/Tehran",
      "Pacific/Apia",
      "UTC",
    );
    const at = fc.integer({ min: Date.UTC(1990, 0), max: Date.UTC(2040, 0) }).map((ms) => ms - (ms % 1_000));
    fc.assert(
      fc.property(zone, at, (zone, at) => {
        const text = toRfc3339(at);
        expect(readLocal(localTime(text, zone), zone, hourOf(text, zone))).toEqual({ status: "time", at: text });
      }),
      { seed: 20, numRuns: 500 },
    );
  });

  it("is told with how far its zone is ahead", () => {
    expect([
      offsetName("2026-01-15T08:00:00Z", BERLIN),
      offsetName("2026-07-15T08:00:00Z", "Asia/Kathmandu"),
      offsetName("2026-07-15T08:00:00Z", "America/St_Johns"),
      offsetName("2026-07-15T08:00:00Z", "UTC"),
    ]).toEqual(["UTC+1", "UTC+5:45", "UTC−2:30", "UTC"]);
  });
});
