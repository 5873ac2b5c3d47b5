import { describe, expect, it } from "vitest";
import type { Entry } from "../../../src/feed/feed.ts";
import { renderRss } from "../../../src/render/rss.ts";
import { bareEntry } from "../../verify/sample.ts";
import { entryText } from "../texts.ts";

const HEAD =
  "<title>In brief</title><link>https://gazette.example/2026/brief</link>" +
  '<guid isPermaLink="false">https://old.example/?p=7</guid><pubDate>Sat, 28 Feb 2026 08:00:00 GMT</pubDate>';
const SUMMARY = "<description><![CDATA[In brief]]></description>";
const UPDATED = "<atom:updated>2026-02-28T08:00:00Z</atom:updated>";

const item = (fields: Partial<Entry>): string => entryText(renderRss, fields);

describe("an RSS item", () => {
  it("with nothing optional holds what readers need, and no empty element", () => {
    expect(item({})).toBe(`<item>${HEAD}${SUMMARY}${UPDATED}</item>`);
  });

  it.each<[what: string, fields: Partial<Entry>, elements: string]>([
    [
      "one dc:creator an author, names only",
      { authors: [{ name: "Ada" }, { name: "Bo & Co" }] },
      "<dc:creator>Ada</dc:creator><dc:creator>Bo &#x26; Co</dc:creator>",
    ],
    [
      "all authors once more as Atom persons where one has an address, the first as author, the others as contributors",
      {
        authors: [
          { name: "Ada" },
          { name: "Bo", url: "https://bo.example/?a&b" },
          { name: "Cy", email: "cy@x.example" },
        ],
      },
      "<dc:creator>Ada</dc:creator><dc:creator>Bo</dc:creator><dc:creator>Cy</dc:creator>" +
        "<atom:author><atom:name>Ada</atom:name></atom:author>" +
        "<atom:contributor><atom:name>Bo</atom:name><atom:uri>https://bo.example/?a&#x26;b</atom:uri></atom:contributor>" +
        "<atom:contributor><atom:name>Cy</atom:name><atom:email>cy@x.example</atom:email></atom:contributor>",
    ],
    [
      "Atom persons for an e-mail address alone",
      { authors: [{ name: "Cy", email: "cy@x.example" }] },
      "<dc:creator>Cy</dc:creator>" +
        "<atom:author><atom:name>Cy</atom:name><atom:email>cy@x.example</atom:email></atom:author>",
    ],
    [
      "a category each, in order",
      { categories: ["News", "R&B"], section: "News" },
      "<category>News</category><category>R&#x26;B</category>",
    ],
    [
      "a source with the address of whom it is credited to",
      { credit: { name: "Wire & Co", url: "https://wire.example/?a&b" } },
      '<source url="https://wire.example/?a&#x26;b">Wire &#x26; Co</source>',
    ],
    [
      "a dc:source where the credit has no address, which RSS 2.0 requires of source",
      { credit: { name: "Wire & Co" } },
      "<dc:source>Wire &#x26; Co</dc:source>",
    ],
    ["its rights", { rights: "© <us>" }, "<dc:rights>© &#x3C;us&#x3E;</dc:rights>"],
    [
      "when it was modified, for partners that look there",
      { modified: "2026-03-01T10:00:00.250Z" },
      "<dcterms:modified>2026-03-01T10:00:00.250Z</dcterms:modified>",
    ],
    [
      "until when it may be shown, and its short title",
      { expires: "2026-04-01T00:00:00Z", short_title: "Short & sweet" },
      "<dcterms:valid>end=2026-04-01T00:00:00Z; scheme=W3C-DTF</dcterms:valid>" +
        "<mi:shortTitle>Short &#x26; sweet</mi:shortTitle>",
    ],
    [
      "that it was taken back: valid and modified both say when, whatever else is stored",
      { deleted: { at: "2026-03-01T09:30:00Z" }, modified: "2026-01-01T00:00:00Z", expires: "2027-01-01T00:00:00Z" },
      "<dcterms:modified>2026-03-01T09:30:00Z</dcterms:modified>" +
        "<dcterms:valid>end=2026-03-01T09:30:00Z; scheme=W3C-DTF</dcterms:valid>",
    ],
    ["its status", { status: "deleted" }, '<media:status state="deleted"/>'],
    [
      "the first picture as its enclosure where there is no attachment, of length 0 where none is known",
      { images: [{ url: "https://x.example/1.png", type: "image/png" }] },
      '<enclosure url="https://x.example/1.png" length="0" type="image/png"/>' +
        '<media:content url="https://x.example/1.png" type="image/png" medium="image"/>',
    ],
    [
      "the first attachment as its one enclosure, and all files as Media RSS, pictures first",
      {
        attachments: [
          { url: "https://x.example/1.mp3", type: "audio/mpeg", length: 7 },
          { url: "https://x.example/2.mp3", type: "audio/mpeg" },
        ],
        images: [{ url: "https://x.example/1.png", type: "image/png" }],
      },
      '<enclosure url="https://x.example/1.mp3" length="7" type="audio/mpeg"/>' +
        '<media:content url="https://x.example/1.png" type="image/png" medium="image"/>' +
        '<media:content url="https://x.example/1.mp3" type="audio/mpeg" fileSize="7"/>' +
        '<media:content url="https://x.example/2.mp3" type="audio/mpeg"/>',
    ],
  ])("holds %s", (_, fields, elements) => {
    expect(item(fields)).toBe(`<item>${HEAD}${SUMMARY}${UPDATED}${elements}</item>`);
  });

  it("names its language where it is not the feed's", () => {
    expect(item({ language: "fr-CA" })).toBe(`<item xml:lang="fr-CA">${HEAD}${SUMMARY}${UPDATED}</item>`);
  });

  it("has its body after the description, which is there though it is empty", () => {
    expect(item({ content_html: "<p>Ships &#x26; boats</p>", summary: undefined })).toBe(
      `<item>${HEAD}<description><![CDATA[]]></description>` +
        `<content:encoded><![CDATA[<p>Ships &#x26; boats</p>]]></content:encoded>${UPDATED}</item>`,
    );
  });

  it("has whole seconds in pubDate (RFC 822 §5), and the stored instant in atom:updated", () => {
    expect(item({ published: "2026-02-28T08:00:00.999Z", updated: "2026-03-01T10:00:00.250Z" })).toBe(
      `<item>${HEAD}${SUMMARY}<atom:updated>2026-03-01T10:00:00.250Z</atom:updated></item>`,
    );
  });

  it("does not say what RSS has no element for: section and corrections", () => {
    const corrections = [{ at: "2026-03-01T00:00:00Z", note: "Second." }];
    expect(item({ section: "News", corrections })).toBe(item({}));
  });
});

describe("RSS escapes text", () => {
  it.each<[what: string, text: string, title: string, description: string]>([
    ["ampersands", "S&P", "S&#x26;P", "S&amp;P"],
    ["what looks like markup", "<b>x</b>", "&#x3C;b&#x3E;x&#x3C;/b&#x3E;", "&lt;b&gt;x&lt;/b&gt;"],
    ["what looks like a reference", "&amp; &copy;", "&#x26;amp; &#x26;copy;", "&amp;amp; &amp;copy;"],
    ["the end of a CDATA section", "a]]>b", "a]]&#x3E;b", "a]]&gt;b"],
    ["quotes", `"it's"`, "&#x22;it's&#x22;", `"it's"`],
    ["the letters of a slot", "urn:slot:0;", "urn:slot:0;", "urn:slot:0;"],
    ["replacement patterns", "$& $1 $$", "$&#x26; $1 $$", "$&amp; $1 $$"],
  ])("once in title, and as HTML in description: %s", (_, text, title, description) => {
    expect(item({ title: text, summary: text })).toBe(
      `<item>${HEAD.replace("In brief", () => title)}` +
        `<description><![CDATA[${description}]]></description>${UPDATED}</item>`,
    );
  });

  it("in every field that holds text", () => {
    const text = `<a href="x">&amp;</a>`;
    const rendered = item({
      ...bareEntry,
      id: text,
      url: text,
      title: text,
      authors: [{ name: text, url: text, email: text }],
      categories: [text],
      credit: { name: text, url: text },
      rights: text,
      images: [{ url: text, type: text, caption: text, credit: text, license_id: text, licensor: text }],
      attachments: [{ url: text, type: text }],
      short_title: text,
    });
    const escaped = "&#x3C;a href=&#x22;x&#x22;&#x3E;&#x26;amp;&#x3C;/a&#x3E;";
    expect(rendered).not.toContain(text);
    // Twelve elements and attributes of the item's own, two of its enclosure, eight of Media RSS.
    expect(rendered.split(escaped)).toHaveLength(12 + 2 + 8 + 1);
  });
});
