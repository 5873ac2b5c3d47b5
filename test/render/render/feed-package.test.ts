import { Feed as FeedWriter, type Item } from "feed";
import { describe, expect, it, test } from "vitest";
import type { Entry, Feed, Format } from "../../../src/feed/feed.ts";
import { render } from "../../../src/render/render.ts";
import { bareEntry, bareFeed } from "../../verify/sample.ts";

/** What the package `feed` writes by itself of one item. */
function alone(format: Format, item: Partial<Item>): string {
  const writer = new FeedWriter({ id: "tag:x", title: "T", copyright: "", link: "https://x.example/", updated: AT });
  writer.addItem({ title: "In brief", id: "https://x.example/1", link: "https://x.example/1", date: AT, ...item });
  return { rss: writer.rss2, atom: writer.atom1, json: writer.json1 }[format].call(writer);
}

/** What we write of one entry, with its help. */
function ours(format: Format, fields: Partial<Entry>, feed: Partial<Feed> = {}): string {
  const documents = render({ ...bareFeed, ...feed, entries: [{ ...bareEntry, ...fields }] });
  return documents.find((document) => document.format === format)?.text ?? "";
}

const AT = new Date("2026-02-28T08:00:00Z");
const MP3 = { url: "https://x.example/1.mp3?v=jpg", type: "audio/mpeg", length: 7 };
const image = (url: string, type: string) => ({ images: [{ url, type }] });

describe("what `feed` writes wrong of an entry comes out right", () => {
  it.each<[what: string, Format, Partial<Item>, wrong: string, Partial<Entry>, right: string]>([
    [
      "every end of a CDATA section in a body is split, not the first alone",
      "rss",
      { content: "a]]>b]]>c" },
      "a]]]]><![CDATA[>b]]>c",
      { content_html: "a]]>b]]>c" },
      "<![CDATA[a]]]]><![CDATA[>b]]]]><![CDATA[>c]]>",
    ],
    [
      "< in a category is escaped",
      "atom",
      { category: [{ name: "<us>", term: "<us>" }] },
      'term="<us>"',
      { categories: ["<us>"] },
      '<category term="&#x3C;us&#x3E;"/>',
    ],
    [
      "& in an enclosure's title is escaped",
      "atom",
      { enclosure: { ...MP3, title: "R&B" } },
      'title="R&B"',
      { images: [{ url: "https://x.example/1.png", type: "image/png", caption: "R&B" }] },
      'title="R&#x26;B"',
    ],
    [
      "an id is written letter by letter, and not as URLs are normalised",
      "atom",
      { id: "HTTP://Old.Example:80" },
      "<id>http://old.example/</id>",
      { id: "HTTP://Old.Example:80" },
      "<id>HTTP://Old.Example:80</id>",
    ],
    [
      "a reference that stands in a title as letters keeps its level",
      "rss",
      { title: "S&amp;P" },
      "<title><![CDATA[S&amp;P]]></title>",
      { title: "S&amp;P" },
      "<title>S&#x26;amp;P</title>",
    ],
    [
      "an Atom title is text, so that x < y is no markup",
      "atom",
      { title: "x <y" },
      '<title type="html"><![CDATA[x <y]]></title>',
      { title: "x <y" },
      "<title>x &#x3C;y</title>",
    ],
    [
      "an Atom summary is text, too",
      "atom",
      { description: "x <y" },
      '<summary type="html"><![CDATA[x <y]]></summary>',
      { summary: "x <y" },
      "<summary>x &#x3C;y</summary>",
    ],
    [
      "an author's name is no e-mail address, and does not stand where RSS wants one",
      "rss",
      { author: [{ name: "Ada" }] },
      "<author>Ada</author>",
      { authors: [{ name: "Ada" }] },
      "<dc:creator>Ada</dc:creator>",
    ],
    [
      "an enclosure's type is the stored one, whatever its URL ends with (RSS)",
      "rss",
      { image: "https://x.example/photo.jpg" },
      'type="image/jpg"',
      image("https://x.example/photo.jpg", "image/jpeg"),
      'type="image/jpeg"',
    ],
    [
      "an enclosure's type is the stored one, whatever its URL ends with (Atom)",
      "atom",
      { enclosure: { ...MP3, url: "https://x.example/audio" } },
      'type="image//audio"',
      { attachments: [{ ...MP3, url: "https://x.example/audio" }] },
      'href="https://x.example/audio" type="audio/mpeg" length="7"',
    ],
    [
      "a duration is no attribute of an enclosure",
      "rss",
      { audio: { ...MP3, duration: 61 } },
      'url="https://x.example/1.mp3?v=jpg" duration="61"/>',
      { attachments: [{ ...MP3, duration: 61 }] },
      '<enclosure url="https://x.example/1.mp3?v=jpg" length="7" type="audio/mpeg"/>',
    ],
    [
      "when an entry was updated is told beside when it was published",
      "rss",
      { published: new Date("2026-02-01T00:00:00Z") },
      "<pubDate>Sun, 01 Feb 2026 00:00:00 GMT</pubDate>\n        </item>",
      { published: "2026-02-01T00:00:00Z" },
      "<atom:updated>2026-02-28T08:00:00Z</atom:updated>",
    ],
    [
      "JSON Feed is of version 1.1",
      "json",
      {},
      '"version": "https://jsonfeed.org/version/1"',
      {},
      '"version":"https://jsonfeed.org/version/1.1"',
    ],
    [
      "all authors stand in JSON Feed, not the first alone",
      "json",
      { author: [{ name: "Ada" }, { name: "Bo" }] },
      '"author": {\n                "name": "Ada"\n            }',
      { authors: [{ name: "Ada" }, { name: "Bo" }] },
      '"authors":[{"name":"Ada"},{"name":"Bo"}]',
    ],
    [
      "a guid is never taken for a permalink",
      "rss",
      { id: undefined },
      '<guid isPermaLink="true">https://x.example/1</guid>',
      { id: "https://x.example/1" },
      '<guid isPermaLink="false">https://x.example/1</guid>',
    ],
  ])("%s", (_, format, item, wrong, fields, right) => {
    expect(alone(format, item)).toContain(wrong);
    expect(ours(format, fields)).toContain(right);
    expect(ours(format, fields)).not.toContain(wrong);
  });
});

describe("what `feed` throws at is written", () => {
  it.each<[what: string, Format, Partial<Item>, Partial<Entry>, right: string]>([
    ["an id that is no URL", "atom", { id: "story 7" }, { id: "story 7" }, "<id>story 7</id>"],
    ["a link that is no URL", "rss", { link: "/brief" }, { url: "/brief" }, "<link>/brief</link>"],
    [
      "an author's link that is no URL",
      "atom",
      { author: [{ name: "Ada", link: "/ada" }] },
      { authors: [{ name: "Ada", url: "/ada" }] },
      "<author><name>Ada</name><uri>/ada</uri></author>",
    ],
    [
      "an enclosure that is no URL",
      "rss",
      { enclosure: { ...MP3, url: "/1.mp3" } },
      { attachments: [{ ...MP3, url: "/1.mp3" }] },
      '<enclosure url="/1.mp3" length="7" type="audio/mpeg"/>',
    ],
  ])("%s", (_, format, item, fields, right) => {
    expect(() => alone(format, item)).toThrow("Invalid URL");
    expect(ours(format, fields)).toContain(right);
  });
});

test("extensions have their namespaces declared, which `feed` leaves out", () => {
  const extensions = [{ name: "dcterms:modified", objects: { _text: "2026-03-01" } }];
  expect(alone("rss", { extensions })).not.toContain("xmlns:dcterms");
  expect(ours("rss", { modified: "2026-03-01T00:00:00Z" })).toContain('xmlns:dcterms="http://purl.org/dc/terms/"');
});

test("the style sheet is one of CSS, and not the XSL that `feed` says it is", () => {
  const writer = new FeedWriter({
    id: "tag:x",
    title: "T",
    copyright: "",
    link: "https://x.example/",
    stylesheet: "/x.css",
  });
  expect(writer.rss2()).toContain('<?xml-stylesheet href="/x.css" type="text/xsl"?>');
  expect(ours("rss", {}, { stylesheet: "/x.css" })).toContain('<?xml-stylesheet type="text/css" href="/x.css"?>');
});

test("bytes are not spent on indentation, which every poll would pay for", () => {
  for (const format of ["rss", "atom", "json"] as const) {
    expect(alone(format, {})).toMatch(/\n {8}/);
    expect(ours(format, { content_html: "<p>One line</p>" })).not.toContain("\n");
  }
});

test("a feed is not changed by rendering it, though `rss2()` changes the audio it is given", () => {
  const audio = { ...MP3, duration: 61 };
  const writer = new FeedWriter({ id: "tag:x", title: "T", copyright: "", podcast: true, link: "https://x.example/" });
  writer.addItem({ title: "In brief", link: "https://x.example/1", date: AT, audio });
  writer.rss2();
  expect(audio.duration).toBeUndefined();

  const feed: Feed = { ...bareFeed, entries: [{ ...bareEntry, attachments: [{ ...MP3, duration: 61 }] }] };
  const before = structuredClone(feed);
  render(feed);
  expect(feed).toEqual(before);
});
