import { execFile } from "node:child_process";
import { cpSync, mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { oldNode } from "./old-node.ts";

const ROOT = join(import.meta.dirname, "../..");

const COMMANDS = [
  "src/cli/start.js",
  "--import ./src/cli/ready.js src/cli/import.ts",
  "--import ./src/cli/ready.js src/cli/verify.ts",
];

const MISSING = "wireproof: the packages are missing: run `npm ci` first\n";
const TOO_OLD = /^wireproof: Node [\d.]+ is too old: `npm start` and `npm run` take the one that `npm ci` brings\n$/;

let bare: string;

beforeAll(() => {
  bare = mkdtempSync(join(tmpdir(), "wireproof-bare-"));
  for (const part of ["package.json", "package-lock.json", "src", "feeds"])
    cpSync(join(ROOT, part), join(bare, part), { recursive: true });
});

afterAll(() => rmSync(bare, { recursive: true }));

describe.each(COMMANDS)("node %s", (words) => {
  const command = words.split(" ");

  it("says in one line that the packages are missing", async () => {
    expect(await ran(process.execPath, command, bare)).toEqual([1, "", MISSING]);
  });

  it.skipIf(!oldNode)("says it to an old Node, too", async () => {
    expect(await ran(oldNode ?? "", command, bare)).toEqual([1, "", MISSING]);
  });

  it.skipIf(!oldNode)("says in one line that Node is too old", async () => {
    expect(await ran(oldNode ?? "", command, ROOT)).toEqual([1, "", expect.stringMatching(TOO_OLD)]);
  });

  it("is silent where all is there", async () => {
    const [code, out, err] = await ran(process.execPath, [...command, "--help"], ROOT);
    expect([code, out === "", err]).toEqual([0, false, ""]);
  });
});

it("stands before every command that Node reads as it is", () => {
  const { scripts } = JSON.parse(readFileSync(join(ROOT, "package.json"), "utf8")) as {
    scripts: Record<string, string>;
  };
  const direct = Object.values(scripts).filter((script) => /\bnode .*\.ts\b/.test(script));
  expect(direct.length).toBeGreaterThan(3);
  expect(direct.filter((script) => !script.startsWith("node --import ./src/cli/ready.js "))).toEqual([]);
});

function ran(node: string, args: string[], cwd: string): Promise<[number | null, string, string]> {
  return new Promise((resolve) => {
    const child = execFile(node, args, { cwd }, (_error, out, err) => resolve([child.exitCode, out, err]));
  });
}
