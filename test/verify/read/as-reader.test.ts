import { describe, expect, it } from "vitest";
import { readAsReader } from "../../../src/verify/read/as-reader.ts";

const read = async (text: string) => {
  const reading = await readAsReader(text);
  return reading.status === "read" ? reading.feed : reading.reason;
};

const RSS = `<?xml version="1.0"?><rss version="2.0" xmlns:content="http://purl.org/rss/1.0/modules/content/"
  xmlns:atom="http://www.w3.org/2005/Atom"><channel><title>Old</title><language>en-GB</language>
  <atom:link rel="self" href="https://a.example/feed"/><atom:link rel="prev-archive" href="https://a.example/archive/3"/>
  <item><guid isPermaLink="false"> https://a.example/?p=1 </guid><link>https://a.example/one</link><title>One &amp;#8211; first</title>
    <pubDate>Sat, 07 Mar 2026 10:00:00 +0100</pubDate><description>Short</description>
    <content:encoded><![CDATA[<p>The <b>whole</b> story.</p>]]></content:encoded>
    <enclosure url="https://a.example/1.mp3" type="audio/mpeg" length="1"/><enclosure url="https://a.example/2.mp3" type="audio/mpeg" length="1"/></item>
  <item><link>https://a.example/two</link><title>Two</title><pubDate>some day</pubDate></item>
  <item><title>Three</title><guid isPermaLink="false"/></item>
</channel></rss>`;

const ATOM = `<feed xmlns="http://www.w3.org/2005/Atom"><title>Old</title><link rel="prev-archive" href="https://a.example/a/1"/>
  <entry><id>tag:a.example,2026:1</id><link href="https://a.example/one"/><link rel="enclosure" href="https://a.example/1.mp3" type="audio/mpeg"/>
  <title type="html">A &amp;amp; B</title><published>2026-03-07T09:00:00Z</published><updated>2026-03-08T09:00:00Z</updated>
  <summary>S</summary><content type="html">&lt;p&gt;Text&lt;/p&gt;</content></entry></feed>`;

describe("a reader's eyes", () => {
  it("see RSS: by guid, else by link, else by title, and the whole story where there is one", async () =>
    expect(await read(RSS)).toEqual({
      ...{ format: "RSS", title: "Old", language: "en-GB", earlier: "https://a.example/archive/3" },
      items: [
        {
          ...{ id: "https://a.example/?p=1", link: "https://a.example/one", title: "One – first" },
          ...{ published: "2026-03-07T09:00:00.000Z", text: "The whole story." },
          enclosures: [1, 2].map((n) => ({ url: `https://a.example/${n}.mp3`, type: "audio/mpeg" })),
        },
        {
          id: "https://a.example/two",
          link: "https://a.example/two",
          title: "Two",
          published: null,
          text: "",
          enclosures: [],
        },
        { id: "Three", link: "", title: "Three", published: null, text: "", enclosures: [] },
      ],
    }));

  it("see Atom", async () =>
    expect(await read(ATOM)).toEqual({
      ...{ format: "Atom", title: "Old", language: undefined, earlier: "https://a.example/a/1" },
      items: [
        {
          ...{ id: "tag:a.example,2026:1", link: "https://a.example/one", title: "A & B", text: "Text" },
          ...{
            published: "2026-03-07T09:00:00.000Z",
            enclosures: [{ url: "https://a.example/1.mp3", type: "audio/mpeg" }],
          },
        },
      ],
    }));

  it("see RSS 1.0", async () =>
    expect(
      await read(
        `<rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#" xmlns="http://purl.org/rss/1.0/"><channel><title>Old</title></channel><item rdf:about="x"><title>T</title><link>https://a.example/t</link></item></rdf:RDF>`,
      ),
    ).toMatchObject({ format: "RSS", items: [{ id: "https://a.example/t" }] }));

  it("see JSON Feed", async () =>
    expect(
      await read(
        JSON.stringify({
          ...{ version: "https://jsonfeed.org/version/1.1", title: "Old", next_url: "https://a.example/2" },
          items: [
            {
              id: "1",
              url: "https://a.example/1",
              content_html: "<p>Text</p>",
              date_published: "2026-03-07T10:00:00+01:00",
            },
            { id: 2, title: "Two", attachments: [{ url: "https://a.example/1.mp3", mime_type: "audio/mpeg" }] },
          ],
        }),
      ),
    ).toEqual({
      ...{ format: "JSON Feed", title: "Old", language: undefined, earlier: "https://a.example/2" },
      items: [
        {
          id: "1",
          link: "https://a.example/1",
          title: "",
          published: "2026-03-07T09:00:00.000Z",
          text: "Text",
          enclosures: [],
        },
        {
          id: "2",
          link: "",
          title: "Two",
          published: null,
          text: "",
          enclosures: [{ url: "https://a.example/1.mp3", type: "audio/mpeg" }],
        },
      ],
    }));

  it.each([
    ["no feed", "<html><body>Not here</body></html>"],
    ["what is not well-formed", "<rss version='2.0'><channel><title>A & B</title></channel></rss>"],
    ["nothing", ""],
    ["other JSON", "{}"],
    ["broken JSON", "{"],
  ])("see nothing in %s, and say why", async (_, text) => expect(await read(text)).toMatch(/^\S.*$/));
});
