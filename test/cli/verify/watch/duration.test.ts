import { describe, expect, it } from "vitest";
import { durationOf, durationText } from "../../../../src/cli/verify/watch/duration.ts";

describe("a time as it is typed", () => {
  it.each([
    ["30s", 30_000],
    ["10m", 600_000],
    ["2h", 7_200_000],
    ["1d", 86_400_000],
    ["0s", 0],
  ])("%s is %i milliseconds", (text, milliseconds) => expect(durationOf(text)).toBe(milliseconds));

  it.each(["", "10", "m", "10 m", "1.5h", "-1s", "10M", "1000000s", "1h30m", "constructor"])("%j is none", (text) =>
    expect(durationOf(text)).toBeUndefined(),
  );
});

describe("a time for people", () => {
  it.each([
    [0, "0 seconds"],
    [1_000, "1 second"],
    [90_000, "90 seconds"],
    [120_000, "2 minutes"],
    [5_400_000, "90 minutes"],
    [7_200_000, "2 hours"],
  ])("%i milliseconds are %s", (milliseconds, text) => expect(durationText(milliseconds)).toBe(text));
});
