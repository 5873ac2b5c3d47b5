import { describe, expect, it } from "vitest";
import { readAtomStrictly } from "../../../src/verify/read/atom.ts";
import type { Places } from "../../../src/verify/read/reading.ts";
import { present, rootOf } from "./parsed.ts";

const NAMESPACE = 'xmlns="http://www.w3.org/2005/Atom"';
const feed = (content: string, attributes = "", instructions: string[] = []) =>
  readAtomStrictly(rootOf(`<feed ${NAMESPACE} ${attributes}>${content}</feed>`), instructions);
const entry = (content: string) => feed(`<entry>${content}</entry>`);

describe("a feed", () => {
  it("is read letter by letter, and nothing is left", () => {
    const reading = feed(
      `<id>i</id><title>t &amp; t</title><subtitle type="text">s</subtitle><updated>2026-03-01T10:00:00Z</updated>
       <rights>r</rights><logo>l</logo><icon>ic</icon><generator>g</generator>
       <link rel="alternate" href="h"/><link rel="self" type="application/atom+xml" href="s"/>
       <author><name>n</name><uri>u</uri></author><snf:logo><url>w</url></snf:logo>`,
      'xml:lang="en"',
      ['xml-stylesheet type="text/css" href="/x.css"'],
    );
    expect({ ...reading, feed: present(reading.feed) }).toEqual({
      feed: {
        "xml-stylesheet": "/x.css",
        id: "i",
        title: "t & t",
        subtitle: "s",
        updated: "2026-03-01T10:00:00.000Z",
        rights: "r",
        logo: "l",
        icon: "ic",
        "xml:lang": "en",
        "link[alternate]": "h",
        "link[self]": "s",
        "fh:archive": "0",
        "snf:logo/url": "w",
        "author/name": ["n"],
        "author/uri": ["u"],
      },
      entries: [],
      unexpected: [],
    });
  });

  it.each<[what: string, content: string, unexpected: object[]]>([
    ["a contributor", "<contributor/>", [{ field: "contributor", read: "<{http://www.w3.org/2005/Atom}contributor>" }]],
    ["a self link of another type", '<link rel="self" type="a/b" href="s"/>', [{ field: "link@type", read: "a/b" }]],
    ["the language of a link", '<link href="h" hreflang="de"/>', [{ field: "link@hreflang", read: "de" }]],
    [
      "an author's address",
      "<author><email>e</email></author>",
      [{ field: "email", read: "<{http://www.w3.org/2005/Atom}email>e" }],
    ],
  ])("leaves over %s", (_, content, unexpected) => {
    expect(feed(content).unexpected).toEqual(unexpected);
  });

  it("of another namespace is none (Namespaces in XML 1.0 §2.3)", () => {
    expect(readAtomStrictly(rootOf("<feed/>"), [])).toEqual({
      feed: {},
      entries: [],
      unexpected: [{ field: "document", read: "<feed>" }],
    });
  });
});

describe("an entry", () => {
  it("is read letter by letter, and nothing is left", () => {
    const { entries, unexpected } = entry(
      `<id>i</id><link href="h"/><title>t</title><summary>s</summary><content type="html">&lt;p></content>
       <published>2026-03-01T08:00:00.000Z</published><updated>2026-03-01T10:00:00.250001Z</updated><rights>r</rights>
       <category term="x"/><category term="y"/><link rel="via" href="v" title="V"/>
       <author><name>A</name><email>e</email></author><author><name>B</name><uri>u</uri></author>
       <mi:shortTitle>st</mi:shortTitle><dcterms:valid>d</dcterms:valid><media:status state="deleted"/>`,
    );
    expect(unexpected).toEqual([]);
    expect(entries.map(present)).toEqual([
      {
        id: "i",
        "link[alternate]": "h",
        title: "t",
        summary: "s",
        content: "<p>",
        published: "2026-03-01T08:00:00.000Z",
        updated: "2026-03-01T10:00:00.250Z",
        rights: "r",
        "category@term": ["x", "y"],
        "link[via]@href": ["v"],
        "link[via]@title": ["V"],
        "author/name": ["A", "B"],
        "author/uri": [undefined, "u"],
        "author/email": ["e", undefined],
        "mi:shortTitle": "st",
        "dcterms:valid": "d",
        "media:status@state": "deleted",
      },
    ]);
  });

  it.each<[what: string, content: string, places: Places]>([
    [
      "a title that says it is HTML is no text (RFC 4287 §3.1.1)",
      '<title type="html">t</title>',
      { title: { type: "html", text: "t" } },
    ],
    [
      "content that says it is text, or nothing, is no HTML",
      "<content>c</content>",
      { content: { type: undefined, text: "c" } },
    ],
    ["a link without rel is an alternate (RFC 4287 §4.2.7.2)", '<link href="h"/>', { "link[alternate]": "h" }],
    [
      "two alternates are a list",
      '<link href="a"/><link rel="alternate" href="b"/>',
      { "link[alternate]": ["a", "b"] },
    ],
    ["a credit without an address is a dc:source", "<dc:source>S</dc:source>", { "link[via]@title": ["S"] }],
    ["a date that is none stays as it is", "<updated>1 March</updated>", { updated: "1 March" }],
  ])("%s", (_, content, places) => {
    expect(present(entry(content).entries[0])).toEqual(places);
  });

  it("has as many enclosures of pictures, the first ones, as Media RSS says", () => {
    const enclosure = (name: string) => `<link rel="enclosure" href="${name}" type="a/b" length="7" title="${name}"/>`;
    const { entries, unexpected } = entry(
      `${enclosure("1")}${enclosure("2")}${enclosure("3")}<media:content medium="image"/><media:content medium="image"/>`,
    );
    expect(unexpected).toEqual([]);
    expect(entries[0]).toMatchObject({
      "link[enclosure image]@href": ["1", "2"],
      "link[enclosure image]@type": ["a/b", "a/b"],
      "link[enclosure image]@length": ["7", "7"],
      "link[enclosure image]@title": ["1", "2"],
      "link[enclosure file]@href": ["3"],
      "link[enclosure file]@type": ["a/b"],
      "link[enclosure file]@length": ["7"],
      "link[enclosure file]@title": ["3"],
    });
  });

  it("has the feed's language, unless it has one of its own", () => {
    const { entries } = feed('<entry/><entry xml:lang="de"/>', 'xml:lang="en"');
    expect(entries.map((places) => places["xml:lang"])).toEqual(["en", "de"]);
  });

  it("tells of what it leaves over by its id", () => {
    expect(entry('<id>i</id><category term="x" label="X"/>').unexpected).toEqual([
      { entry: "i", field: "category@label", read: "X" },
    ]);
  });
});

describe("a tombstone (RFC 6721 §3)", () => {
  it("is read after all entries, wherever it stands", () => {
    const { entries, unexpected } = feed(
      '<at:deleted-entry ref="a" when="2026-03-01T09:30:00Z"><at:comment>c</at:comment></at:deleted-entry>' +
        "<entry><id>b</id></entry>",
    );
    expect(unexpected).toEqual([]);
    expect(entries.map(present)).toEqual([
      { id: "b" },
      { id: "a", "deleted-entry@when": "2026-03-01T09:30:00.000Z", "deleted-entry/comment": "c" },
    ]);
  });

  it("leaves over who deleted it, by its id", () => {
    expect(feed('<at:deleted-entry ref="a" when="x"><at:by/></at:deleted-entry>').unexpected).toEqual([
      { entry: "a", field: "by", read: "<{http://purl.org/atompub/tombstones/1.0}by>" },
    ]);
  });

  it("without a date has an empty one, which equals none that is stored", () => {
    expect(present(feed('<at:deleted-entry ref="a"/>').entries[0])).toEqual({ id: "a", "deleted-entry@when": "" });
  });
});
