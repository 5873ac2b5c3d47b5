import { describe, expect, it } from "vitest";
import { type Generator, NO_RULES } from "../../../../src/import/site-rules.ts";
import { whyNoStory } from "../../../../src/import/texts/sites/no-story.ts";

const why = (path: string, generator?: Generator, more = {}, isDated = true) =>
  whyNoStory(path, { ...NO_RULES, generator, ...more }, isDated);

describe("a file is no story", () => {
  it.each([
    ["assets/main.scss", undefined],
    ["_data/members.yml", undefined],
    ["index.njk", "eleventy"],
    ["content/posts/_index.md", "hugo"],
    ["_includes/a.html", undefined],
    ["archetypes/default.md", "hugo"],
    ["README.md", "hugo"],
    ["Contributing.md", "jekyll"],
  ] as const)("%s of %s", (path, generator) => {
    expect(why(path, generator)).not.toBeUndefined();
  });

  it("outside the folder of stories", () => {
    expect(why("docs/a.md", "hugo", { root: "content/" })).toBe(
      "it lies outside content/, where its site's stories are",
    );
  });

  it("in a folder of templates", () => {
    expect(why("Forms/day.md", "obsidian", { templates: ["Forms/**"] })).toBe("it is a template for new notes");
  });

  it("and a page, beside posts", () => {
    expect(why("about.md", "jekyll", { hasPosts: true }, false)).toBe("it is a page of its site, and no post");
    expect(why("source/about/index.md", "hexo", { hasPosts: true })).toBe("it is a page of its site, and no post");
    expect(why("index.md", "hugo", {}, false)).toBe("it is a page of its site, and no post");
  });

  it.each([
    ["README.md", undefined, {}, false],
    ["layouts/a.md", undefined, {}, false],
    ["about.md", "jekyll", { hasPosts: true }, true],
    ["beside/a.md", "hexo", { hasPosts: true }, true],
    ["_posts/2024-05-01-a.md", "jekyll", { hasPosts: true }, false],
    ["_docs/a.md", "jekyll", { hasPosts: true, collections: ["docs"] }, false],
    ["content/about.md", "hugo", { root: "content/" }, false],
    ["a/README.md", "obsidian", {}, false],
  ] as const)("but %s of %s may be one", (path, generator, more, isDated) => {
    expect(why(path, generator, more, isDated)).toBeUndefined();
  });
});
