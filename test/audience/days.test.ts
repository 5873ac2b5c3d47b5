import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { countDays, dayOf, daysBefore, daysBetween } from "../../src/audience/days.ts";

describe("days", () => {
  it("are UTC's, over months and leap years", () => {
    expect(daysBetween("2028-02-28", "2028-03-01")).toEqual(["2028-02-28", "2028-02-29", "2028-03-01"]);
    expect(daysBetween("2026-03-02", "2026-03-01")).toEqual([]);
    expect(daysBefore("2026-01-01", 1)).toBe("2025-12-31");
  });

  it.each([
    [Date.UTC(2026, 2, 1), "2026-03-01"],
    [Date.UTC(2026, 2, 2) - 1, "2026-03-01"],
    [0, "1970-01-01"],
    [-1, "1969-12-31"],
  ])("of the time %i is %s", (time, day) => expect(dayOf(time)).toBe(day));

  it.each([
    ["2026-03-01", "2026-03-01", 1],
    ["2026-03-01", "2026-03-31", 31],
    ["2024-02-28", "2024-03-01", 3],
    ["2026-03-02", "2026-03-01", 0],
    ["2026-03-09", "2026-03-01", 0],
  ])("from %s to %s are %i, both included", (from, to, count) => expect(countDays(from, to)).toBe(count));

  const day = fc.integer({ min: 0, max: 40_000 }).map((number) => dayOf(number * 86_400_000));

  it("between two are as many as are counted, follow each other, and begin and end as asked", () => {
    fc.assert(
      fc.property(day, fc.nat(800), (to, count) => {
        const from = daysBefore(to, count);
        const days = daysBetween(from, to);
        expect(days).toHaveLength(countDays(from, to));
        expect([days[0], days.at(-1), days.length]).toEqual([from, to, count + 1]);
        for (const [index, one] of days.entries()) if (index > 0) expect(daysBefore(one, 1)).toBe(days[index - 1]);
      }),
    );
  });
});
