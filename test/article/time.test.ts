import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { toRfc3339 } from "../../src/article/time.ts";

describe("a time in UTC (RFC 3339 §5.6)", () => {
  it.each([
    [0, "1970-01-01T00:00:00Z"],
    [Date.UTC(2026, 2, 1, 8), "2026-03-01T08:00:00Z"],
    [Date.UTC(2026, 2, 1, 8) + 120, "2026-03-01T08:00:00.120Z"],
    [Date.UTC(2026, 2, 1, 8) + 1, "2026-03-01T08:00:00.001Z"],
    [Date.UTC(1600, 0, 1), "1600-01-01T00:00:00Z"],
    [-1, "1969-12-31T23:59:59.999Z"],
  ])("%i is %s", (time, text) => expect(toRfc3339(time)).toBe(text));

  it("is read back as it was, in every year that an article may have", () => {
    fc.assert(
      fc.property(fc.integer({ min: Date.UTC(1600, 0, 1), max: Date.UTC(9999, 0, 1) - 1 }), (time) => {
        expect(Date.parse(toRfc3339(time))).toBe(time);
        expect(toRfc3339(time)).toMatch(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d{3})?Z$/);
        expect(toRfc3339(time)).not.toContain(".000");
      }),
    );
  });
});
