import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { PurgeRate } from "./purge-rate.ts";

let rate: PurgeRate;
beforeEach(() => {
  vi.useFakeTimers({ now: Date.UTC(2026, 0, 1) });
  rate = new PurgeRate();
});
afterEach(() => void vi.useRealTimers());

const grantedOf = (calls: number): number => Array.from({ length: calls }, () => rate.take()).filter(Boolean).length;

describe("the rate of purges", () => {
  it("is 25 at once and then five a minute, with no more than 25 for those who waited", () => {
    expect(grantedOf(40)).toBe(25);
    vi.advanceTimersByTime(60_000);
    expect(grantedOf(40)).toBe(5);
    vi.advanceTimersByTime(3_600_000);
    expect(grantedOf(40)).toBe(25);
  });

  it("grows by the second: a fifth of a minute brings one", () => {
    rate.empty();
    vi.advanceTimersByTime(11_999);
    expect(rate.take()).toBe(false);
    vi.advanceTimersByTime(1);
    expect(rate.take()).toBe(true);
  });

  it("is the account's: what others take is gone", () => {
    rate.empty();
    expect(rate.take()).toBe(false);
  });
});
