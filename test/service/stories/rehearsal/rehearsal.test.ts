import { expect, it } from "vitest";
import { rehearse } from "./rehearsal.ts";
import { livedFor, report } from "./report.ts";

/** Milliseconds from the acknowledgement that a story is taken back to the last answer with its text. */
const BOUND = 20_000;

it.each([1])(
  "no answer has the text of a story after the bound, whatever becomes of purges (seed %i)",
  async (seed) => {
    const t = performance.now();
    const rehearsed = await rehearse(seed, Number(process.env.MINUTES ?? 2));
    console.log(report(rehearsed), performance.now() - t);
    console.log(
      [...Map.groupBy(rehearsed.logged, (l) => `${l.level} ${l.event} ${l.trouble}`)].map(
        ([k, v]) => `${k} ${v.length}`,
      ),
    );
    const late = [...rehearsed.watch.taken.values()].filter((one) => livedFor(one) > BOUND);
    expect(late).toHaveLength(0);
  },
);
