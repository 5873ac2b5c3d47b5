import { describe, expect, it } from "vitest";
import { inBytes, inDigits, inPercent } from "../../../src/service/audience/figures.ts";

describe("a figure for people", () => {
  it.each<[number, string]>([
    [0, "0 B"],
    [0.4, "0.4 B"],
    [999, "999 B"],
    [1_234_567, "1.23 MB"],
    [5e15, "5000 TB"],
  ])("is %d bytes as %s", (bytes, text) => expect(inBytes(bytes)).toBe(text));

  it("has its digits in groups, and is a part in hundredths where there is a whole", () => {
    expect([inDigits(12_345), inPercent(1, 3), inPercent(0, 0)]).toEqual(["12,345", "33 %", "–"]);
  });
});
