import { describe, expect, it } from "vitest";
import { mayHoldSettings, readSiteRules } from "../../../../src/import/texts/sites/read-site-rules.ts";

const site = (texts: Record<string, string>, ...paths: string[]) =>
  readSiteRules({ paths: [...Object.keys(texts), ...paths], texts });

describe("a site's generator", () => {
  it.each([
    [["hugo.toml"], "hugo", "its hugo.toml"],
    [["config/_default/hugo.yaml"], "hugo", "its config/_default/hugo.yaml"],
    [["eleventy.config.js", "content/a.md"], "eleventy", "its eleventy.config.js"],
    [["astro.config.mjs"], "astro", "its astro.config.mjs"],
    [["_config.yml", "source/_posts/a.md"], "hexo", "its _config.yml"],
    [["_config.yml", "_posts/a.md"], "jekyll", "its _config.yml"],
    [[".obsidian/app.json", "a.md"], "obsidian", "its .obsidian"],
    [["source/_posts/a.md"], "hexo", "its folder source/_posts"],
    [["_posts/a.md"], "jekyll", "its folder _posts"],
    [["src/content/blog/a.md"], "astro", "its folder src/content"],
    [["content/a.md"], "hugo", "its folder content"],
    [["a.md", "config.json"], undefined, undefined],
  ])("by %j is %s", (paths, generator, guessedBy) => {
    expect(readSiteRules({ paths, texts: {} })).toMatchObject({ ...(generator && { generator, guessedBy }) });
    expect(readSiteRules({ paths, texts: {} }).generator).toBe(generator);
  });

  it("that is asked for is not guessed", () => {
    const rules = readSiteRules({ paths: ["hugo.toml"], texts: {} }, "jekyll");
    expect([rules.generator, rules.guessedBy]).toEqual(["jekyll", undefined]);
  });
});

describe("the settings of", () => {
  it("Hugo, in any case", () => {
    const toml =
      'baseurl = "https://gazette.example/n"\ntimeZone = "Europe/London"\ncontentDir = "texts"\nuglyURLs = true\n' +
      '[permalinks]\nposts = "/:year/:title/"\n[permalinks.page]\nnews = "/n/:title/"\n[[cascade]]\ndraft = true\n[cascade.target]\npath = "{/old/**,/older/**}"\n';
    const section = "---\ncascade:\n  draft: true\n---\n";
    expect(site({ "hugo.toml": toml, "texts/a/_index.md": section }, "texts/b/index.md")).toMatchObject({
      home: "https://gazette.example/n/",
      zone: "Europe/London",
      root: "texts/",
      ending: ".html",
      permalinks: { posts: "/:year/:title/", news: "/n/:title/" },
      bundles: new Set(["texts/b"]),
      defaults: [
        { files: "texts/old/**", fields: { draft: true } },
        { files: "texts/older/**", fields: { draft: true } },
        { files: "texts/a/**", fields: { draft: true } },
      ],
    });
  });

  it("Hugo in several languages", () => {
    const yaml = "defaultContentLanguage: de\nlanguages:\n  de:\n    contentDir: content/german\n";
    expect(site({ "hugo.yaml": yaml }, "content/german/a.md").main).toBe("content/german/");
  });

  it("Jekyll", () => {
    const yaml =
      "url: https://gazette.example\nbaseurl: /n\ntimezone: Europe/London\npermalink: pretty\nexclude: [vendor]\n" +
      "collections:\n  docs: {output: true, permalink: '/d/:path/'}\n  notes: {output: false}\n" +
      "defaults:\n- scope: {path: '', type: posts}\n  values: {published: false}\n- scope: {path: old}\n  values: {draft: true}\n";
    expect(site({ "_config.yml": yaml }, "_posts/2024-05-01-a.md")).toMatchObject({
      home: "https://gazette.example/n/",
      zone: "Europe/London",
      ending: "/",
      permalinks: { "": "pretty", docs: "/d/:path/" },
      excluded: ["vendor"],
      collections: ["docs"],
      hasPosts: true,
      defaults: [
        { files: "**/_posts/**", fields: { published: false } },
        { files: "old", fields: { draft: true } },
      ],
    });
  });

  it("Hexo", () => {
    const yaml = "url: https://gazette.example/n\nroot: /n/\npermalink: :title/\ntimezone: Nowhere/At/All\n";
    expect(site({ "_config.yml": yaml }, "source/_posts/a.md")).toMatchObject({
      home: "https://gazette.example/n/",
      root: "source/",
      permalinks: { "": ":title/" },
      hasPosts: true,
    });
  });

  it("Eleventy, where they are no program", () => {
    const texts = {
      "eleventy.config.js": 'return { dir: { input: "texts", output: "_site" } };',
      ".eleventyignore": "# none\nold/\n!new\n",
      "texts/posts/posts.json": '{"draft": true}',
      "texts/posts/a.11tydata.json": '{"title": "A"}',
    };
    expect(site(texts, "texts/posts/a.md")).toMatchObject({
      root: "texts/",
      excluded: ["old/"],
      defaults: [
        { files: "texts/posts/**", fields: { draft: true } },
        { files: "texts/posts/a.*", fields: { title: "A" } },
      ],
    });
  });

  it("Astro", () => {
    const text = "export default defineConfig({ site: 'https://gazette.example', base: '/n', trailingSlash: 'never' })";
    expect(site({ "astro.config.mjs": text }, "src/content/blog/a.md")).toMatchObject({
      home: "https://gazette.example/n/",
      ending: "",
      root: "src/",
    });
  });

  it("what cannot be read say nothing", () => {
    expect(site({ "hugo.toml": "= = =", "content/_index.md": "---\n[" }, "content/a.md")).toMatchObject({
      generator: "hugo",
      root: "content/",
      defaults: [],
    });
  });
});

it.each([
  ["hugo.toml", true],
  ["config/_default/permalinks.toml", true],
  [".eleventyignore", true],
  ["a/b/_index.md", true],
  ["posts/posts.json", true],
  ["posts/a.11tydata.json", true],
  ["posts/other.json", false],
  ["a/hugo.toml", false],
  ["a.md", false],
])("%s may hold settings: %s", (path, may) => {
  expect(mayHoldSettings(path)).toBe(may);
});
