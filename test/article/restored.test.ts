import { describe, expect, it } from "vitest";
import { restoredArticle } from "../../src/article/restored.ts";
import { anArticle } from "./an-article.ts";

const corrections = [{ at: "2026-01-01T00:00:00.000Z", note: "It was Tuesday." }];

describe("a revision that is restored", () => {
  it("is the old text, and keeps what readers were told of since", () => {
    const current = anArticle({ title: "Spoiled", corrections });
    expect(restoredArticle(anArticle({ title: "Good" }), current)).toMatchObject({ title: "Good", corrections });
  });

  it.each([
    ["usable", "withheld", "withheld"],
    ["usable", "usable", "usable"],
    ["usable", "canceled", "usable"],
    ["withheld", "usable", "withheld"],
    // Nobody sees either of them.
    ["draft", "withheld", "draft"],
    ["canceled", "withheld", "canceled"],
  ] as const)("of %s over %s is %s", (old, current, status) => {
    expect(restoredArticle(anArticle({ status: old }), anArticle({ status: current })).status).toBe(status);
  });
});
