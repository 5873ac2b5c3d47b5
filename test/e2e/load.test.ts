import { expect, it } from "vitest";
import { onNode } from "../load/on-node.ts";
import { runLoad, STALE_BOUND } from "../load/run.ts";

// The short form of `npm run load`.
it("two hundred pollers see whole, fresh editions while articles change ten times a second", async () => {
  const load = { pollers: 200, seconds: 10, changesPerSecond: 10, pause: 500 };
  const verdict = await onNode((target) => runLoad(target, load));
  expect(verdict.faults).toEqual([]);
  expect(Object.keys(verdict.statuses).filter((status) => !["200", "226", "304"].includes(status))).toEqual([]);
  expect(verdict.together.torn).toBe(0);
  expect(verdict.together.same).toBeGreaterThan(load.pollers);
  expect(verdict.editions).toBeGreaterThan(2);
  expect(verdict.stale.most).toBeLessThanOrEqual(STALE_BOUND);
});
