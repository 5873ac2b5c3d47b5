import { createHash } from "node:crypto";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { seal } from "../../src/edition/seal.ts";
import type { RenderedDocument } from "../../src/render/render.ts";

const document = (text: string): RenderedDocument => ({ format: "atom", text, entries: [[2, 4]] });

describe("a sealed document", () => {
  it("is the document, with a tag", async () => {
    expect(await seal(document("news"))).toEqual({
      format: "atom",
      text: "news",
      entries: [[2, 4]],
      etag: "19fba0e995b9794fc2c26217",
    });
  });

  it("has the first 96 bits of SHA-256 of its UTF-8 bytes as tag, whatever they are", async () => {
    await fc.assert(
      fc.asyncProperty(fc.string({ unit: "grapheme" }), async (text) => {
        const { etag } = await seal(document(text));
        expect(etag).toBe(createHash("sha256").update(text, "utf8").digest("hex").slice(0, 24));
      }),
    );
  });

  it("has a tag that needs no quoting (RFC 9110 §8.8.3), with the zeros that a byte may start with", async () => {
    const tags = await Promise.all(Array.from({ length: 200 }, async (_, n) => (await seal(document(String(n)))).etag));
    expect(tags.filter((tag) => !/^[0-9a-f]{24}$/.test(tag))).toEqual([]);
    expect(new Set(tags).size).toBe(200);
  });

  it("has a tag of its text alone: equal text is one representation", async () => {
    const [one, other] = await Promise.all([seal(document("x")), seal({ ...document("x"), entries: [] })]);
    expect(one.etag).toBe(other.etag);
  });
});
