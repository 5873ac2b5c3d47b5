import { describe, expect, it } from "vitest";
import { LIST_PRICES, priceOf } from "../../src/audience/cost.ts";

describe("the price of answers", () => {
  it("is that of their requests and of their CPU time, which is less for a 304", () => {
    expect(priceOf({ whole: 1e6, unchanged: 0 })).toBeCloseTo(0.3 + 0.15 * 0.02);
    expect(priceOf({ whole: 0, unchanged: 1e6 })).toBeCloseTo(0.3 + 0.07 * 0.02);
    expect(priceOf({ whole: 0, unchanged: 0 })).toBe(0);
  });

  it("says where it was read, and when", () => {
    expect([LIST_PRICES.source, LIST_PRICES.read]).toEqual([
      expect.stringMatching(/^https:/),
      expect.stringMatching(/^\d{4}-\d\d-\d\d$/),
    ]);
  });
});
