import { describe, expect, it } from "vitest";
import { STATUSES } from "../../src/article/article.ts";
import { articleDeed } from "../../src/article/deed.ts";
import { parseArticle } from "../../src/article/parse.ts";

const story = (fields: Record<string, unknown> = {}) => {
  const parsed = parseArticle({
    id: "a",
    url: "https://gazette.example/a",
    title: "A",
    published_at: "2026-03-01T08:00:00Z",
    ...fields,
  });
  if (parsed.status === "problems") throw new Error(JSON.stringify(parsed.problems));
  return parsed.article;
};

describe("what a save did", () => {
  it("is that it made the article, where there was none", () => {
    expect(articleDeed(undefined, story())).toBe("article.created");
  });

  it("is a correction where one was added, and else a change", () => {
    const corrected = story({ corrections: [{ at: "2026-03-01T09:00:00Z", note: "The name was wrong." }] });
    expect(articleDeed(story(), corrected)).toBe("article.corrected");
    expect(articleDeed(corrected, story({ ...corrected, title: "B" }))).toBe("article.changed");
    expect(articleDeed(story(), story({ title: "B" }))).toBe("article.changed");
  });

  it("has a word for each change of status", () => {
    const table = STATUSES.map((before) =>
      STATUSES.map((after) => articleDeed(story({ status: before }), story({ status: after }))),
    );
    expect(table).toEqual([
      ["article.changed", "article.withheld", "article.retracted", "article.changed"],
      ["article.released", "article.changed", "article.retracted", "article.changed"],
      ["article.restored", "article.restored", "article.changed", "article.restored"],
      ["article.published", "article.withheld", "article.retracted", "article.changed"],
    ]);
  });
});
