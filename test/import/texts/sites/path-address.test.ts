import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { GENERATORS, NO_RULES } from "../../../../src/import/site-rules.ts";
import { readMarkdown } from "../../../../src/import/texts/markdown.ts";
import { readContentPath } from "../../../../src/import/texts/sites/content-path.ts";
import { literalAddress, pathAddress } from "../../../../src/import/texts/sites/path-address.ts";
import { readSiteRules } from "../../../../src/import/texts/sites/read-site-rules.ts";
import { NOW } from "../../helpers.ts";

describe("an address made of a path", () => {
  it.each([
    ["hugo", "content/posts/first-boat/index.md", "posts/first-boat/"],
    ["hugo", "content/posts/First Boat.md", "posts/first-boat/"],
    ["hugo", "content/2024-05-01-a.md", "2024-05-01-a/"],
    ["jekyll", "about/team.md", "about/team.html"],
    ["jekyll", "about/index.md", "about/"],
    ["eleventy", "content/blog/2024-05-01-a.md", "blog/a/"],
    ["eleventy", "blog/a/index.md", "blog/a/"],
    ["astro", "src/content/blog/Post 1.mdx", "blog/post-1/"],
    ["astro", "src/pages/posts/post-1.md", "posts/post-1/"],
    ["hexo", "source/about/index.md", "about/"],
    ["obsidian", "Sea/First boat.md", "Sea/First+boat"],
    [undefined, "Sea/First boat.md", "sea/first-boat"],
    [undefined, "Sea/index.md", "sea/"],
    [undefined, "a/../b.md", "a/--/b"],
  ] as const)("%s: %s", (generator, path, address) => {
    const rules = { ...NO_RULES, generator };
    expect(pathAddress(readContentPath(path, rules), rules)).toBe(address);
  });

  it("ends as the site's settings say", () => {
    const rules = { ...NO_RULES, generator: "hugo" as const, ending: ".html" as const };
    expect(pathAddress(readContentPath("content/a/b.md", rules), rules)).toBe("a/b.html");
  });

  it.each([
    ["posts/first-boat/index.md", "posts/the-boat/"],
    ["posts/first-boat.md", "posts/the-boat/"],
  ])("has a slug in the place of the name: %s", (path, address) => {
    const rules = { ...NO_RULES, generator: "hugo" as const };
    expect(pathAddress(readContentPath(path, rules), rules, "the-boat")).toBe(address);
  });

  it("as it is names one file only", () => {
    expect(literalAddress("a b/index.md")).toBe("a%20b/index.md");
  });
});

it("no two files of a site get one address, whatever they are called", async () => {
  const name = fc.constantFrom(
    "a",
    "A",
    "a b",
    "a-b",
    "index",
    "Index",
    "b",
    "é",
    "—",
    "..",
    "2024-05-01-a",
    "2024-05-02-a",
    "2024-05-02-A",
  );
  const path = fc
    .tuple(
      fc.array(fc.constantFrom("a", "A", "b", "content", "x y", "x-y"), { maxLength: 2 }),
      name,
      fc.constantFrom("md", "markdown"),
    )
    .map(([folders, file, extension]) => [...folders, `${file}.${extension}`].join("/"));
  await fc.assert(
    fc.asyncProperty(
      fc.uniqueArray(path, { maxLength: 12 }),
      fc.option(fc.constantFrom(...GENERATORS), { nil: undefined }),
      async (paths, generator) => {
        const site = readSiteRules({ paths, texts: {} }, generator);
        const urls = await Promise.all(
          paths.map(async (path) => {
            const source = { name: path, path, site, now: NOW, home: "https://gazette.example/" };
            const { items, skipped } = await readMarkdown("---\ntitle: A\n---\n", source);
            return items[0]?.article.url ?? skipped[0]?.reason + path;
          }),
        );
        expect(new Set(urls).size).toBe(paths.length);
      },
    ),
  );
});
