import { expect, it } from "vitest";
import { runLoad, STALE_BOUND } from "../load/run.ts";

// The short form of `npm run load`.
it("two hundred pollers see whole, fresh editions while articles change ten times a second", async () => {
  const verdict = await runLoad({ pollers: 200, seconds: 10, changesPerSecond: 10, pause: 500 });
  expect(verdict.faults).toEqual([]);
  expect(Object.keys(verdict.statuses).filter((status) => !["200", "226", "304"].includes(status))).toEqual([]);
  expect(verdict.together.torn).toBe(0);
  expect(verdict.together.same).toBeGreaterThan(1_000);
  expect(verdict.editions).toBeGreaterThan(5);
  expect(verdict.stale.most).toBeLessThanOrEqual(STALE_BOUND);
}, 90_000);
