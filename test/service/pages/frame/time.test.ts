import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { Exactly, relativeTime, rhythm, untilTime, When } from "../../../../src/service/pages/frame/time.tsx";
import { render } from "../../render.ts";
import { siteWith } from "../fixtures.ts";

const SECOND = 1_000;
const MINUTE = 60 * SECOND;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;
const NOW = 1e12;

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
    [MINUTE - 1, "just now"],
    [MINUTE, "1 minute ago"],
    [HOUR - 1, "59 minutes ago"],
    [HOUR, "1 hour ago"],
    [DAY - 1, "23 hours ago"],
    [DAY, "yesterday"],
    [7 * DAY - 1, "6 days ago"],
    [7 * DAY, "last week"],
    [30 * DAY - 1, "4 weeks ago"],
    [30 * DAY, "last month"],
    [365 * DAY - 1, "12 months ago"],
    [365 * DAY, "last year"],
    [10 * 365 * DAY, "10 years ago"],
  ])("a unit is used from its first full one on: %d ms are %s", (passed, words) =>
    expect(relativeTime(NOW - passed, NOW)).toBe(words),
  );

  it("never says of something stored that it lies ahead", () => {
    fc.assert(
      fc.property(
        fc.integer({ min: -1e12, max: 1e12 }),
        (passed) => void expect(relativeTime(NOW - passed, NOW)).not.toMatch(/^in |tomorrow|next/),
      ),
    );
  });
});

describe("times ahead in words", () => {
  it.each([
    [-HOUR, "in less than a minute"],
    [0, "in less than a minute"],
    [MINUTE - 1, "in less than a minute"],
    [MINUTE, "in 1 minute"],
    [3 * HOUR + 59 * MINUTE, "in 3 hours"],
    [DAY, "in 1 day"],
    [7 * DAY, "in 1 week"],
    [45 * DAY, "in 1 month"],
    [970 * 365 * DAY, "in 970 years"],
  ])("%d ms: %s", (ahead, words) => expect(untilTime(NOW + ahead, NOW)).toBe(words));
});

describe("the rhythm of a feed", () => {
  const every = (interval: number) => [3 * interval, 2 * interval, interval, 0];

  it.each([
    [[], undefined],
    [[1], undefined],
    [[2 * HOUR, HOUR, 0], "many stories a day"],
    [[72 * HOUR, 48 * HOUR, 24 * HOUR], "about a story a day"],
    [[1e12, 0], "a few stories a year"],
  ])("a feed that changed at %j has %s", (changes, words) => expect(rhythm(changes)).toBe(words));

  it.each([
    [0, "many stories a day"],
    [2 * HOUR - 1, "many stories a day"],
    [2 * HOUR, "several stories a day"],
    [16 * HOUR, "about a story a day"],
    [1.5 * DAY, "a few stories a week"],
    [5 * DAY, "about a story a week"],
    [10 * DAY, "a few stories a month"],
    [45 * DAY, "a few stories a year"],
  ])("a change every %d ms is %s", (interval, words) => expect(rhythm(every(interval))).toBe(words));

  it("goes by the mean, so that one burst of stories is not the whole", () => {
    expect(rhythm([10 * DAY, 10 * DAY - MINUTE, 10 * DAY - 2 * MINUTE, 0])).toBe("a few stories a week");
  });
});

describe("a time on a page", () => {
  const at = Date.UTC(2026, 2, 1, 8, 5, 9);
  const british = siteWith({ language: "en-GB" });

  it("is exact for machines, and for people in the site's own spelling, in UTC", () => {
    expect(render(Exactly, { site: british, at })).toBe(
      '<time datetime="2026-03-01T08:05:09.000Z">1 March 2026, 08:05 UTC</time>',
    );
  });

  it("is relative to now, and exact for who points at it", () => {
    expect(render(When, { site: british, at, now: at + 3 * HOUR })).toBe(
      '<time datetime="2026-03-01T08:05:09.000Z" title="1 March 2026, 08:05 UTC">3 hours ago</time>',
    );
  });

  it("is in English where the site is not", () => {
    expect(render(Exactly, { site: siteWith({ language: "fr" }), at })).toContain("March 1, 2026, 8:05");
  });
});
