import { setImmediate as soon } from "node:timers/promises";
import { describe, expect, it } from "vitest";
import { fewAtATime } from "../../src/cli/few-at-a-time.ts";

describe("fewAtATime", () => {
  it("has what comes of each, in its order, and no more under way than it may", async () => {
    let [now, most] = [0, 0];
    const work = async (one: number) => {
      now += 1;
      most = Math.max(most, now);
      for (let step = 0; step < 10 - one; step += 1) await soon();
      now -= 1;
      return one * 10;
    };
    expect(await fewAtATime([1, 2, 3, 4, 5, 6, 7], 3, work)).toEqual([10, 20, 30, 40, 50, 60, 70]);
    expect(most).toBe(3);
  });

  it("has nothing of nothing", async () => expect(await fewAtATime([], 3, async () => 1)).toEqual([]));

  it("fails as its work does", async () =>
    await expect(fewAtATime([1, 2], 1, () => Promise.reject(new Error("no")))).rejects.toThrow("no"));
});
