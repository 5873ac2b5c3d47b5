import { spawnSync } from "node:child_process";
import { cpSync, mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeEach, describe, expect, it } from "vitest";

const ROOT = join(import.meta.dirname, "../..");
const folder = mkdtempSync(join(tmpdir(), "wireproof-feeds-"));
afterAll(() => rmSync(folder, { recursive: true }));

/** A project with one definition, beside what reads it. */
beforeEach(() => {
  rmSync(folder, { recursive: true });
  mkdirSync(join(folder, "src/cli"), { recursive: true });
  mkdirSync(join(folder, "feeds"));
  writeFileSync(join(folder, "package.json"), '{"type": "module"}');
  symlinkSync(join(ROOT, "node_modules"), join(folder, "node_modules"));
  cpSync(join(ROOT, "src/cli/feeds.js"), join(folder, "src/cli/feeds.js"));
  write("site.ts", 'export default { title: "The Gazette" };');
  write("sources.ts", "export const sources = [];");
  write("index.ts", 'import { news } from "./news.ts";\nexport const definitions = [news];');
});

const write = (name: string, text: string): void => writeFileSync(join(folder, "feeds", name), text);

function load() {
  const { status, stderr } = spawnSync(process.execPath, ["--import", "./src/cli/feeds.js", "--eval", ""], {
    cwd: folder,
    encoding: "utf8",
  });
  return [status, stderr];
}

describe("the files of feeds/", () => {
  it("are read before a command that needs them, which goes on", () => {
    write("news.ts", 'export const news = { slug: "news" as string };');
    expect(load()).toEqual([0, ""]);
  });

  it.each([
    ["no TypeScript", 'export const news = {\n  slug: : "news",\n};', 'feeds/news.ts:2:9: Unexpected ":"'],
    [
      "an import of nothing",
      'import "./a.ts";\nexport const news = 1;',
      'feeds/news.ts:1:8: Could not resolve "./a.ts"',
    ],
    [
      "no such export",
      "export const other = 1;",
      'feeds/index.ts:1:10: No matching export in "feeds/news.ts" for import "news"',
    ],
    [
      "a name of nothing",
      "\nexport const news = nothing.slug;",
      "feeds/news.ts:2:21: ReferenceError: nothing is not defined",
    ],
    ["a throw", 'export const news = 1;\nthrow new Error("two\\nlines");', "feeds/news.ts:2:7: Error: two"],
    ["a throw of no error", 'export const news = 1;\nthrow "a word";', "feeds: a word"],
  ])("that have %s end it with 1 and one line, which says where", (_, text, line) => {
    write("news.ts", text);
    expect(load()).toEqual([1, `wireproof: ${line}\n`]);
  });
});
