import { expect, inject, it } from "vitest";
import { MAX_TOKENS, PURGES_PER_MINUTE } from "./edge-cache/purge-rate.ts";
import { rehearse } from "./rehearsal.ts";
import { livedFor, report } from "./report.ts";

/** From the acknowledgement that a story is taken back to the last answer with its text. Milliseconds. */
const BOUND = 20_000;

/** `MINUTES=10 npx vitest … --silent=false` for a long one, with its table. */
const MINUTES = Number(process.env.MINUTES ?? 2);

/** One where each takes minutes. */
const SEEDS = [1, 2, 3].slice(0, Number(inject("sequences")) / 5);

it.each(SEEDS)("no answer has text of a story that was taken back, after the bound (seed %i)", async (seed) => {
  const rehearsed = await rehearse(seed, MINUTES);
  console.log(report(rehearsed));
  const { watch, purges, editions } = rehearsed;
  expect(editions).toBeGreaterThan(50 * MINUTES);
  expect(watch.taken.size).toBe(2 * MINUTES);
  expect([...watch.taken.values()].filter((one) => livedFor(one) > BOUND)).toEqual([]);
  expect(purges.length).toBeLessThanOrEqual(MAX_TOKENS + PURGES_PER_MINUTE * MINUTES);
});
