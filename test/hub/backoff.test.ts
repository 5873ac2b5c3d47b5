import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { type FailedAttempt, nextAttempt } from "../../src/hub/backoff.ts";
import { FIRST_PAUSE, MAX_DELIVERY_PAUSE, MAX_RETRY_AFTER } from "../../src/hub/delivery-limits.ts";

const NOW = 1_000_000;
const FAR = NOW + 100 * MAX_RETRY_AFTER;

const pause = (fields: Partial<FailedAttempt>): number =>
  nextAttempt({ now: NOW, attempts: 1, leaseUntil: FAR, chance: 1, ...fields }) - NOW;

const anyAttempt = fc.record({
  now: fc.integer({ min: 0, max: 4e12 }),
  attempts: fc.integer({ min: 1, max: 5_000 }),
  retryAfter: fc.option(fc.double({ min: 0, max: 1e15, noNaN: true }), { nil: undefined }),
  chance: fc.double({ min: 0, max: 1, noNaN: true, maxExcluded: true }),
});

describe("the pause after an attempt that failed", () => {
  it("is twice as long each time, up to a longest one", () => {
    expect([1, 2, 3, 4].map((attempts) => pause({ attempts }))).toEqual(
      [1, 2, 4, 8].map((times) => times * FIRST_PAUSE),
    );
    expect(pause({ attempts: 60 })).toBe(MAX_DELIVERY_PAUSE);
  });

  it("is shorter by chance, by half at most: what failed together does not come back together", () => {
    expect([0, 0.5, 1].map((chance) => pause({ chance }))).toEqual([0.5, 0.75, 1].map((part) => part * FIRST_PAUSE));
  });

  it("is as long as the subscriber asks for, where that is longer, within bounds", () => {
    expect(pause({ retryAfter: 90_000 })).toBe(90_000);
    expect(pause({ retryAfter: 1 })).toBe(FIRST_PAUSE);
    expect(pause({ retryAfter: 1e12 })).toBe(MAX_RETRY_AFTER);
  });

  it("ends with the lease: then it is renewed, or over", () => {
    expect(pause({ leaseUntil: NOW + 100 })).toBe(100);
  });

  it("is positive, whole and bounded, whatever is asked for, and never past the lease's end", () => {
    fc.assert(
      fc.property(anyAttempt, fc.integer({ min: 1, max: 1e10 }), (attempt, lease) => {
        const leaseUntil = attempt.now + lease;
        const next = nextAttempt({ ...attempt, leaseUntil });
        expect(Number.isSafeInteger(next)).toBe(true);
        expect(next).toBeGreaterThan(attempt.now);
        expect(next).toBeLessThanOrEqual(Math.min(leaseUntil, attempt.now + MAX_RETRY_AFTER));
        expect(next).toBeGreaterThanOrEqual(Math.min(leaseUntil, attempt.now + FIRST_PAUSE / 2));
      }),
    );
  });
});
