import { describe, expect, it } from "vitest";
import { addTo, noSums, polls, type Sums } from "../../src/audience/count-record.ts";

const ONE: Sums = {
  ...{ polls_200: 1, polls_226: 2, polls_304: 4, polls_other: 8, bytes_sent: 16, bytes_saved: 32 },
  ...{ polls_unconditional: 64, bytes_unconditional: 128, polls_soon: 256 },
};

describe("sums of polls", () => {
  it("count every answer as a poll, and no byte", () => {
    expect(polls(ONE)).toBe(15);
    expect(polls(noSums())).toBe(0);
  });

  it("add up field by field, and leave what is added as it was", () => {
    const sums = noSums();
    addTo(sums, ONE);
    addTo(sums, { ...ONE, bytes_sent: 100 });
    expect(sums).toEqual({
      polls_200: 2,
      polls_226: 4,
      polls_304: 8,
      polls_other: 16,
      bytes_sent: 116,
      bytes_saved: 64,
      polls_unconditional: 128,
      bytes_unconditional: 256,
      polls_soon: 512,
    });
    expect(ONE.polls_200).toBe(1);
  });

  it("take nothing but sums from what has more: a day stays what it is", () => {
    const day = { day: "2026-03-01", ...noSums() };
    addTo(day, { ...ONE, ...{ day: "2026-03-02" } });
    expect(day).toEqual({ day: "2026-03-01", ...ONE });
  });

  it("begin anew each time", () => {
    addTo(noSums(), ONE);
    expect(Object.values(noSums())).toEqual([0, 0, 0, 0, 0, 0, 0, 0, 0]);
  });
});
