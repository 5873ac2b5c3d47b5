import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { readSource } from "../../../src/import/read.ts";
import { growth, LINEAR } from "../../growth.ts";
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

describe("a source is read in a time that grows with its length, whatever it repeats", () => {
  const item = (inner: string) => rss(`<title>A</title><link>https://gazette.example/a</link>${inner}`);
  const page = (lines: string) =>
    `Harbour reopens after storm\n${lines}\nFerries sail again, said the harbour's master.\n`;
  const asPage = { name: "a.txt", base: "https://gazette.example/", date: NOW };

  it.each<[what: string, part: string, document: (text: string) => string]>([
    ["elements that never end", "<b>", (text) => item(text)],
    ["end tags of nothing that is open", "</c>", (text) => item(`${"<b>".repeat(text.length / 4)}${text}`)],
    ["an author's no-break spaces", "\u00a0", (text) => item(`<author>a${text}b</author>`)],
    [
      "elements of a namespace as long as all of them",
      "<b/>",
      (text) => item(`<a xmlns="${text.replace(/./g, "u")}">${text}</a>`),
    ],
    ["xml:base in xml:base", "<a xml:base='b'>", (text) => item(text)],
  ])("a feed: %s", async (_, part, document) => {
    expect(await growth((text) => read(document(text)), part)).toBeLessThan(LINEAR);
  });

  it.each([
    ["headings of related stories", "Related\n"],
    ["quotes that might be headlines", "’: - "],
  ])("a page's text: %s", async (_, part) => {
    expect(await growth((text) => read(page(`‘${text}.x`), asPage), part)).toBeLessThan(LINEAR);
  });

  it("a page's text: bylines, and each name stands once", async () => {
    const bylines = (count: number) =>
      Array.from({ length: count }, (_, index) => `By Ann L${index}\nBy Ann Lee`).join("\n");
    const { items } = await read(page(bylines(3)), asPage);
    expect(items[0]?.article.authors).toEqual(["Ann L0", "Ann Lee", "Ann L1", "Ann L2"].map((name) => ({ name })));
    expect(await growth((text) => read(page(bylines(text.length / 10)), asPage), "1234567890")).toBeLessThan(LINEAR);
  });
});
