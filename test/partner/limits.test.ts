import fc from "fast-check";
import { describe, expect, it } from "vitest";
import {
  countAnswer,
  countRequest,
  dayNumberOf,
  isBeyondDay,
  isSane,
  isWithin,
  noUsage,
  SANE_INTERVAL,
  untilNextDay,
  untilNextWindow,
  WINDOW,
  windowOf,
} from "../../src/partner/limits.ts";
import { keyRecord, RADIO } from "./a-key.ts";

const NOON = Date.UTC(2026, 2, 1, 12);
const MIDNIGHT = Date.UTC(2026, 2, 2);
const DAY = dayNumberOf(NOON);
const URL_A = "/partner/radio.rss";
const CONDITIONAL = new Headers({ "if-none-match": '"x"' });
const time = fc.integer({ min: 0, max: Date.UTC(2100, 0, 1) });

describe("requests a minute", () => {
  it("are within the limit until there are as many as the partner may send, and again when the minute is over", () => {
    const usage = noUsage();
    const within = (now: number) => isWithin(usage, keyRecord(), now);
    const sent = [0, 1, 59_999].map((later) => {
      const before = within(NOON + later);
      countRequest(usage, NOON + later);
      return before;
    });
    expect(sent).toEqual([true, true, true]);
    expect([within(NOON + 59_999), within(NOON + WINDOW)]).toEqual([false, true]);
    countRequest(usage, NOON + WINDOW);
    expect(usage.requests).toBe(1);
  });

  it("are counted by the minute of the clock, not from the first request on", () => {
    const usage = noUsage();
    for (const later of [59_997, 59_998, 59_999]) countRequest(usage, NOON + later);
    expect(isWithin(usage, keyRecord(), NOON + 59_999)).toBe(false);
    expect(isWithin(usage, keyRecord(), NOON + 60_000)).toBe(true);
  });

  it("are let in exactly up to the limit of each minute, however they come", () => {
    fc.assert(
      fc.property(fc.array(fc.nat(200_000), { maxLength: 60 }), fc.integer({ min: 1, max: 5 }), (gaps, limit) => {
        const key = keyRecord({ partner: { ...RADIO, requests_per_minute: limit } });
        const usage = noUsage();
        const letIn = new Map<number, number>();
        let now = NOON;
        for (const gap of gaps) {
          now += gap;
          const before = letIn.get(windowOf(now)) ?? 0;
          expect(isWithin(usage, key, now)).toBe(before < limit);
          if (before >= limit) continue;
          countRequest(usage, now);
          letIn.set(windowOf(now), before + 1);
        }
      }),
    );
  });
});

describe("a poll at a sane pace", () => {
  it.each<[string, Headers, number | undefined, boolean]>([
    ["conditional by tag, the first of its URL", CONDITIONAL, undefined, true],
    ["conditional by date", new Headers({ "if-modified-since": "Sun, 01 Mar 2026 00:00:00 GMT" }), undefined, true],
    ["without a condition", new Headers(), undefined, false],
    ["a minute after the last", CONDITIONAL, SANE_INTERVAL, true],
    ["a little earlier", CONDITIONAL, SANE_INTERVAL - 1, false],
    ["at the same time", CONDITIONAL, 0, false],
  ])("is %s", (_, headers, since, sane) => {
    const usage = noUsage();
    if (since !== undefined) countAnswer(usage, URL_A, 10, NOON - since);
    expect(isSane(usage, URL_A, headers, NOON)).toBe(sane);
    expect(isSane(usage, "/partner/radio.atom", headers, NOON)).toBe([...headers].length > 0);
  });

  it("is remembered for 300 URLs of a key; what is beyond forgets all of them, which refuses nobody", () => {
    const usage = noUsage();
    for (let index = 0; index < 300; index += 1) countAnswer(usage, `/${index}`, 0, NOON);
    expect(isSane(usage, "/0", CONDITIONAL, NOON)).toBe(false);
    countAnswer(usage, "/300", 0, NOON);
    expect([usage.answered.size, isSane(usage, "/0", CONDITIONAL, NOON)]).toEqual([1, true]);
  });
});

describe("bytes a day", () => {
  it.each([
    ["the whole allowance at once", {}, [], 1_000, false],
    ["a byte more", {}, [], 1_001, true],
    ["what others have noted of today", { day: DAY, bytes: 600 }, [], 401, true],
    ["what others have noted, to the last byte", { day: DAY, bytes: 600 }, [], 400, false],
    ["what was noted of yesterday", { day: DAY - 1, bytes: 1_000 }, [], 1_000, false],
    ["what is not noted yet", {}, [500, 100], 401, true],
    ["what is noted and what is not", { day: DAY, bytes: 300 }, [300], 401, true],
    ["what is noted and what is not, to the last byte", { day: DAY, bytes: 300 }, [300], 400, false],
  ])("take %s into account", (_, noted, answered, bytes, beyond) => {
    const usage = noUsage();
    for (const sent of answered) countAnswer(usage, URL_A, sent, NOON);
    expect(isBeyondDay(usage, keyRecord(noted), bytes, NOON)).toBe(beyond);
  });

  it("begin anew at midnight UTC", () => {
    const usage = noUsage();
    countAnswer(usage, URL_A, 1_000, MIDNIGHT - 1);
    const key = keyRecord({ day: DAY, bytes: 1_000 });
    expect(isBeyondDay(usage, key, 1, MIDNIGHT - 1)).toBe(true);
    expect(isBeyondDay(usage, key, 1_000, MIDNIGHT)).toBe(false);
    countAnswer(usage, URL_A, 7, MIDNIGHT);
    expect([usage.day, usage.bytes]).toEqual([DAY + 1, 7]);
  });
});

describe("the time to wait (RFC 9110 §10.2.3)", () => {
  it.each([
    [untilNextWindow, NOON, 60],
    [untilNextWindow, NOON + 1, 60],
    [untilNextWindow, NOON + 59_000, 1],
    [untilNextWindow, NOON + 59_999, 1],
    [untilNextDay, NOON, 43_200],
    [untilNextDay, MIDNIGHT - 1, 1],
    [untilNextDay, MIDNIGHT, 86_400],
  ])("%s at %i is %i seconds", (until, now, seconds) => expect(until(now)).toBe(seconds));

  it("is whole seconds, at least one, and leads into the next minute and day and no further than needed", () => {
    fc.assert(
      fc.property(time, (now) => {
        for (const [until, numberOf] of [
          [untilNextWindow, windowOf],
          [untilNextDay, dayNumberOf],
        ] as const) {
          const seconds = until(now);
          expect(Number.isInteger(seconds) && seconds >= 1).toBe(true);
          expect(numberOf(now + seconds * 1000)).toBe(numberOf(now) + 1);
          expect(numberOf(now + (seconds - 1) * 1000)).toBe(numberOf(now));
        }
      }),
    );
  });
});

describe("the number of a day", () => {
  it("is the same from midnight to midnight UTC, and one more after", () =>
    expect([MIDNIGHT - 86_400_000, NOON, MIDNIGHT - 1, MIDNIGHT].map(dayNumberOf)).toEqual([
      20_513, 20_513, 20_513, 20_514,
    ]));
});
