import { describe, expect, it } from "vitest";
import { type Generator, NO_RULES } from "../../../src/import/site-rules.ts";
import { readMarkdown } from "../../../src/import/texts/markdown.ts";
import { SOURCE } from "../helpers.ts";

const HOME = "https://gazette.example/";

/** The address of a file at a path, with this front matter, and what was noted of it. */
async function address(path: string, front: string, generator?: Generator, rules = {}, source = {}) {
  const site = { ...NO_RULES, generator, ...rules };
  const read = await readMarkdown(`---\ntitle: Story\ndate: 2024-05-06T09:00:00+02:00\n${front}\n---\n`, {
    ...SOURCE,
    ...{ path, site, home: HOME },
    ...source,
  });
  return [read.items[0]?.article.url ?? read.skipped[0]?.reason, read.items[0]?.notes];
}

describe("the address of a file", () => {
  it.each([
    ["a.md", "permalink: /x/", undefined, {}, "x/"],
    ["a.md", "url: articles/x", "hugo", {}, "articles/x/"],
    ["a.md", "url: articles/x.html", "hugo", {}, "articles/x.html"],
    ["a.md", "permalink: {build: /x/index.html}", "eleventy", {}, "x/index.html"],
    ["content/posts/a.md", "slug: x", "hugo", {}, "posts/x/"],
    ["content/constructor/a.md", "lang: en", "hugo", {}, "constructor/a/"],
    ["content/posts/a/index.md", "slug: x", "hugo", { permalinks: { posts: "/:year/:slug/" } }, "2024/x/"],
    ["_posts/2019-03-14-old.md", "categories: sea wind", "jekyll", {}, "sea/wind/2024/05/06/old.html"],
    ["sea/_posts/2019-03-14-old.md", "lang: en", "jekyll", { permalinks: { "": "none" } }, "sea/old.html"],
    ["_docs/a/b.md", "lang: en", "jekyll", { collections: ["docs"] }, "docs/a/b.html"],
    ["source/_posts/old.md", "lang: en", "hexo", {}, "2024/05/06/old/"],
    ["source/_posts/sea/old.md", "lang: en", "hexo", {}, "2024/05/06/sea/old/"],
    ["a.md", "slug: x", "eleventy", {}, "a/"],
    ["a.md", "slug: /deep/x/", undefined, {}, "deep/x/"],
    ["a.md", "link: https://gazette.example/x", undefined, {}, "x"],
  ] as const)("%s, %s, %s", async (path, front, generator, rules, expected) => {
    expect(await address(path, front, generator, rules)).toEqual([`${HOME}${expected}`, []]);
  });

  it.each([
    ["permalink: /:id/", "permalink “/:id/” is not resolved here: its address is made of its file's"],
    ["link: https://elsewhere.example/x", "a link to another site is left out: it is not the story's own address"],
  ])("is its file's, which is noted, with %s", async (front, note) => {
    expect(await address("a/b.md", front)).toEqual([`${HOME}a/b`, [note]]);
  });

  it("is below the home that the site's settings name, with its path", async () => {
    const rules = { home: "https://g.example/n/" };
    expect((await address("a.md", "permalink: /x/", "jekyll", rules))[0]).toBe("https://g.example/n/x/");
    expect((await address("a.md", "lang: en", "jekyll", rules))[0]).toBe("https://g.example/n/a.html");
    expect((await address("a.md", "lang: en", "jekyll", rules, { base: "https://b.example" }))[0]).toBe(
      "https://b.example/a.html",
    );
  });

  it("is that of one file: another gets its own name", async () => {
    const owners = { "a/ ": "content/a.md" };
    expect(await address("content/a/index.md", "lang: en", "hugo", { owners })).toEqual([
      `${HOME}content/a/index.md`,
      ["another file has its address, by the site's rules: it got its file's whole name"],
    ]);
  });

  it("is told apart from another by what a permalink has of its own fields", async () => {
    const rules = {
      owners: { "a.html 2024-03-04": "_posts/2024-03-04-a.markdown" },
      permalinks: { "": "/:categories/:title/" },
    };
    expect(await address("_posts/2024-03-04-a.md", "categories: news", "jekyll", rules)).toEqual([
      `${HOME}news/a/`,
      [],
    ]);
  });

  it("is not `false`", async () => {
    expect((await address("a.md", "permalink: 'false'", "eleventy"))[0]).toBe(`${HOME}a/`);
  });

  it("needs a home", async () => {
    expect((await address("a.md", "lang: en", undefined, {}, { home: undefined }))[0]).toMatch(/^it has no url/);
  });
});
