import { describe, expect, it, test } from "vitest";
import { readWithLibrary } from "../../../src/verify/read/library.ts";
import type { Places, Reading } from "../../../src/verify/read/reading.ts";
import { growth, LINEAR } from "../../growth.ts";
import { present } from "./parsed.ts";

async function readingOf(format: "rss" | "atom", text: string): Promise<Reading> {
  const read = await readWithLibrary(format, text);
  if (read.status === "failed") throw new Error(read.reason);
  return read.reading;
}

const rss = (channel: string) =>
  readingOf(
    "rss",
    '<rss version="2.0" xmlns:atom="http://www.w3.org/2005/Atom" xmlns:dc="http://purl.org/dc/elements/1.1/" ' +
      `xmlns:content="http://purl.org/rss/1.0/modules/content/"><channel>${channel}</channel></rss>`,
  );
const atom = (feed: string) => readingOf("atom", `<feed xmlns="http://www.w3.org/2005/Atom">${feed}</feed>`);

test("a program built on rss-parser sees of an RSS document", async () => {
  const { feed, entries, unexpected } = await rss(`
    <title>t &amp; t</title><link>https://x.example/</link><description>d</description><language>en</language>
    <copyright>c</copyright><ttl>15</ttl><lastBuildDate>Sun, 01 Mar 2026 10:00:00 GMT</lastBuildDate>
    <atom:link href="https://x.example/rss" rel="self" type="application/rss+xml"/>
    <image><url>u</url><title>t</title><link>l</link><width>1</width><height>2</height></image>
    <item><title>it</title><link>il</link><guid isPermaLink="false">g</guid>
      <pubDate>Sun, 01 Mar 2026 08:00:00 GMT</pubDate><description>a &amp;amp; b</description>
      <content:encoded><![CDATA[<p>c</p>]]></content:encoded><dc:creator>A</dc:creator><dc:creator>B</dc:creator>
      <category>x</category><category>y</category><dc:rights>r</dc:rights>
      <enclosure url="e" length="7" type="a/b"/></item>`);
  expect(unexpected).toEqual([]);
  expect(feed).toEqual({
    title: "t & t",
    link: "https://x.example/",
    description: "d",
    language: "en",
    copyright: "c",
    ttl: "15",
    lastBuildDate: "2026-03-01T10:00:00.000Z",
    "atom:link[self]": "https://x.example/rss",
    "atom:link[1]": "https://x.example/rss",
    "image/url": "u",
    "image/title": "t",
    "image/link": "l",
    "image/width": "1",
    "image/height": "2",
  });
  expect(entries).toEqual([
    {
      id: "g",
      link: "il",
      title: "it",
      description: "a & b",
      "content:encoded": "<p>c</p>",
      pubDate: "2026-03-01T08:00:00.000Z",
      "dc:creator": ["A", "B"],
      category: ["x", "y"],
      "enclosure@url": "e",
      "enclosure@type": "a/b",
      "enclosure@length": "7",
      "dc:rights": "r",
    },
  ]);
});

test("a program built on rss-parser sees of an Atom document", async () => {
  const { feed, entries } = await atom(`
    <title>t</title><updated>2026-03-01T10:00:00Z</updated><link rel="alternate" href="h"/><link rel="self" href="s"/>
    <entry><id>i</id><title>it</title><link href="il"/><published>2026-03-01T08:00:00.000Z</published>
      <updated>2026-03-01T10:00:00Z</updated><summary>s</summary><content type="html">&lt;p></content>
      <author><name>A</name></author><author><name>B</name></author></entry>`);
  expect(feed).toEqual({
    title: "t",
    updated: "2026-03-01T10:00:00.000Z",
    "link[alternate]": "h",
    "link[self]": "s",
  });
  expect(entries).toEqual([
    {
      id: "i",
      "link[alternate]": "il",
      title: "it",
      summary: "s",
      content: "<p>",
      published: "2026-03-01T08:00:00.000Z",
      "author[1]/name": "A",
    },
  ]);
});

describe("where rss-parser sees less or otherwise than stands there, another reader has to prove it", () => {
  const sees = async (channel: string): Promise<Places> => present((await rss(channel)).entries[0]);

  it.each<[what: string, item: string, places: Places]>([
    ["the first of two titles", "<title>a</title><title>b</title>", { title: "a" }],
    ["the first of two enclosures", '<enclosure url="a"/><enclosure url="b"/>', { "enclosure@url": "a" }],
    ["no isPermaLink", '<guid isPermaLink="true">g</guid>', { id: "g" }],
    [
      "a category with a domain as an object",
      '<category domain="d">x</category>',
      {
        category: [{ _: "x", $: { domain: "d" } }],
      },
    ],
  ])("%s", async (_, item, places) => {
    expect(await sees(`<item>${item}</item>`)).toEqual(places);
  });

  it("the self link, and the first link whatever its rel", async () => {
    const { feed } = await rss('<atom:link rel="hub" href="h"/><atom:link rel="self" href="s"/>');
    expect(feed).toMatchObject({ "atom:link[self]": "s", "atom:link[1]": "h" });
  });

  it("no items at all", async () => {
    expect((await rss("<title>t</title>")).entries).toEqual([]);
  });
});

describe("a body with tags", () => {
  const rssBody = (html: string) => rss(`<item><content:encoded><![CDATA[${html}]]></content:encoded></item>`);
  const atomBody = (html: string) => atom(`<entry><content type="html"><![CDATA[${html}]]></content></entry>`);

  it("comes back as it stands, as does a description with tags, which holds no text alone", async () => {
    const html = "a<br>\nb &amp; c";
    expect(present((await rssBody(html)).entries[0])["content:encoded"]).toBe(html);
    expect(present((await atomBody(html)).entries[0]).content).toBe(html);
    const { entries } = await rss(`<item><title>1 &lt; 2</title><description><![CDATA[${html}]]></description></item>`);
    expect(present(entries[0])).toEqual({ title: "1 < 2", description: html });
  });

  it.each([
    ["RSS", rssBody],
    ["Atom", atomBody],
  ])("costs no more than its length in %s", async (_, read) => {
    // The library would look for a `>` without a newline after it from each of the tags.
    expect(await growth(read, "a<br>\n")).toBeLessThan(LINEAR);
  });
});

describe("where rss-parser fails, it is no exception", () => {
  it.each([
    ["nothing", "rss", ""],
    ["no feed", "rss", "<html/>"],
    ["not well-formed", "rss", "<rss"],
    [
      "Atom with one bad date",
      "atom",
      '<feed xmlns="http://www.w3.org/2005/Atom"><entry><published>x</published></entry></feed>',
    ],
    [
      "an Atom link without attributes",
      "atom",
      '<feed xmlns="http://www.w3.org/2005/Atom"><entry><link/></entry></feed>',
    ],
  ] as const)("%s", async (_, format, text) => {
    expect(await readWithLibrary(format, text)).toEqual({ status: "failed", reason: expect.stringMatching(/./) });
  });
});

test("lines and columns are not counted", async () => {
  const failed = await readWithLibrary("rss", "<rss>\n<channel></rss>");
  expect(failed).toEqual({ status: "failed", reason: expect.not.stringMatching(/Line: [1-9]/) });
});
