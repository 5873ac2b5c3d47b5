import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { type Document, FORMATS } from "../../../src/feed/feed.ts";
import { verifyDocument } from "../../../src/verify/verify.ts";
import { golden } from "../documents.ts";
import { sampleFeed } from "../sample.ts";

// Hundreds of documents: how long they take is the affair of a machine that may be busy.
describe("whatever a document holds", { timeout: 0 }, () => {
  const format = fc.constantFrom(...FORMATS);
  const refused = async (document: Document): Promise<void> => {
    expect(await verifyDocument(sampleFeed, document)).not.toEqual([]);
  };

  it("garbage is refused, and nothing is thrown", async () => {
    await fc.assert(
      fc.asyncProperty(format, fc.string({ unit: "binary" }), (format, text) => refused({ format, text })),
    );
    await fc.assert(fc.asyncProperty(format, fc.json(), (format, text) => refused({ format, text })));
  });

  it("garbage in the middle of a good document never throws", async () => {
    const middle = fc.record({ format, at: fc.nat(), length: fc.nat(40), text: fc.string({ unit: "binary" }) });
    await fc.assert(
      fc.asyncProperty(middle, async ({ format, at, length, text }) => {
        const good = golden(format);
        const start = at % good.length;
        const found = await verifyDocument(sampleFeed, {
          format,
          text: good.slice(0, start) + text + good.slice(start + length),
        });
        expect(Array.isArray(found)).toBe(true);
      }),
      { numRuns: 300 },
    );
  });

  it.each([
    ["an empty root", "rss", "<rss/>"],
    ["an empty root", "atom", '<feed xmlns="http://www.w3.org/2005/Atom"/>'],
    ["no channel", "rss", '<rss version="2.0"/>'],
    ["the other format", "atom", golden("rss")],
    ["the other format", "rss", golden("atom")],
    ["nothing", "rss", ""],
    ["nothing", "json", ""],
    ["null", "json", "null"],
    ["items that are no list", "json", '{"items": {"0": 1}}'],
    ["items that are no objects", "json", '{"items": [null, 1, "x", []]}'],
    ["very deep elements", "rss", "<a>".repeat(20_000) + "</a>".repeat(20_000)],
    ["very deep lists", "json", "[".repeat(20_000) + "]".repeat(20_000)],
    ["very deep lists in a field", "json", `{"title": ${"[".repeat(5000)}${"]".repeat(5000)}}`],
  ] as const)("%s in place of %s is refused", async (_, format, text) => refused({ format, text }));
});
