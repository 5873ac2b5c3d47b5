import { execFile } from "node:child_process";
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { promisify } from "node:util";
import { afterEach, beforeEach, describe, expect, it } from "vitest";

const MODULE = join(import.meta.dirname, "../../src/node/bundle.js");

let folder: string;

/** The least that has all entries. */
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "wireproof-bundle-"));
  for (const entry of [
    "node/main.ts",
    "node/threads/parser.ts",
    "node/threads/proofreader.ts",
    "node/threads/writer.ts",
    "node/threads/reader.ts",
    "node/threads/back.ts",
    "node/threads/publisher.ts",
    "node/threads/sender.ts",
    "node/threads/composer.ts",
  ])
    write(`src/${entry}`, "export {};");
  write("src/cli/start.ts", 'import { word } from "./word.ts"; console.log(word satisfies string);');
  write("src/cli/word.ts", 'export const word: string = "first";');
  write("src/web/desk.ts", "export {};");
  write("src/web/reference.ts", "export {};");
  write("feeds/site.ts", "export {};");
  write("package-lock.json", "{}");
  write("node_modules/.package-lock.json", "{}");
});

afterEach(() => rmSync(folder, { recursive: true }));

describe("the bundle", () => {
  it("is made once, in node_modules", async () => {
    const made = await bundle();
    const marked = join(made, "start.js");
    writeFileSync(marked, "// the same one");
    expect(dirname(made)).toBe(cache());
    expect([await bundle(), readFileSync(marked, "utf8")]).toEqual([made, "// the same one"]);
  });

  it("is made anew when a source changes", async () => {
    const before = await bundle();
    write("src/cli/word.ts", 'export const word: string = "second, and longer";');
    const after = await bundle();
    expect(after).not.toBe(before);
    expect([await says(before), await says(after)]).toEqual(["first\n", "second, and longer\n"]);
  });

  it("is whole for each of several starts at once, and nothing else is left", async () => {
    const made = await Promise.all([bundle(), bundle(), bundle()]);
    expect(new Set(made).size).toBe(1);
    expect(await says(made[0] ?? "")).toBe("first\n");
    expect(readdirSync(cache()).length).toBe(1);
  });

  it("stands among the temporary files where node_modules cannot be written to", async () => {
    // Permissions are none for root, which tests may run as.
    write("node_modules/.cache/wireproof", "no folder");
    const made = await bundle();
    expect(dirname(dirname(made))).toBe(folder);
    expect([await says(made), await bundle()]).toEqual(["first\n", made]);
  });
});

const cache = () => join(folder, "node_modules/.cache/wireproof");

function write(file: string, text: string): void {
  const path = join(folder, file);
  mkdirSync(dirname(path), { recursive: true });
  writeFileSync(path, text);
}

/** In a process of its own, as a start is. */
async function bundle(): Promise<string> {
  const script = `import { bundled } from ${JSON.stringify(MODULE)}; console.log(await bundled(process.argv[1]));`;
  const env = { ...process.env, TMPDIR: folder };
  return (await run(["--input-type=module", "--eval", script, folder], env)).trim();
}

const says = (made: string): Promise<string> => run([join(made, "start.js")]);

const run = async (args: string[], env = process.env): Promise<string> =>
  (await promisify(execFile)(process.execPath, args, { env })).stdout;
