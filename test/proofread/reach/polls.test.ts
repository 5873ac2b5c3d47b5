import { describe, expect, it } from "vitest";
import { answerOf, failureOf, isFeed, redirectOf } from "../../../src/proofread/reach/polls.ts";
import { FEED_URL, led, notModified, poll, refused, served } from "./polled.ts";

describe("a redirect", () => {
  it.each<[number, string | undefined, string | null | undefined]>([
    [301, "/b", "https://feeds.example/b"],
    [302, "http://other.example/?a=b", "http://other.example/?a=b"],
    [303, "b", "https://feeds.example/b"],
    [307, "//other.example/", "https://other.example/"],
    [308, "", FEED_URL],
    [301, undefined, null],
    [301, "ftp://other.example/", null],
    [300, "/b", undefined],
    [304, "/b", undefined],
    [200, "/b", undefined],
  ])("%i with Location %j leads to %j", (status, location, to) =>
    expect(redirectOf(FEED_URL, refused(status, location === undefined ? {} : { location }))).toBe(to),
  );
});

describe("a poll", () => {
  it("ends with the answer that is no redirect", () => {
    expect(answerOf(led([FEED_URL, 301, "/b"], ["https://feeds.example/b", 200]))).toEqual(served());
    expect(answerOf(led([FEED_URL, 301, "/b"]))).toBeUndefined();
    expect(answerOf(undefined)).toBeUndefined();
  });

  it("ends with a failure, or with none", () => {
    const failure = { kind: "connection", reason: "why" } as const;
    expect([failureOf(poll({ failure })), failureOf(poll(served()))]).toEqual([failure, undefined]);
  });

  it("brings a feed with 200 and 226 alone", () =>
    expect(
      [served(), served({ status: 226 }), served({ status: 500 }), refused(200), notModified(), undefined].map(isFeed),
    ).toEqual([true, true, false, false, false, false]));
});
