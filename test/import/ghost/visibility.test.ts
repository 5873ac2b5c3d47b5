import { describe, expect, it } from "vitest";
import { keptBack } from "../../../src/import/ghost/visibility.ts";
import { NOW } from "../helpers.ts";

describe("what keeps a post of Ghost's back", () => {
  it("is an embargo for what is scheduled, and who may read it all the same", () => {
    const post = { status: "scheduled", published_at: "2031-01-01T08:00:00.000Z", visibility: "public" };
    expect(keptBack(post, { now: NOW })).toEqual({ embargo: "2031-01-01T08:00:00.000Z" });
    expect(keptBack({ ...post, visibility: "paid" }, { now: NOW })).toEqual({
      embargo: "2031-01-01T08:00:00.000Z",
      withheld: "it is for paying members only",
    });
  });

  it("is that its API does not give it to strangers", () => {
    expect(keptBack({ status: "published", visibility: "public", access: false }, { now: NOW }).withheld).toBe(
      "its site does not show it to all",
    );
  });
});
