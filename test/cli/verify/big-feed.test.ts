import { execFile } from "node:child_process";
import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { FORMATS } from "../../../src/feed/feed.ts";
import { bigFeed } from "./big-feed.ts";

const ENTRIES = 10_000;
/** Megabytes of live objects: the text is 12, and a tree of it would be more than a hundred. */
const HEAP = 64;
const COMMAND = join(import.meta.dirname, "../../../src/cli/verify.ts");

let folder = "";
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), "wireproof-big-"));
});
afterAll(() => rm(folder, { recursive: true }));

/** The report's lines, of a process that may keep little. */
async function verifyWithLittle(text: string): Promise<string[]> {
  const file = join(folder, "feed");
  await writeFile(file, text);
  return new Promise((resolve) => {
    execFile(process.execPath, [`--max-old-space-size=${HEAP}`, COMMAND, file], (_error, out, err) =>
      resolve((out + err).split("\n")),
    );
  });
}

describe("a feed of ten thousand entries and more than ten megabytes", () => {
  it.each(FORMATS)("is read in bounded memory: %s", async (format) => {
    const text = bigFeed(format, ENTRIES);
    expect(text.length).toBeGreaterThan(10_000_000);
    const lines = await verifyWithLittle(text);
    expect(lines[0]).toMatch(/^ok .* 10000 entries, proofread$/);
    // JSON Feed alone says how much is too much.
    const warnings = format === "json" ? 1 : 0;
    expect(lines.at(-2)).toMatch(
      new RegExp(`^1 checked: 0 discrepancies, 0 errors, ${warnings} warnings?, 0 not read`),
    );
  });

  it("has its first ten faults of a kind told, and all counted", async () => {
    const lines = await verifyWithLittle(bigFeed("rss", ENTRIES).replaceAll("https://gazette.example/a/", "/a/"));
    expect(lines.filter((line) => line.includes("<link>, line"))).toHaveLength(10);
    expect(lines).toContain("    … and 9990 more of this kind (--all)");
  });
});
