import { describe, expect, it } from "vitest";
import { daysSince, moveTimes } from "../../../src/cli/start/sample-days.ts";

const at = (time: string): number => Date.parse(time);

describe("daysSince", () => {
  const STORY = { published_at: "2026-03-12T13:20:00Z" };

  it.each([
    ["2026-03-12T13:20:00Z", 0],
    ["2026-03-13T13:19:59Z", 0],
    ["2026-03-13T13:20:00Z", 1],
    ["2026-03-14T00:05:00Z", 1],
    ["2027-03-12T14:00:00Z", 365],
    ["2026-03-12T13:19:59Z", -1],
    ["2024-02-29T00:00:01Z", -743],
  ])("leaves the newest story less than a day old, and never ahead: at %s by %i days", (now, days) => {
    expect(daysSince([{ published_at: "2026-02-20T06:00:00Z" }, STORY], at(now))).toBe(days);
    const moved = at(moveTimes(STORY.published_at, days));
    expect([moved <= at(now), moved > at(now) - 86_400_000]).toEqual([true, true]);
  });

  it("goes by the instant, whatever zone it is written in", () => {
    const now = at("2026-03-14T00:30:00Z");
    expect(daysSince([{ published_at: "2026-03-13T09:29:00+09:00" }], now)).toBe(1);
    expect(daysSince([{ published_at: "2026-03-13T09:31:00+09:00" }], now)).toBe(0);
    expect(daysSince([{ published_at: "2026-03-12T19:29:00-05:00" }], now)).toBe(1);
  });

  it("lets no change and no correction lie ahead", () => {
    const now = at("2026-03-14T12:00:00Z");
    expect(daysSince([{ ...STORY, updated_at: "2026-03-13T13:00:00Z" }], now)).toBe(0);
    expect(
      daysSince([{ ...STORY, corrections: [{ at: "2026-03-12T14:00:00Z" }, { at: "2026-03-13T12:30:00Z" }] }], now),
    ).toBe(0);
  });

  it("does not count what is under embargo, which may lie ahead", () => {
    const ahead = { published_at: "2026-03-20T06:00:00Z", embargo_until: "2026-03-20T06:00:00Z" };
    expect(daysSince([STORY, ahead], at("2026-03-14T00:00:00Z"))).toBe(1);
    expect(daysSince([ahead], at("2026-03-14T00:00:00Z"))).toBe(0);
  });
});

describe("moveTimes", () => {
  it.each([
    ["2026-02-28T10:45:00Z", 1, "2026-03-01T10:45:00Z"],
    ["2028-02-28T10:45:00Z", 1, "2028-02-29T10:45:00Z"],
    ["2028-02-29T23:59:59.999Z", 365, "2029-02-28T23:59:59.999Z"],
    ["2026-12-31T00:00:01+09:00", 1, "2027-01-01T00:00:01+09:00"],
    ["2026-03-29T01:30:00+01:00", 217, "2026-11-01T01:30:00+01:00"],
    ["2027-01-01T00:05:00-05:00", -1, "2026-12-31T00:05:00-05:00"],
    ["2026-03-08T18:00Z", 0, "2026-03-08T18:00Z"],
  ])("%s by %i days: %s", (time, days, moved) => {
    expect(moveTimes(time, days)).toBe(moved);
  });

  it("moves every time of an article, those in its text, too, and no day that is part of a name or of the words", () => {
    const article = {
      id: "2026-03-13-first-boat",
      url: "https://gazette.example/2026-03-13/first-boat",
      content_html: '<p>On 2026-03-13 at <time datetime="2026-03-13T06:00:00Z">six</time>.</p>',
      published_at: "2026-03-13T06:10:00Z",
      expires_at: "2026-04-30T00:00:00+02:00",
      corrections: [{ at: "2026-03-13T09:00:00Z", note: "Not 2026-03-12." }],
    };
    expect(JSON.parse(moveTimes(JSON.stringify(article), 30))).toEqual({
      ...article,
      content_html: '<p>On 2026-03-13 at <time datetime="2026-04-12T06:00:00Z">six</time>.</p>',
      published_at: "2026-04-12T06:10:00Z",
      expires_at: "2026-05-30T00:00:00+02:00",
      corrections: [{ at: "2026-04-12T09:00:00Z", note: "Not 2026-03-12." }],
    });
  });
});
