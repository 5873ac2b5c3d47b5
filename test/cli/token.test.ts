import { createPrivateKey } from "node:crypto";
import { mkdtemp, readFile, rm, stat, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { ensureSigningKey, findToken, publishToken } from "../../src/cli/token.ts";

const home = process.cwd();
let folder = "";

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), "wireproof-token-"));
  process.chdir(folder);
  vi.stubEnv("PUBLISH_TOKEN", undefined);
});
afterEach(async () => {
  process.chdir(home);
  vi.unstubAllEnvs();
  await rm(folder, { recursive: true });
});

const variables = (): Promise<string> => readFile(join(folder, ".dev.vars"), "utf8");

describe("findToken", () => {
  it("finds none where there is neither a variable nor a file", () => expect(findToken()).toBeUndefined());

  it("takes the environment's before the file's", async () => {
    await writeFile(".dev.vars", "PUBLISH_TOKEN=of-the-file\n");
    vi.stubEnv("PUBLISH_TOKEN", "of-the-environment");
    expect(findToken()).toBe("of-the-environment");
  });

  it("takes the file's where the environment's is empty", async () => {
    await writeFile(".dev.vars", "PUBLISH_TOKEN=of-the-file\n");
    vi.stubEnv("PUBLISH_TOKEN", "");
    expect(findToken()).toBe("of-the-file");
  });

  it.each([
    ["alone", "PUBLISH_TOKEN=abc-_1", "abc-_1"],
    ["in double quotes", 'PUBLISH_TOKEN="abc"', "abc"],
    ["in single quotes, spaces around the sign", "PUBLISH_TOKEN = 'abc'", "abc"],
    ["after other lines, with CRLF", "OTHER=1\r\nPUBLISH_TOKEN=abc\r\nMORE=2", "abc"],
    ["empty", "PUBLISH_TOKEN=\nOTHER=1\n", undefined],
    ["commented out", "# PUBLISH_TOKEN=abc", undefined],
    ["of another variable", "OLD_PUBLISH_TOKEN=abc", undefined],
  ])("reads a line that is %s", async (_, text, token) => {
    await writeFile(".dev.vars", text);
    expect(findToken()).toBe(token);
  });
});

describe("publishToken", () => {
  it("leaves a token that there is, and the file, as they are", async () => {
    await writeFile(".dev.vars", "PUBLISH_TOKEN=abc");
    expect(await publishToken()).toBe("abc");
    expect(await variables()).toBe("PUBLISH_TOKEN=abc");
  });

  it("makes one of 24 random bytes, which the next command finds", async () => {
    const token = await publishToken();
    expect(token).toMatch(/^[\w-]{32}$/);
    expect(await variables()).toBe(`PUBLISH_TOKEN=${token}\n`);
    expect([findToken(), await publishToken()]).toEqual([token, token]);
  });

  it("lets nobody else read the file that it makes", async () => {
    await publishToken();
    expect((await stat(".dev.vars")).mode & 0o777).toBe(0o600);
  });

  it("begins a line of its own after one that was left open", async () => {
    await writeFile(".dev.vars", "OTHER=1");
    const token = await publishToken();
    expect(await variables()).toBe(`OTHER=1\nPUBLISH_TOKEN=${token}\n`);
  });
});

describe("ensureSigningKey", () => {
  it("writes an Ed25519 key in PKCS #8 after what the file holds", async () => {
    await writeFile(".dev.vars", "PUBLISH_TOKEN=abc");
    await ensureSigningKey();
    const [, key = ""] = /^PUBLISH_TOKEN=abc\nSIGNING_KEY=(\S+)\n$/.exec(await variables()) ?? [];
    const read = createPrivateKey({ key: Buffer.from(key, "base64"), format: "der", type: "pkcs8" });
    expect(read.asymmetricKeyType).toBe("ed25519");
  });

  it("makes no second one", async () => {
    await ensureSigningKey();
    const first = await variables();
    await ensureSigningKey();
    expect(await variables()).toBe(first);
  });
});
