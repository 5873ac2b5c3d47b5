import fc from "fast-check";
import { describe, expect, it, test } from "vitest";
import { type EntryView, type View, viewOf } from "../../src/proofread/view.ts";
import { documentOf } from "../../src/proofread/xml/examples.ts";
import { growth, LINEAR } from "../growth.ts";
import { sources, wireSources } from "../verify/documents.ts";
import { deletedEntry } from "../verify/sample.ts";

const rss = (item: string): string =>
  '<rss version="2.0" xmlns:atom="http://www.w3.org/2005/Atom" xmlns:dc="http://purl.org/dc/elements/1.1/" ' +
  `xmlns:content="http://purl.org/rss/1.0/modules/content/"><channel><title> A\n feed </title><item>${item}</item></channel></rss>`;
const atom = (entry: string): string =>
  `<feed xmlns="http://www.w3.org/2005/Atom"><title type="html">A &lt;b>feed&lt;/b></title><entry>${entry}</entry></feed>`;
const json = (item: object): string => JSON.stringify({ title: "A  feed", items: [item] });

const AT = Date.parse("2026-03-01T08:00:00Z");

describe("a feed is shown alike, whatever its format", () => {
  const entry: EntryView = { id: "i", url: "u", title: "t & t", published: AT, updated: AT + 500, text: "a & b c" };
  const view = (format: View["format"]): View => ({ format, title: "A feed", entries: [entry], deleted: new Set() });

  it.each<[View["format"], string]>([
    [
      "rss",
      rss(
        "<guid>i</guid><link>u</link><title>t &amp;\n t</title><pubDate>Sun, 01 Mar 2026 08:00:00 GMT</pubDate>" +
          "<atom:updated>2026-03-01T08:00:00.5Z</atom:updated><description>s</description>" +
          "<content:encoded>&lt;p>a &amp;amp; b&lt;/p>&lt;p>c&lt;/p></content:encoded>",
      ),
    ],
    [
      "atom",
      atom(
        '<id>i</id><link rel="self" href="s"/><link href="u"/><title>t &amp; t</title>' +
          "<published>2026-03-01T08:00:00Z</published><updated>2026-03-01T08:00:00.500Z</updated>" +
          '<summary>s</summary><content type="html">&lt;p>a &amp;amp; b&lt;/p> c</content>',
      ),
    ],
    [
      "json",
      json({
        id: "i",
        url: "u",
        title: "t & t",
        date_published: "2026-03-01T08:00:00Z",
        date_modified: "2026-03-01T08:00:00.500Z",
        summary: "s",
        content_html: "<p>a &#38; b</p><p>c</p>",
      }),
    ],
  ])("%s", (format, text) => {
    expect(viewOf(text)).toEqual(view(format));
  });
});

describe("a feed's home page is what the document says it is, as it is written", () => {
  const atomOf = (links: string, base = "") => `<feed xmlns="http://www.w3.org/2005/Atom"${base}>${links}</feed>`;
  it.each([
    ["RSS", "<rss><channel><link> https://gazette.example/ </link></channel></rss>", "https://gazette.example/"],
    [
      "RSS with a link to itself",
      '<rss xmlns:a="http://www.w3.org/2005/Atom"><channel><a:link href="s"/><link>/</link></channel></rss>',
      "/",
    ],
    ["Atom", atomOf('<link rel="self" href="s"/><link href="/"/>'), "/"],
    ["Atom in two types", atomOf('<link type="text/plain" href="t"/><link type="text/html" href="h"/>'), "h"],
    ["Atom in no HTML", atomOf('<link type="text/plain" href="t"/>'), "t"],
    [
      "Atom with a base",
      atomOf('<link href="h"/>', ' xml:base="https://gazette.example/a/"'),
      "https://gazette.example/a/h",
    ],
    ["Atom with a base that is relative", atomOf('<link href="h"/>', ' xml:base="/a/"'), "h"],
    ["JSON Feed", '{"home_page_url":"/"}', "/"],
    ["none", "<rss><channel/></rss>", undefined],
  ])("%s", (_, text, home) => {
    expect(viewOf(text)?.home).toBe(home);
  });
});

test("RSS 1.0 is shown like RSS, without ids", () => {
  const text = documentOf("rdf", { entry: "<dc:date>2026-03-01T08:00:00Z</dc:date>" });
  expect(viewOf(text)).toEqual({
    ...{ format: "rdf", title: "The Harbour Gazette", home: "https://gazette.example/", deleted: new Set() },
    entries: [
      {
        url: "https://gazette.example/boat",
        title: "The first boat out",
        published: AT,
        text: "She left at dawn.",
      },
    ],
  });
});

describe("an entry's text", () => {
  const textOf = (document: string) => viewOf(document)?.entries[0]?.text;

  it.each<[what: string, document: string, text: string | undefined]>([
    ["is its description, where RSS has no body", rss("<description>&lt;b>x&lt;/b></description>"), "x"],
    ["is its description, where the body is empty", rss("<description>x</description><content:encoded/>"), "x"],
    ["is its summary, where Atom has no content", atom("<summary>x &lt; y</summary>"), "x < y"],
    ["of type text holds markup as letters", atom("<content>&lt;b>x</content>"), "<b>x"],
    [
      "of XHTML is that of its elements",
      atom('<content type="xhtml"><div xmlns="http://www.w3.org/1999/xhtml">x<p>y</p></div></content>'),
      "xy",
    ],
    ["is content_text, where there is no content_html", json({ content_text: "<b> x" }), "<b> x"],
    ["is absent, where a document has none", json({}), undefined],
    ["is absent in RSS, too", rss(""), undefined],
    [
      "has references decoded, and those of nobody left",
      json({ content_html: "&lt;&#x41;&nbsp;&AMP;&foo;&#0;" }),
      "<A &&foo;&#0;",
    ],
    ["has all white space as one", json({ content_html: " a\n\t b\u00a0c " }), "a b c"],
  ])("%s", (_, document, text) => {
    expect(textOf(document)).toBe(text);
  });
});

describe("an entry", () => {
  it.each<[what: string, document: string, entry: EntryView]>([
    [
      "has a date of Dublin Core, where RSS has no other",
      rss("<dc:date>2026-03-01T08:00:00Z</dc:date>"),
      { published: AT },
    ],
    ["has no date that cannot be read", json({ date_published: "1st of March, noonish" }), {}],
    ["has a number for an id as its digits", json({ id: 7 }), { id: "7" }],
    ["has no title where none is said", json({ title: undefined }), {}],
    ["has a title that is empty where null is said", json({ title: null }), { title: "" }],
    ["has a title that is empty where an object is said", json({ title: { toString: 0 } }), { title: "" }],
    ["has no id that is an object", json({ id: { toString: 0 } }), {}],
  ])("%s", (_, document, entry) => {
    expect(viewOf(document)?.entries).toEqual([entry]);
  });
});

describe("a document has no view that", () => {
  it.each([
    ["is empty", ""],
    ["is not well-formed", "<rss><channel></rss>"],
    ["is broken JSON", "{"],
    ["is a JSON list", "[]"],
    ["is no feed", "<html/>"],
    ["is RSS without a channel", '<rss version="2.0"/>'],
    ["is Atom of another namespace", '<feed xmlns="http://purl.org/atom/ns#"/>'],
  ])("%s", (_, text) => {
    expect(viewOf(text)).toBeUndefined();
  });
});

test("a byte order mark is the encoding's in XML (XML 1.0 §4.3.3), and no part of JSON (RFC 8259 §8.1)", () => {
  expect(viewOf(`\ufeff${atom("")}`)).toEqual(viewOf(atom("")));
  expect(viewOf(`\ufeff${json({})}`)).toBeUndefined();
});

test("tombstones are ids of entries that are no more (RFC 6721)", () => {
  const text = wireSources.rendered?.find(({ format }) => format === "atom")?.text ?? "";
  expect(viewOf(text)?.deleted).toEqual(new Set([deletedEntry.id]));
});

test("all formats of an edition have one view, to the second", () => {
  for (const documents of Object.values(sources)) {
    const [first, ...others] = documents.map(({ text }) => inSeconds(viewOf(text)));
    for (const other of others) expect(other).toEqual(first);
  }
});

test("no text at all makes it throw", () => {
  const piece = fc.oneof(
    fc.string({ unit: "binary", maxLength: 5 }),
    fc.constantFrom(
      '{"items": [',
      "]}",
      "{}",
      "<rss><channel>",
      "</channel></rss>",
      '<feed xmlns="http://www.w3.org/2005/Atom">',
    ),
  );
  fc.assert(fc.property(fc.array(piece), (pieces) => void viewOf(pieces.join(""))));
});

const inSeconds = (view: View | undefined) => ({
  title: view?.title,
  entries: view?.entries.map((entry) => ({
    ...entry,
    published: Math.floor((entry.published ?? 0) / 1000),
    updated: Math.floor((entry.updated ?? 0) / 1000),
  })),
});

test("an element may have more children than a call takes arguments", () => {
  const title = `<title>a${"<b/>".repeat(150_000)}</title>`;
  expect(viewOf(`<rss><channel>${title}</channel></rss>`)?.title).toBe("a");
});

test("what people read of a body costs no more than its length, though its tags never end", async () => {
  const view = (html: string) => viewOf(json({ content_html: html }));
  expect(view("a < b <i>c</i> < d")?.entries[0]?.text).toBe("a c < d");
  expect(await growth(view, "<", 50_000)).toBeLessThan(LINEAR);
});
