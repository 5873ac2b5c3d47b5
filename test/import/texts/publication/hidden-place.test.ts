import { describe, expect, it } from "vitest";
import { NO_RULES } from "../../../../src/import/site-rules.ts";
import { hiddenByPlace } from "../../../../src/import/texts/publication/hidden-place.ts";

describe("a place that keeps a file back", () => {
  it.each([
    ["_drafts/plan.md", "it lies in _drafts"],
    ["source/_drafts/a/plan.md", "it lies in _drafts"],
    ["Drafts/plan.md", "it lies in Drafts"],
    ["private/plan.md", "it lies in private"],
    ["a/plan.draft.md", "its name says that it is a draft"],
    ["_recipes/soup.md", "it lies in _recipes, of which its site makes no pages"],
    ["posts/_plan.md", "its name begins with _, so that its site makes no page of it"],
    ["vendor/a.md", "its site's settings leave it out"],
    ["posts/boat/notes.md", "it belongs to the page of posts/boat, and has none of its own"],
    ["posts/boat/deck/index.md", "it belongs to the page of posts/boat, and has none of its own"],
  ])("is that of %s", (path, reason) => {
    expect(hiddenByPlace(path, { ...NO_RULES, excluded: ["vendor/"], bundles: new Set(["posts/boat"]) })).toBe(reason);
  });

  it.each([
    "_posts/a.md",
    "posts/a.md",
    "posts/boat/index.md",
    "drafting/a.md",
    "a/draft-law.md",
    "_docs/a.md",
    "privateer.md",
  ])("is not that of %s", (path) => {
    const rules = { ...NO_RULES, collections: ["docs"], bundles: new Set(["posts/boat"]) };
    expect(hiddenByPlace(path, rules)).toBeUndefined();
  });
});
