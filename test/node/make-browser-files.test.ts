import { createHash } from "node:crypto";
import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { gzipSync } from "node:zlib";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { browserFilesIn } from "../../src/node/browser-files.ts";
import { makeBrowserFiles } from "../../src/node/make-browser-files.js";

const ROOT = join(import.meta.dirname, "../..");

/** What an editor's phone loads once, compressed. */
const MAX_SCRIPT_BYTES = 150_000;

const folder = mkdtempSync(join(tmpdir(), "wireproof-browser-"));
let inputs: string[];

beforeAll(async () => {
  inputs = await makeBrowserFiles(ROOT, folder);
});
afterAll(() => rmSync(folder, { recursive: true }));

describe("what browsers load", () => {
  it("is called by what is in it", () => {
    const hashOf = (name: string) =>
      createHash("sha256")
        .update(readFileSync(join(folder, `${name}.txt`)))
        .digest("hex")
        .slice(0, 16);
    expect(JSON.parse(readFileSync(join(folder, "names.txt"), "utf8"))).toEqual({
      "script.js": `script-${hashOf("script.js")}.js`,
      "reference.js": `reference-${hashOf("reference.js")}.js`,
    });
  });

  it("is read by a home as it was made", async () => {
    const { names, read } = browserFilesIn(folder);
    for (const name of Object.keys(names))
      expect(await read(name)).toBe(readFileSync(join(folder, `${name}.txt`), "utf8"));
    expect(Object.keys(names).length).toBeGreaterThan(0);
  });

  it("is the same, made again", async () => {
    const before = readFileSync(join(folder, "names.txt"), "utf8");
    await Promise.all([1, 2].map(() => makeBrowserFiles(ROOT, folder)));
    expect(readFileSync(join(folder, "names.txt"), "utf8")).toBe(before);
  });

  it("tells what it is made of, whose licences go along", () => {
    expect(inputs).toContain("src/web/desk.ts");
  });

  it(`has a script of the desk that is small: at most ${MAX_SCRIPT_BYTES} bytes in gzip`, () => {
    expect(gzipSync(readFileSync(join(folder, "script.js.txt"))).byteLength).toBeLessThanOrEqual(MAX_SCRIPT_BYTES);
  });
});
