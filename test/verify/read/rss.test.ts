import { describe, expect, it } from "vitest";
import type { Places } from "../../../src/verify/read/reading.ts";
import { readRssStrictly } from "../../../src/verify/read/rss.ts";
import { present, rootOf } from "./parsed.ts";

const read = (text: string, instructions: string[] = []) => readRssStrictly(rootOf(text), instructions);
const item = (content: string, channel = "") =>
  read(`<rss version="2.0"><channel>${channel}<item>${content}</item></channel></rss>`);

describe("a channel", () => {
  it("is read letter by letter, and nothing is left", () => {
    const reading = read(
      `<rss version="2.0"><channel>
        <title>T &amp; T</title><link>https://x.example/</link><description> d </description><language>en</language>
        <copyright>c</copyright><ttl>15</ttl><lastBuildDate>Sun, 01 Mar 2026 10:00:00 GMT</lastBuildDate>
        <pubDate>Sun, 01 Mar 2026 08:00:00 GMT</pubDate><generator>g</generator><docs>d</docs>
        <atom:link rel="self" type="application/rss+xml" href="https://x.example/rss"/>
        <image><url>u</url><title>t</title><link>l</link><width>1</width><height>2</height></image>
        <snf:logo><url>w</url></snf:logo>
      </channel></rss>`,
      ['xml-stylesheet type="text/css" href="/x.css"'],
    );
    expect({ ...reading, feed: present(reading.feed) }).toEqual({
      feed: {
        "rss@version": "2.0",
        "xml-stylesheet": "/x.css",
        title: "T & T",
        link: "https://x.example/",
        description: " d ",
        language: "en",
        copyright: "c",
        ttl: "15",
        lastBuildDate: "2026-03-01T10:00:00.000Z",
        pubDate: "2026-03-01T08:00:00.000Z",
        "atom:link[self]": "https://x.example/rss",
        "fh:archive": "0",
        "snf:logo/url": "w",
        "image/url": "u",
        "image/title": "t",
        "image/link": "l",
        "image/width": "1",
        "image/height": "2",
      },
      entries: [],
      unexpected: [],
    });
  });

  it.each<[what: string, text: string, unexpected: object[]]>([
    ["another root", "<feed/>", [{ field: "document", read: "<feed>" }]],
    ["a second channel", '<rss version="2.0"><channel/><channel/></rss>', [{ field: "channel", read: "<channel>" }]],
    [
      "a second image",
      '<rss version="2.0"><channel><image/><image/></channel></rss>',
      [{ field: "image", read: "<image>" }],
    ],
    [
      "an element that the model has not",
      '<rss version="2.0"><channel><webMaster>a@b</webMaster></channel></rss>',
      [{ field: "webMaster", read: "<webMaster>a@b" }],
    ],
    [
      "a self link of another type",
      '<rss version="2.0"><channel><atom:link rel="self" type="text/html" href="x"/></channel></rss>',
      [{ field: "link@type", read: "text/html" }],
    ],
    [
      "a link to what the model has not",
      '<rss version="2.0"><channel><atom:link rel="license" href="x"/></channel></rss>',
      [{ field: "link", read: "<{http://www.w3.org/2005/Atom}link>" }],
    ],
    ["an item beside the channel", '<rss version="2.0"><channel/><item/></rss>', [{ field: "item", read: "<item>" }]],
  ])("leaves over %s", (_, text, unexpected) => {
    expect(read(text).unexpected).toEqual(unexpected);
  });
});

describe("an item", () => {
  it("is read letter by letter, and nothing is left", () => {
    const { entries, unexpected } = item(`
      <guid isPermaLink="false">g</guid><link>l</link><title>t</title><description>a &amp;amp; b</description>
      <content:encoded><![CDATA[<p>c</p>]]></content:encoded><pubDate>Sun, 01 Mar 2026 08:00:00 GMT</pubDate>
      <atom:updated>2026-03-01T10:00:00.5Z</atom:updated><dc:creator>A</dc:creator><dc:creator>B</dc:creator>
      <category>x</category><category>y</category><source url="s">S</source><dc:rights>r</dc:rights>
      <dcterms:modified>m</dcterms:modified><dcterms:valid>v</dcterms:valid><mi:shortTitle>st</mi:shortTitle>
      <media:status state="deleted"/><enclosure url="e" type="a/b" length="7"/>`);
    expect(unexpected).toEqual([]);
    expect(entries.map(present)).toEqual([
      {
        id: "g",
        link: "l",
        title: "t",
        description: "a & b",
        "content:encoded": "<p>c</p>",
        pubDate: "2026-03-01T08:00:00.000Z",
        "atom:updated": "2026-03-01T10:00:00.500Z",
        "dc:creator": ["A", "B"],
        category: ["x", "y"],
        source: ["S"],
        "source@url": ["s"],
        "dc:rights": "r",
        "dcterms:modified": "m",
        "dcterms:valid": "v",
        "mi:shortTitle": "st",
        "media:status@state": "deleted",
        "enclosure@url": "e",
        "enclosure@type": "a/b",
        "enclosure@length": "7",
      },
    ]);
  });

  it.each<[what: string, content: string, places: Places]>([
    ["a guid without isPermaLink is one, and so no id of ours", "<guid>g</guid>", { id: { guid: "g" } }],
    [
      "a guid that is a permalink is no id of ours",
      '<guid isPermaLink="true">g</guid>',
      { id: { isPermaLink: "true", guid: "g" } },
    ],
    ["two titles are a list", "<title>a</title><title>b</title>", { title: ["a", "b"] }],
    ["a description of markup is no text", "<description>&lt;b&gt;x</description>", { description: { html: "<b>x" } }],
    ["a date that is none stays as it is", "<pubDate>1 March</pubDate>", { pubDate: "1 March" }],
    [
      "authors' persons are in one list, and which is the author stands beside it",
      "<atom:author><atom:name>A</atom:name><atom:email>e</atom:email></atom:author>" +
        "<atom:contributor><atom:name>B</atom:name><atom:uri>u</atom:uri></atom:contributor>",
      {
        "atom:author": [true, false],
        "atom:author/atom:name": ["A", "B"],
        "atom:author/atom:email": ["e", undefined],
        "atom:author/atom:uri": [undefined, "u"],
      },
    ],
    ["a source without an address is a dc:source", "<dc:source>S</dc:source>", { source: ["S"] }],
    [
      "two enclosures are lists",
      '<enclosure url="a"/><enclosure url="b"/>',
      {
        "enclosure@url": ["a", "b"],
        "enclosure@type": [undefined, undefined],
        "enclosure@length": [undefined, undefined],
      },
    ],
  ])("%s", (_, content, places) => {
    expect(present(item(content).entries[0])).toEqual(places);
  });

  it("has the channel's language, unless it has one of its own", () => {
    const channel = "<language>en</language>";
    expect(item("", channel).entries[0]?.["xml:lang"]).toBe("en");
    const { entries, unexpected } = read(`<rss version="2.0"><channel>${channel}<item xml:lang="de"/></channel></rss>`);
    expect([entries[0]?.["xml:lang"], unexpected]).toEqual(["de", []]);
  });

  it("tells of what it leaves over by its id", () => {
    expect(item('<guid isPermaLink="false">g</guid><author>a@b</author>words').unexpected).toEqual([
      { entry: "g", field: "item", read: "words" },
      { entry: "g", field: "author", read: "<author>a@b" },
    ]);
  });
});
