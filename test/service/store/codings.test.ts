import { brotliDecompressSync, gunzipSync } from "node:zlib";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { CODINGS, decompress, encode, fromBase64, toBase64 } from "../../../src/service/store/codings.ts";

const DECODERS = { br: brotliDecompressSync, gzip: gunzipSync };

describe("the codings", () => {
  it("are the best first, and end with what everybody reads (RFC 9110 §8.4.1)", () => {
    expect(CODINGS).toEqual(["br", "gzip", "identity"]);
  });

  it.each(["br", "gzip"] as const)("%s gives back every text, in UTF-8", (coding) =>
    fc.assert(
      fc.asyncProperty(fc.string({ unit: "grapheme" }), async (text) => {
        const bytes = await encode(text, coding);
        expect(DECODERS[coding](bytes).toString()).toBe(text);
        expect(new TextDecoder().decode(decompress(bytes, coding))).toBe(text);
      }),
    ),
  );

  it.each(["br", "gzip"] as const)(
    "%s makes the same bytes of the same text: editions are compared by them",
    async (coding) => {
      expect(await encode("same ".repeat(500), coding)).toEqual(await encode("same ".repeat(500), coding));
    },
  );

  it("makes a feed's text small, the best coding smallest", async () => {
    const text = Array.from({ length: 300 }, (_, index) => `<item><title>Story ${index}</title></item>`).join("");
    const [br, gzip] = [(await encode(text, "br")).byteLength, (await encode(text, "gzip")).byteLength];
    expect(br).toBeLessThan(gzip);
    expect(gzip).toBeLessThan(text.length / 5);
  });
});

describe("bytes in the store", () => {
  it("come back as they were", () =>
    fc.assert(
      fc.property(fc.uint8Array(), (bytes) => {
        expect(fromBase64(toBase64(bytes))).toEqual(bytes);
      }),
    ));

  it("are those of a view, not of the buffer behind it", () => {
    expect(toBase64(new Uint8Array([1, 2, 3, 4]).subarray(1, 3))).toBe("AgM=");
  });
});
