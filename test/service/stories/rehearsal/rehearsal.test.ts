import { expect, it } from "vitest";
import { PUBLISH_INTERVAL } from "../../../../src/service/jobs/publish.ts";
import { SHARED_COPY_BOUND } from "../../../../src/service/shared-copies.ts";
import { isHere } from "../../../homes/one-home.ts";
import { MAX_TOKENS, PURGES_PER_MINUTE } from "./edge-cache/purge-rate.ts";
import { rehearse } from "./rehearsal.ts";
import { livedFor, report } from "./report.ts";

/** From the acknowledgement that a story is taken back until the last of its feeds and pages is current without it. Milliseconds. */
const PUBLISHED_WITHIN = PUBLISH_INTERVAL + 1_000;

/** From then on to the last answer with its text. Milliseconds. */
const BOUND = PUBLISHED_WITHIN + SHARED_COPY_BOUND;

const MINUTES = 10;

/** `SEEDS=1,2,3 npx vitest …` for more of them. */
const SEEDS = (process.env.SEEDS ?? "1").split(",").map(Number);

it.runIf(isHere("a rehearsal of the edge")).each(SEEDS)(
  "no answer has text of a story that was taken back, after the bound (seed %i)",
  async (seed) => {
    const rehearsed = await rehearse(seed, MINUTES);
    // Not by the console, of which only what failed is shown.
    process.stdout.write(`${report(rehearsed)}\n`);
    const { watch, purges, editions } = rehearsed;
    expect(editions).toBeGreaterThan(50 * MINUTES);
    expect(watch.taken.size).toBe(2 * MINUTES);
    expect([...watch.taken.values()].filter((one) => livedFor(one) > BOUND)).toEqual([]);
    expect(purges.length).toBeLessThanOrEqual(MAX_TOKENS + PURGES_PER_MINUTE * MINUTES);
  },
);
