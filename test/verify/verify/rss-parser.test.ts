import Parser from "rss-parser";
import { describe, expect, it } from "vitest";
import type { Format } from "../../../src/feed/feed.ts";
import { verifyDocument } from "../../../src/verify/verify.ts";
import { golden, replace } from "../documents.ts";
import { sampleFeed } from "../sample.ts";

/** What `rss-parser` takes without a word. The last column: what we name when we refuse it. */
const TAKEN: [what: string, format: Format, make: (text: string) => string, field: string][] = [
  ["a control character", "rss", (text) => replace(text, "In brief</title>", "In \u0001brief</title>"), "well-formed"],
  ["a control character in a CDATA section", "rss", (text) => replace(text, "Two.", "Two\u000b."), "well-formed"],
  ["a lone surrogate", "rss", (text) => replace(text, "In brief</title>", "In \ud83dbrief</title>"), "well-formed"],
  ["a lone surrogate in a CDATA section", "atom", (text) => replace(text, "Two.", "Two\udc00."), "well-formed"],
  ["U+FFFF", "rss", (text) => replace(text, "In brief</title>", "In \uffffbrief</title>"), "well-formed"],
  ["U+FFFF in a CDATA section", "atom", (text) => replace(text, "Two.", "Two\uffff."), "well-formed"],
  [
    "RSS without a version of 2.0",
    "rss",
    (text) => replace(text, 'rss version="2.0"', 'rss version="2.1"'),
    "rss@version",
  ],
  ["a second ]]>", "rss", (text) => replace(text, "</p>]]>", "</p>]]> more ]]>"), "well-formed"],
  [
    "< in an attribute",
    "rss",
    (text) => replace(text, 'url="https://wire.example/s/1', 'url="<https://wire.example/s/1'),
    "well-formed",
  ],
  [
    "an undeclared prefix",
    "rss",
    (text) => replace(text, "<dc:source>Coast Wire</dc:source>", "<dcterms:source>Coast Wire</dcterms:source>"),
    "well-formed",
  ],
  [
    "a prefix that is declared nowhere any more",
    "rss",
    (text) => replace(text, 'xmlns:dc="http://purl.org/dc/elements/1.1/"', ""),
    "well-formed",
  ],
  [
    "a wrong namespace URI",
    "rss",
    (text) => replace(text, "http://purl.org/dc/elements/1.1/", "http://purl.org/dc/elements/1.0/"),
    "authors.name",
  ],
  [
    "Media RSS without its slash",
    "rss",
    (text) => replace(text, "http://search.yahoo.com/mrss/", "http://search.yahoo.com/mrss"),
    "images.url",
  ],
  [
    "another namespace in place of Atom's",
    "atom",
    (text) => replace(text, '"http://www.w3.org/2005/Atom"', '"http://purl.org/atom/ns#"'),
    "document",
  ],
  ["a repeated attribute", "rss", (text) => replace(text, 'height="800"', 'height="800" height="801"'), "well-formed"],
  ["a newline before the XML declaration", "rss", (text) => `\n${text}`, "well-formed"],
  ["two roots", "rss", (text) => `${text}<rss version="2.0"><channel/></rss>`, "well-formed"],
  ["trailing junk", "atom", (text) => `${text}junk`, "well-formed"],
  [
    "two channels",
    "rss",
    (text) => replace(text, "</channel>", "</channel><channel><title>Other</title></channel>"),
    "channel",
  ],
  [
    "a repeated title",
    "rss",
    (text) => replace(text, "<title>In brief", "<title>In brief</title><title>At length"),
    "title",
  ],
  [
    "a repeated guid",
    "rss",
    (text) =>
      replace(text, "</guid>\n      <pubDate>Sun", '</guid><guid isPermaLink="false">x</guid>\n      <pubDate>Sun'),
    "id",
  ],
  [
    "a repeated pubDate",
    "rss",
    (text) => replace(text, "<pubDate>Sun", "<pubDate>Sun, 01 Mar 2026 08:00:00 GMT</pubDate><pubDate>Sun"),
    "published",
  ],
  [
    "repeated items",
    "rss",
    (text) =>
      replace(
        text,
        "</channel>",
        `${text.slice(text.lastIndexOf("<item>"), text.lastIndexOf("</item>"))}</item></channel>`,
      ),
    "id",
  ],
  ["a document type", "rss", (text) => replace(text, "<rss ", "<!DOCTYPE rss><rss "), "well-formed"],
  [
    "an encoding that is not the document's",
    "rss",
    (text) => replace(text, 'encoding="UTF-8"', 'encoding="ISO-8859-1"'),
    "well-formed",
  ],
];

describe("what rss-parser takes without a word, and we refuse", () => {
  it.each(TAKEN)("%s (%s)", async (_, format, make, field) => {
    const text = make(golden(format));
    const taken = await new Parser().parseString(text);
    expect(taken.title).toBe(sampleFeed.title);
    const found = await verifyDocument(sampleFeed, { format, text });
    expect(found.map((discrepancy) => discrepancy.field)).toContain(field);
  });

  /** It may fail on these, by its XML parser's leave: they are ours to refuse. */
  it.each([
    ["a control character by reference", (text: string) => replace(text, "In brief</title>", "In &#1;brief</title>")],
    ["&nbsp;", (text: string) => replace(text, "In brief</title>", "In&nbsp;brief</title>")],
    ["an attribute without quotes", (text: string) => replace(text, 'height="800"', "height=800")],
    ["an element that is not closed", (text: string) => replace(text, "</channel>", "")],
    ["a reference to no character", (text: string) => replace(text, "In brief</title>", "In &#xFFFF;brief</title>")],
    ["half a character by reference", (text: string) => replace(text, "In brief</title>", "In &#xD83D;brief</title>")],
    [
      "XML 1.1, where control characters are allowed",
      (text: string) =>
        replace(replace(text, 'version="1.0"', 'version="1.1"'), "In brief</title>", "In &#1;brief</title>"),
    ],
  ])("%s", async (_, make) => {
    const found = await verifyDocument(sampleFeed, { format: "rss", text: make(golden("rss")) });
    expect(found.map((discrepancy) => discrepancy.field)).toContain("well-formed");
  });
});

describe("what rss-parser does not see, and we prove", () => {
  it.each<[string, Format, string, string, string]>([
    ["Atom categories", "atom", 'term="piers"', 'term="pier"', "categories"],
    ["Atom's updated beside published", "atom", "2026-02-28T08:00:00.000001Z", "2026-02-28T08:00:01Z", "updated"],
    ["Atom's own id", "atom", "feeds/local</id>", "feeds/other</id>", "id"],
    ["Atom's subtitle", "atom", "<subtitle>All", "<subtitle>Some", "description"],
    ["Atom's rights", "atom", "<rights>© 2026 Gazette", "<rights>© 2025 Gazette", "rights"],
    ["Atom's logo", "atom", "/logo.png", "/other.png", "logo.url"],
    [
      "Atom's enclosure links",
      "atom",
      '/a/2.mp4" type="video/mp4"/>',
      '/a/3.mp4" type="video/mp4"/>',
      "attachments.url",
    ],
    ["Atom's authors after the first", "atom", "<name>Cy</name>", "<name>Cyd</name>", "authors.name"],
    ["RSS authors after the first", "rss", "<dc:creator>Cy<", "<dc:creator>Cyd<", "authors.name"],
    ["RSS isPermaLink", "rss", 'isPermaLink="false">https', 'isPermaLink="true">https', "id"],
    ["RSS source", "rss", ">Coast &amp; Wire</source>", ">Coast Wire</source>", "credit.name"],
    ["the type of an Atom text", "atom", "<title>In brief", '<title type="html">In brief', "title"],
    [
      "a self link that is not the first link",
      "rss",
      '<atom:link rel="self"',
      '<atom:link rel="license" href="https://x.example/"/><atom:link rel="self"',
      "self.rss",
    ],
  ])("%s", async (_, format, search, replacement, field) => {
    const found = await verifyDocument(sampleFeed, { format, text: replace(golden(format), search, replacement) });
    expect(found.map((discrepancy) => discrepancy.field)).toContain(field);
  });
});
