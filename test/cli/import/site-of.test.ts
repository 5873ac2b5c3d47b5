import { mkdir, mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { expandSources } from "../../../src/cli/import/sources.ts";

let folder = "";
const FILES: Record<string, string> = {
  "hugo/hugo.toml": 'baseURL = "https://gazette.example/"\n',
  "hugo/content/_index.md": "---\ncascade:\n  draft: true\n---\n",
  "hugo/content/posts/_index.md": "---\ntitle: Posts\n---\n",
  "hugo/content/posts/boat/index.md": "x",
  "notes/.obsidian/templates.json": '{"folder": "Forms"}',
  "notes/a.md": "x",
  "blog/_drafts/plan.md": "x",
  "blog/source/_posts/2024/a.md": "x",
  "plain/boat/index.md": "x",
  "plain/a.md": "x",
  "plain/posts/posts.json": "{}",
};

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), "wireproof-site-"));
  for (const [path, text] of Object.entries(FILES)) {
    await mkdir(dirname(join(folder, path)), { recursive: true });
    await writeFile(join(folder, path), text);
  }
});
afterAll(() => rm(folder, { recursive: true }));

async function places(...names: string[]) {
  const expanded = await expandSources(names.map((name) => join(folder, name)));
  if (expanded.status === "missing") throw new Error(expanded.reason);
  return expanded.places;
}

describe("a file's place in its site", () => {
  it.each([
    ["plain", ["a.md", "boat/index.md", "posts/posts.json"]],
    ["plain/a.md", ["a.md"]],
    // Alone it would be the site's home.
    ["plain/boat/index.md", ["boat/index.md"]],
    ["hugo/content/posts", ["content/posts/_index.md", "content/posts/boat/index.md"]],
    ["hugo/content/posts/boat/index.md", ["content/posts/boat/index.md"]],
    ["blog/_drafts", ["_drafts/plan.md"]],
    ["blog/_drafts/plan.md", ["_drafts/plan.md"]],
    ["blog/source/_posts/2024", ["source/_posts/2024/a.md"]],
  ])("for %s", async (name, paths) => {
    expect((await places(name)).map(({ path }) => path)).toEqual(paths);
  });
});

describe("a site's settings", () => {
  it("are found above what was named, and what is handed down to it", async () => {
    const [place] = await places("hugo/content/posts/boat");
    expect(place?.site).toMatchObject({
      generator: "hugo",
      home: "https://gazette.example/",
      root: "content/",
      defaults: [{ files: "content/**", fields: { draft: true } }],
    });
  });

  it("may lie in what is hidden", async () => {
    const [place] = await places("notes");
    expect(place?.site).toMatchObject({ generator: "obsidian", templates: expect.arrayContaining(["Forms/**"]) });
  });

  it("are those that are asked for", async () => {
    const expanded = await expandSources([join(folder, "plain")], "astro");
    expect(expanded).toMatchObject({ places: [{ site: { generator: "astro" } }, {}, {}] });
  });
});
