import { describe, expect, it } from "vitest";
import { moneyOf, totalOf, type Usage } from "../../bench/bill/money.ts";
import { PRICES } from "../../bench/bill/prices.ts";

const none = Object.fromEntries(Object.keys(PRICES).map((name) => [name, 0])) as Usage;

describe("what a month costs", () => {
  it("is the plan where nothing goes beyond it", () => {
    expect(totalOf(none)).toBe(5);
    const included = Object.entries(PRICES).map(([name, price]) => [name, price.included]);
    expect(totalOf(Object.fromEntries(included) as Usage)).toBe(5);
  });

  // Examples of the pages that the prices are from.
  it.each<[string, Partial<Usage>, number]>([
    ["15 million requests of 7 ms (workers/platform/pricing, example 1)", { requests: 15e6, cpu: 7 * 15e6 }, 8],
    ["100 million (example 4)", { requests: 100e6, cpu: 7 * 100e6 }, 45.4],
    ["100 million, 80 % from the cache (example 5)", { requests: 100e6, cpu: 7 * 20e6 }, 34.2],
    ["a million messages a day (queues/platform/pricing)", { operations: 3 * 30e6 }, 40.6],
    ["ten million reads a day (r2/pricing, asset hosting)", { classA: 100_000, classB: 300e6 }, 109.4],
  ])("is what the page says for %s", (_, usage, total) => {
    expect(totalOf({ ...none, ...usage })).toBeCloseTo(total, 2);
  });

  it("has whole millions of R2's operations, and parts of all others'", () => {
    const money = moneyOf({ ...none, classA: 1e6 + 1, classB: 10e6 + 1, rowsWritten: 50.5e6, rowsRead: 26e9 });
    expect(money).toEqual({ ...none, classA: 4.5, classB: 0.36, rowsWritten: 0.5, rowsRead: 1 });
  });
});
