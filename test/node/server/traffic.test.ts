import { describe, expect, it } from "vitest";
import { kindOfPath, Traffic } from "../../../src/node/server/traffic.ts";

describe("traffic", () => {
  it("is counted by kind and status, and its thread's delay is measured", () => {
    const traffic = new Traffic();
    traffic.add("hot", 304);
    traffic.add("hot", 304);
    traffic.add("api", 201);
    const { answers, delay } = traffic.report();
    expect(answers).toEqual([
      { kind: "hot", status: 304, count: 2 },
      { kind: "api", status: 201, count: 1 },
    ]);
    expect(delay).toBeGreaterThanOrEqual(0);
  });

  it.each([
    ["/feeds/politics.rss", "feed"],
    ["/feeds/politics/archive/7.json", "feed"],
    ["/feeds/politics.rss?x=/api", "feed"],
    ["/feeds/politics", "page"],
    ["/", "page"],
    ["/partner/daily.atom", "partner"],
    ["/api/articles/a", "api"],
    ["/desk", "desk"],
    ["/health", "other"],
    ["/metrics", "other"],
    ["/apis", "page"],
  ])("to %s is %s", (path, kind) => expect(kindOfPath(path)).toBe(kind));
});
