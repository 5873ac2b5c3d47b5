import { gzipSync } from "node:zlib";
import { describe, expect, it } from "vitest";
import { isGzip, unpackGzip } from "../../../src/proofread/bytes/unpack.ts";

const packed = (text: string) => new Uint8Array(gzipSync(text));

describe("unpackGzip", () => {
  it("knows gzip by its first bytes", () => {
    expect(isGzip(packed(""))).toBe(true);
    expect(isGzip(new Uint8Array(Buffer.from("<rss/>")))).toBe(false);
    expect(isGzip(new Uint8Array())).toBe(false);
  });

  it("unpacks it", async () =>
    expect(Buffer.from(await unpackGzip(packed("<rss/>".repeat(50_000)), 300_000)).toString()).toBe(
      "<rss/>".repeat(50_000),
    ));

  it("stops where it becomes too much", async () =>
    await expect(unpackGzip(packed("0".repeat(1_000_001)), 1_000_000)).rejects.toThrow(
      "unpacked, it has more than 1,000,000 bytes",
    ));

  it.each([
    ["cut off", packed("<rss/>".repeat(100)).slice(0, 30)],
    ["none but in its first bytes", new Uint8Array([0x1f, 0x8b, 1, 2, 3])],
  ])(
    "says of one that is %s that it is none",
    async (_, bytes) =>
      await expect(unpackGzip(bytes, 1_000)).rejects.toThrow("it begins as gzip does, and is none, or not all of it"),
  );
});
