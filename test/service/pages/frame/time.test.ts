import { describe, expect, it } from "vitest";
import { relativeTime, rhythm } from "../../../../src/service/pages/frame/time.tsx";

const HOUR = 3_600_000;

describe("times in words", () => {
  it.each([
    [0, "just now"],
    [59_000, "just now"],
    [61_000, "1 minute ago"],
    [26 * HOUR, "yesterday"],
    [9 * 24 * HOUR, "last week"],
    [400 * 24 * HOUR, "last year"],
    [-HOUR, "just now"],
  ])("%d ms: %s", (passed, words) => expect(relativeTime(1e12, 1e12 + passed)).toBe(words));

  it.each([
    [[], undefined],
    [[1], undefined],
    [[2 * HOUR, HOUR, 0], "many stories a day"],
    [[72 * HOUR, 48 * HOUR, 24 * HOUR], "about a story a day"],
    [[1e12, 0], "a few stories a year"],
  ])("a feed that changed at %j has %s", (changes, words) => expect(rhythm(changes)).toBe(words));
});
