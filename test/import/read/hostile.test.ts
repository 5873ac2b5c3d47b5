import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { readSource } from "../../../src/import/read.ts";
import { NOW, read, rss } from "../helpers.ts";

const fragments = fc.constantFrom(
  "<rss>",
  "<channel>",
  "<item>",
  "</item>",
  "<title>",
  "</title>",
  "<![CDATA[",
  "]]>",
  "<!--",
  "-->",
  "&nbsp;",
  "&#0;",
  "&#xD800;",
  "&bogus;",
  "<rdf:RDF>",
  "<feed xmlns='http://www.w3.org/2005/Atom'>",
  "<entry>",
  "<content type='xhtml'>",
  "<div",
  " xmlns:a='b'",
  ">",
  "<link href='http://[::1'/>",
  "<guid>",
  "{",
  '"items":[',
  "---\n",
  "\u0000",
  "\ud800",
  "<media:content url='x'/>",
  "<pubDate>Tue</pubDate>",
  "<?xml encoding='utf-16'?>",
);

describe("hostile input", () => {
  it("is never thrown at", async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.array(fc.oneof(fragments, fc.string({ unit: "binary", maxLength: 20 })), { maxLength: 40 }),
        async (parts) => {
          const reading = await read(parts.join(""), { base: "https://gazette.example/" });
          expect(reading.items.length + reading.skipped.length).toBeGreaterThanOrEqual(0);
        },
      ),
      { numRuns: 1000 },
    );
  });

  it("of any bytes is read or skipped", async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.uint8Array({ maxLength: 200 }),
        fc.option(fc.string(), { nil: undefined }),
        async (bytes, contentType) => {
          await readSource(bytes, { name: "x", now: NOW, contentType });
        },
      ),
      { numRuns: 500 },
    );
  });

  it("of any JSON is read or skipped", async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.array(fc.jsonValue()),
        fc.dictionary(
          fc.constantFrom(
            "id",
            "url",
            "title",
            "content_html",
            "authors",
            "author",
            "tags",
            "image",
            "attachments",
            "date_published",
            "language",
          ),
          fc.jsonValue(),
        ),
        async (items, item) => {
          await read(JSON.stringify({ version: "https://jsonfeed.org/version/1", items: [...items, item] }));
        },
      ),
      { numRuns: 500 },
    );
  });

  it("nested without end is read", async () => {
    for (const text of [
      "<rss>".repeat(20_000),
      `<feed xmlns="http://www.w3.org/2005/Atom"><entry><content type="xhtml">${"<div>".repeat(20_000)}`,
      rss(`<description>${"&lt;div&gt;".repeat(50_000)}&lt;/div&gt;</description>`),
    ]) {
      await read(text);
    }
  });
});
