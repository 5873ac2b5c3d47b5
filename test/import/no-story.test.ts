import { describe, expect, it } from "vitest";
import { isProject, noStory } from "../../src/import/no-story.ts";

const ofFile = (name: string, inProject = false) => noStory(name, false, inProject);
const ofFolder = (name: string, inProject = false) => noStory(name, true, inProject);

describe("a file in a folder", () => {
  it.each([
    ["lead.JPG", "a picture"],
    ["logo.svg", "a picture"],
    ["talk.mp3", "a recording"],
    ["site.woff2", "a font"],
    ["site.scss", "a style sheet"],
    ["app.js", "a script"],
    ["post.njk", "a template"],
    ["package.json", "configuration or data"],
    ["package-lock.json", "configuration or data"],
    ["tsconfig.base.json", "configuration or data"],
    ["hugo.toml", "configuration or data"],
    ["_config.yml", "configuration or data"],
    ["table.tsv", "configuration or data"],
    ["yarn.lock", "configuration or data"],
    ["sitemap.xml", "configuration or data"],
    ["robots.txt", "configuration or data"],
    ["Makefile", "configuration or data"],
    ["LICENSE", "a licence"],
    ["LICENSE.md", "a licence"],
    [".DS_Store", "hidden"],
    ["post.md~", "what an editor left"],
    ["Thumbs.db", "what the system left"],
    ["report.pdf", "a paper beside the texts"],
  ])("%s is no story: %s", (name, what) => expect(ofFile(name)).toBe(what));

  it.each([
    ...[
      "post.md",
      "post.markdown",
      "post.mdx",
      "index.md",
      "story",
      "story.txt",
      "feed.xml",
      "feed.rss",
      "atom",
      "feed.json",
    ],
    ...[
      "articles.ndjson",
      "page.html",
      "letter.docx",
      "export.zip",
      "wxr.xml.gz",
      "licence-to-fish.md",
      "robots.md",
      "makefile.md",
    ],
    ...["a.b.c.md", "2024-05-03", "notice-of-sale.md", "readme.md", "history.md"],
  ])("%s may be one", (name) => expect(ofFile(name)).toBeNull());

  it.each(["README.md", "CHANGELOG.md", "CONTRIBUTING", "code_of_conduct.md", "README.de.md"])(
    "%s is about the project, where there is one",
    (name) => expect([ofFile(name), ofFile(name, true)]).toEqual([null, "about the project"]),
  );
});

describe("a folder in a folder", () => {
  it.each(["node_modules", ".git", "_layouts", "_site", "_includes", "__MACOSX"])("%s is not looked into", (name) =>
    expect(ofFolder(name)).not.toBeNull(),
  );

  it.each(["themes", "layouts", "archetypes", "public", "dist", "vendor"])(
    "%s is not where it is of a site, and may hold stories elsewhere",
    (name) => expect([ofFolder(name), ofFolder(name, true)]).toEqual([null, "a folder that no site publishes"]),
  );

  it.each(["content", "posts", "_posts", "_drafts", "source", "src", "2024", "static.md"])(
    "%s may hold stories",
    (name) => expect(ofFolder(name, true)).toBeNull(),
  );
});

describe("a project's folder", () => {
  it.each([
    ["package.json"],
    ["_config.yml"],
    ["hugo.toml"],
    ["config.toml"],
    ["astro.config.mjs"],
    [".eleventy.js"],
    [".git"],
    ["Gemfile"],
  ])("is known by %s", (name) => expect(isProject(["posts", name])).toBe(true));

  it("is none with texts alone", () => expect(isProject(["posts", "a.md", "feed.xml", "a.json"])).toBe(false));
});
