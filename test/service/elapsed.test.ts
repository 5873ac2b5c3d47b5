import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { elapsed, LONG_AGO } from "../../src/service/elapsed.ts";
import { pass, setClock, startClock } from "./clock.ts";

beforeEach(() => startClock(Date.UTC(2026, 5, 1, 12)));
afterEach(() => {
  vi.useRealTimers();
  vi.restoreAllMocks();
});

describe("what has passed", () => {
  it("is as much as has passed, however the clock was set meanwhile", () => {
    const began = elapsed();
    pass(1_000);
    setClock(-3_600_000);
    pass(500);
    setClock(7_200_000);
    expect(elapsed() - began).toBe(1_500);
  });

  it("never goes back where `performance.now` is the clock, and goes on from there", () => {
    const times = [5_000, 6_000, 1_000, 1_500];
    vi.spyOn(performance, "now").mockImplementation(() => times.shift() ?? 0);
    const readings = times.slice().map(() => elapsed());
    const [first = 0] = readings;
    expect(readings.map((reading) => reading - first)).toEqual([0, 1_000, 1_000, 1_500]);
  });

  it("lacks no part of an interval that has passed, at whatever fraction of a millisecond that began", async () => {
    let time = 0;
    vi.spyOn(performance, "now").mockImplementation(() => time);
    for (let fraction = 0; fraction < 1; fraction += 0.013) {
      vi.resetModules();
      const fresh = await import("../../src/service/elapsed.ts");
      time += 1_000 + fraction;
      const due = fresh.elapsed() + 60_000;
      time += 59_999;
      fresh.elapsed();
      time += 1;
      expect(fresh.elapsed()).toBeGreaterThanOrEqual(due);
    }
  });

  it("was once less than anything: what was never done is due at once", () => {
    expect(elapsed() - LONG_AGO).toBe(Number.POSITIVE_INFINITY);
  });
});
