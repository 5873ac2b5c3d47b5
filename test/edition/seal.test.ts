import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { seal } from "../../src/edition/seal.ts";
import type { RenderedDocument } from "../../src/render/render.ts";

const document = (text: string): RenderedDocument => ({ format: "atom", text, entries: [[2, 4]] });

describe("a sealed document", () => {
  it("is the document, with a tag", () => {
    expect(seal(document("news"))).toEqual({
      format: "atom",
      text: "news",
      entries: [[2, 4]],
      etag: "19fba0e995b9794fc2c26217",
    });
  });

  it("has the first 96 bits of SHA-256 of its UTF-8 bytes as tag, whatever they are", async () => {
    await fc.assert(
      fc.asyncProperty(fc.string({ unit: "grapheme" }), async (text) => {
        const digest = await crypto.subtle.digest("SHA-256", new TextEncoder().encode(text));
        expect(seal(document(text)).etag).toBe(Buffer.from(digest).toString("hex").slice(0, 24));
      }),
    );
  });

  it("has a tag that needs no quoting (RFC 9110 §8.8.3), with the zeros that a byte may start with", () => {
    const tags = Array.from({ length: 200 }, (_, n) => seal(document(String(n))).etag);
    expect(tags.filter((tag) => !/^[0-9a-f]{24}$/.test(tag))).toEqual([]);
    expect(new Set(tags).size).toBe(200);
  });

  it("has a tag of its text alone: equal text is one representation", () => {
    expect(seal({ ...document("x"), entries: [] }).etag).toBe(seal(document("x")).etag);
  });
});
