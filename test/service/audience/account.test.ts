import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { publicAccount } from "../../../src/service/audience/account.ts";
import { Counts, FLUSH_INTERVAL } from "../../../src/service/audience/counts.ts";
import type { Database, Home } from "../../../src/service/home.ts";
import type { AnsweredPoll } from "../../../src/service/poll/account.ts";
import { passUntil, startClock } from "../clock.ts";

const poll: AnsweredPoll = {
  request: new Request("https://feeds.example/feeds/all.rss", { headers: { "user-agent": "curl/8" } }),
  feed: "all",
  format: "rss",
  status: 200,
  sent: 10,
  whole: 10,
  edition: 1,
};

let counts: Counts;
const afterAnswer = vi.fn();
const db = {} as Database;
const addressOf = () => "192.0.2.1";
const account = () => publicAccount({ db, afterAnswer, addressOf } as unknown as Home, counts);

beforeEach(() => {
  startClock(1e12);
  counts = new Counts();
  vi.spyOn(counts, "add");
  vi.spyOn(counts, "flush").mockResolvedValue();
  afterAnswer.mockClear();
});
afterEach(() => void vi.useRealTimers());

describe("everybody's account", () => {
  it("counts a poll, and leaves its answer as it is", () => {
    const answer = new Response("x");
    expect(account().settle(poll, answer)).toBe(answer);
    expect(counts.add).toHaveBeenCalledExactlyOnceWith(poll, "192.0.2.1");
  });

  it("counts a hot poll without a promise", () => {
    expect(account().settleHot(poll)).toBe(true);
    expect(counts.add).toHaveBeenCalledExactlyOnceWith(poll, "192.0.2.1");
  });

  it("leaves the poll that counts are due at to the routes, which count it", () => {
    account().settleHot(poll);
    passUntil(1e12 + FLUSH_INTERVAL);
    expect(account().settleHot(poll)).toBe(false);
    expect(counts.add).toHaveBeenCalledTimes(1);
  });

  it("takes counts to the store when they are due, after the answer, and not before", () => {
    account().begin();
    account().settleHot(poll);
    account().begin();
    expect(afterAnswer).not.toHaveBeenCalled();
    passUntil(1e12 + FLUSH_INTERVAL);
    account().begin();
    expect(counts.flush).toHaveBeenCalledExactlyOnceWith(db);
    expect(afterAnswer).toHaveBeenCalledExactlyOnceWith(expect.any(Promise));
  });
});
