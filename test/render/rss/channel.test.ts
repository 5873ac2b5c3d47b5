import { describe, expect, it } from "vitest";
import type { Feed } from "../../../src/feed/feed.ts";
import { renderRss } from "../../../src/render/rss.ts";
import { bareFeed, sampleFeed } from "../../verify/sample.ts";
import { frameText } from "../texts.ts";

/** The channel's own elements, with the namespaces that stand on `<rss>` and `<channel>`. */
function channel(fields: Partial<Feed>): { instructions: string; namespaces: string[]; elements: string[] } {
  const [head, foot] = frameText(renderRss, fields);
  expect(foot).toBe("</channel></rss>");
  const [, instructions = "", rss = "", attributes = "", elements = ""] =
    /^<\?xml version="1.0" encoding="utf-8"\?>(.*)<rss version="2.0"([^>]*)><channel([^>]*)>(.*)$/.exec(head) ?? [];
  return {
    instructions,
    namespaces: [...new Set(`${rss}${attributes}`.trim().split(" "))].sort(),
    elements: elements.split(/(?<=<\/[^>]+>|\/>)(?=<(?!\/))/),
  };
}

const ELEMENTS = [
  "<title>Gazette &#x26; Co: &#x3C;local&#x3E;</title>",
  "<link>https://gazette.example/local?a=1&#x26;b=2</link>",
  "<description>All the news &#x26; views, 1 &#x3C; 2</description>",
  "<lastBuildDate>Sun, 01 Mar 2026 10:00:00 GMT</lastBuildDate>",
  "<docs>https://validator.w3.org/feed/docs/rss2.html</docs>",
  "<generator>Wireproof</generator>",
  "<language>en</language>",
  '<atom:link href="https://feeds.example/feeds/local.rss" rel="self" type="application/rss+xml"/>',
];
const NAMESPACES = [
  'xmlns:atom="http://www.w3.org/2005/Atom"',
  'xmlns:dc="http://purl.org/dc/elements/1.1/"',
  'xmlns:media="http://search.yahoo.com/mrss/"',
];

/** The bare elements, with more of them behind one. */
const withElements = (after: string, ...more: string[]): string[] =>
  ELEMENTS.flatMap((element) => (element.startsWith(`<${after}`) ? [element, ...more] : [element]));

describe("an RSS channel", () => {
  it("with nothing optional holds what readers need, and no empty element", () => {
    expect(channel({})).toEqual({ instructions: "", namespaces: NAMESPACES, elements: ELEMENTS });
  });

  it.each<[what: string, fields: Partial<Feed>, elements: string[]]>([
    [
      "its rights, before its links",
      { rights: "© <us>" },
      withElements("language", "<copyright>© &#x3C;us&#x3E;</copyright>"),
    ],
    ["a time to live in minutes", { ttl: 15 }, withElements("language", "<ttl>15</ttl>")],
    [
      "when its newest entry came, ahead of all entries",
      { published: "2026-03-01T10:00:00.250Z" },
      withElements("docs", "<pubDate>Sun, 01 Mar 2026 10:00:00 GMT</pubDate>"),
    ],
  ])("holds %s", (_, fields, elements) => {
    expect(channel(fields)).toEqual({ instructions: "", namespaces: NAMESPACES, elements });
  });

  it("has one image, with the channel's title and link (RSS 2.0, image)", () => {
    const { elements } = channel({ logo: { url: "https://x.example/1.png?a&b", width: 144, height: 40 } });
    expect(elements.join("")).toBe(
      withElements(
        "language",
        "<image><url>https://x.example/1.png?a&#x26;b</url><title>Gazette &#x26; Co: &#x3C;local&#x3E;</title>" +
          "<link>https://gazette.example/local?a=1&#x26;b=2</link><width>144</width><height>40</height></image>",
      ).join(""),
    );
  });

  it("declares what partners' elements need, where one is there", () => {
    const { namespaces, elements } = channel({ partner_logo: "https://x.example/wide.png" });
    expect(namespaces).toEqual([...NAMESPACES, 'xmlns:snf="http://www.smartnews.be/snf"']);
    expect(elements.join("")).toContain("<snf:logo><url>https://x.example/wide.png</url></snf:logo><generator>");
  });

  it("of an archive is marked, and linked to its neighbours (RFC 5005 §4)", () => {
    const { namespaces, elements } = channel({ history: sampleFeed.history });
    expect(namespaces).toContain('xmlns:fh="http://purl.org/syndication/history/1.0"');
    expect(elements).toEqual([
      ...withElements("docs", "<fh:archive/>"),
      '<atom:link rel="prev-archive" href="https://feeds.example/feeds/local/archive/1.rss"/>',
      '<atom:link rel="next-archive" href="https://feeds.example/feeds/local/archive/3.rss"/>',
      '<atom:link rel="current" href="https://feeds.example/feeds/main.rss"/>',
    ]);
  });

  it("names its hub behind its own address, and the archive behind both (WebSub §4)", () => {
    const { elements } = channel({
      hub: "https://x.example/hub?a&b",
      history: { archive: false, previous: bareFeed.self },
    });
    expect(elements).toEqual([
      ...ELEMENTS,
      '<atom:link href="https://x.example/hub?a&#x26;b" rel="hub"/>',
      '<atom:link rel="prev-archive" href="https://feeds.example/feeds/local.rss"/>',
    ]);
  });

  it("names its style sheet before the root element", () => {
    expect(channel({ stylesheet: "/feeds/local.css" }).instructions).toBe(
      '<?xml-stylesheet type="text/css" href="/feeds/local.css"?>',
    );
  });

  it("says nothing of what RSS has no element for: id, publisher, icon, other formats' addresses", () => {
    const others = {
      id: "tag:gazette.example,2026:other",
      slug: "other",
      publisher: { name: "Other" },
      icon: "https://x.example/icon.png",
      self: { ...bareFeed.self, atom: "https://x.example/atom", json: "https://x.example/json" },
    };
    expect(renderRss({ ...bareFeed, ...others })).toEqual(renderRss(bareFeed));
  });

  it("without entries is a channel still", () => {
    const { text, entries } = renderRss({ ...bareFeed, entries: [] });
    expect(text).toMatch(/type="application\/rss\+xml"\/><\/channel><\/rss>$/);
    expect(entries).toEqual([]);
  });
});
