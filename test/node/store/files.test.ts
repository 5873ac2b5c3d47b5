import { mkdtempSync, readdirSync, readFileSync, rmSync, statSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, describe, expect, it } from "vitest";
import { folderFiles, placeOf } from "../../../src/node/store/files.ts";

const folder = mkdtempSync(join(tmpdir(), "wireproof-files-"));
const files = folderFiles(join(folder, "files"));
const NAME = `${"ab".repeat(32)}.jpg`;

afterEach(() => rmSync(join(folder, "files"), { recursive: true, force: true }));

const textOf = async (stream: ReadableStream | null): Promise<string | null> => stream && new Response(stream).text();

describe("a folder of files", () => {
  it("keeps a file where its name says, for nobody else to read", async () => {
    await files.put(NAME, Buffer.from("picture"), "image/jpeg");
    const place = join(folder, "files", "ab", "ab", NAME);
    expect(placeOf(join(folder, "files"), NAME)).toBe(place);
    expect(readFileSync(place, "utf8")).toBe("picture");
    expect(statSync(place).mode & 0o077).toBe(0);
    expect(readdirSync(join(folder, "files"), { recursive: true })).toHaveLength(3);
  });

  it("gives it whole and in part", async () => {
    await files.put(NAME, Buffer.from("picture"), "image/jpeg");
    expect(await textOf(await files.get(NAME))).toBe("picture");
    expect(await textOf(await files.get(NAME, { first: 1, last: 3 }))).toBe("ict");
  });

  it("has nothing under other names", async () => {
    expect(await files.get(NAME)).toBeNull();
  });

  it("keeps the first of two that are put at once, whole", async () => {
    const large = Buffer.alloc(3_000_000, "x");
    await Promise.all([files.put(NAME, large, "image/jpeg"), files.put(NAME, large, "image/jpeg")]);
    await files.put(NAME, Buffer.from("another"), "image/jpeg");
    expect((await textOf(await files.get(NAME)))?.length).toBe(3_000_000);
    expect(readdirSync(join(folder, "files"), { recursive: true })).toHaveLength(3);
  });
});
