import { describe, expect, it } from "vitest";
import type { Draft } from "../../../src/import/draft.ts";
import { readAtom } from "../../../src/import/feeds/atom.ts";
import { atom, xml } from "../helpers.ts";

const plain = (value: unknown) => JSON.parse(JSON.stringify(value)) as unknown;

function entryOf(inner: string, feed = ""): Draft {
  const { drafts } = readAtom(xml(atom(inner, feed)));
  const [draft] = drafts;
  if (!draft || drafts.length > 1) throw new Error("one entry was expected");
  return draft;
}

const NAMESPACES =
  'xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:media="http://search.yahoo.com/mrss/" xmlns:thr="http://purl.org/syndication/thread/1.0"';

describe("a feed", () => {
  it("says what holds for all of its entries", () => {
    const { facts, skipped, notes } = readAtom(
      xml(`<feed xmlns="http://www.w3.org/2005/Atom" xml:lang="en" xml:base="https://gazette.example/x/"><title type="html">The &lt;b&gt;Gazette&lt;/b&gt;</title>
        <id>urn:feed</id><link href="news"/><link rel="self" href="https://gazette.example/feed"/><rights>© 2026</rights>
        <author><name>Jane</name></author></feed>`),
    );
    expect(facts).toEqual({
      title: "The Gazette",
      home: "https://gazette.example/x/news",
      base: "https://gazette.example/feed",
      authors: [{ name: "Jane", url: undefined, email: undefined }],
      language: "en",
      rights: "© 2026",
    });
    expect([skipped, notes]).toEqual([[], []]);
  });

  it.each([
    [
      "its page, where it has no self link",
      '<link href="https://gazette.example/news"/>',
      "https://gazette.example/news",
    ],
    [
      "its id, where that is all that is absolute",
      '<link href="news"/><id>https://gazette.example/id</id>',
      "https://gazette.example/id",
    ],
    ["nothing, where all is relative", '<link rel="self" href="feed"/><id>urn:feed</id>', undefined],
  ])("its addresses resolve against %s", (_, inner, base) => {
    expect(readAtom(xml(`<feed xmlns="http://www.w3.org/2005/Atom">${inner}</feed>`)).facts.base).toBe(base);
  });

  it("that is empty says nothing", () => {
    expect(plain(readAtom(xml('<feed xmlns="http://www.w3.org/2005/Atom"/>')))).toEqual({
      facts: { authors: [] },
      drafts: [],
      skipped: [],
      notes: [],
    });
  });

  it("names its entries by their place", () => {
    const { drafts } = readAtom(
      xml('<feed xmlns="http://www.w3.org/2005/Atom"><entry/><title>G</title><entry/></feed>'),
    );
    expect(drafts.map(({ where }) => where)).toEqual(["entry 1", "entry 2"]);
  });

  it("RFC 4287 §2: a lone entry is a document, too", () => {
    const { drafts } = readAtom(
      xml('<entry xmlns="http://www.w3.org/2005/Atom"><id>urn:1</id><title>A</title></entry>'),
    );
    expect(drafts).toMatchObject([{ where: "entry 1", guid: "urn:1", title: { type: "text", value: "A" } }]);
  });

  it("of version 0.3 is read under its old names", () => {
    const { facts, drafts } = readAtom(
      xml(`<feed version="0.3" xmlns="http://purl.org/atom/ns#"><title>G</title><copyright>© G</copyright><modified>2004-01-02</modified>
        <entry><id>urn:1</id><issued>2004-01-01</issued><modified>2004-01-02</modified><author><name>Jane</name><url>https://g.example/jane</url></author></entry></feed>`),
    );
    expect(facts).toMatchObject({ rights: "© G" });
    expect(drafts).toMatchObject([
      {
        guid: "urn:1",
        published: "2004-01-01",
        updated: "2004-01-02",
        authors: [{ name: "Jane", url: "https://g.example/jane" }],
      },
    ]);
  });
});

describe("an entry", () => {
  it("becomes a draft, whole", () => {
    const draft = entryOf(
      `<id> urn:1 </id><title>A</title><link href="https://gazette.example/a"/><summary>S</summary><content type="html" xml:lang="de" xml:base="/x/">&lt;p&gt;C&lt;/p&gt;</content>
       <author><name>Jane</name></author><category term="sea" label="The Sea"/><published>2026-03-01T00:00:00Z</published><updated>2026-03-02T00:00:00Z</updated>
       <rights>© J</rights><link rel="enclosure" href="https://gazette.example/a.mp3" type="audio/mpeg" length="9"/>`,
    );
    expect(plain(draft)).toEqual({
      where: "entry 1",
      guid: "urn:1",
      link: "https://gazette.example/a",
      base: [],
      bodyBase: ["/x/"],
      title: { type: "text", value: "A" },
      content: { type: "html", value: "<p>C</p>" },
      description: { type: "text", value: "S" },
      authors: [{ name: "Jane" }],
      tags: ["sea"],
      language: "de",
      media: [{ url: "https://gazette.example/a.mp3", type: "audio/mpeg", length: 9 }],
      rights: "© J",
      published: "2026-03-01T00:00:00Z",
      updated: "2026-03-02T00:00:00Z",
      notes: [],
    });
  });

  it("that says nothing is empty", () => {
    expect(plain(entryOf(""))).toEqual({ where: "entry 1", base: [], authors: [], tags: [], media: [], notes: [] });
  });

  it("keeps its xml:base for whoever decides its addresses", () => {
    const draft = readAtom(
      xml(
        '<feed xmlns="http://www.w3.org/2005/Atom" xml:base="https://g.example/"><entry xml:base="x/"><link href="a"/></entry></feed>',
      ),
    ).drafts[0];
    expect(draft).toMatchObject({ base: ["https://g.example/", "x/"], link: "https://g.example/x/a" });
  });
});

describe("an entry's authors (RFC 4287 §4.2.1)", () => {
  const person = (name: string) => `<author><name>${name}</name></author>`;
  it.each([
    ["its own", `${person("Jane")}<source>${person("Ann")}</source>`, ["Jane"]],
    ["its source's, where it has none", `<source>${person("Ann")}</source>`, ["Ann"]],
    [
      "Dublin Core's with its source's",
      `<dc:creator ${NAMESPACES}>John</dc:creator><source>${person("Ann")}</source>`,
      ["John", "Ann"],
    ],
    ["none: its feed's are added when all formats are decided", "", []],
  ])("%s", (_, inner, names) => {
    expect(entryOf(inner, person("Feed")).authors.map(({ name }) => name)).toEqual(names);
  });
});

describe("an entry's tags (RFC 4287 §4.2.2)", () => {
  it("are terms; a label only where there is no term", () => {
    expect(
      entryOf(
        `<category term="t" label="Label"/><category label="Only label"/><category/><dc:subject ${NAMESPACES}>s</dc:subject>`,
      ).tags,
    ).toEqual(["t", "Only label", "", "s"]);
  });
});

describe("an entry's source (RFC 4287 §4.2.11)", () => {
  it.each([
    [
      '<source><title>The\n Wire</title><link href="https://wire.example/"/></source>',
      { name: "The Wire", url: "https://wire.example/" },
    ],
    ["<source><title>The Wire</title></source>", { name: "The Wire", url: undefined }],
    ["<source><id>urn:wire</id></source>", undefined],
    ["", undefined],
  ])("%j is the credit %j", (inner, credit) => {
    expect(entryOf(inner).credit).toEqual(credit);
  });
});

describe("content that stands elsewhere (RFC 4287 §4.1.3.2)", () => {
  it("is the page, where there is no other", () => {
    const draft = entryOf('<content src="https://g.example/a.pdf" type="application/pdf"/>');
    expect([draft.link, draft.media]).toEqual(["https://g.example/a.pdf", []]);
  });

  it("is a file beside the page, where there is one", () => {
    const draft = entryOf(
      '<link href="https://g.example/a"/><content src="https://g.example/a.pdf" type="application/pdf"/>',
    );
    expect([draft.link, draft.media]).toEqual([
      "https://g.example/a",
      [{ url: "https://g.example/a.pdf", type: "application/pdf" }],
    ]);
  });
});

describe("a video's entry", () => {
  it("has its description as its text, line by line, and a thumbnail", () => {
    const draft = entryOf(
      `<media:group ${NAMESPACES}><media:title>V</media:title><media:description>One &lt;b&gt;\nTwo</media:description><media:thumbnail url="https://g.example/t.jpg"/></media:group>`,
    );
    expect(draft).toMatchObject({
      content: { type: "text", value: "One <b>\nTwo" },
      media: [{ url: "https://g.example/t.jpg", medium: "image" }],
    });
  });

  it("keeps content of its own", () => {
    expect(
      entryOf(`<content>Own</content><media:group ${NAMESPACES}><media:description>D</media:description></media:group>`)
        .content,
    ).toEqual({
      type: "text",
      value: "Own",
    });
  });
});

describe("what an entry says more", () => {
  it.each([
    [
      "links of other relations",
      '<link href="a"/><link rel="related" href="b"/><link rel="replies" href="c"/>',
      ["atom:link rel=related is left out", "atom:link rel=replies is left out"],
    ],
    [
      "a second page",
      '<link href="a"/><link href="b"/><link href="c"/>',
      ["a second atom:link rel=alternate is left out"],
    ],
    [
      "elements that an article has no room for",
      `<thr:total ${NAMESPACES}>3</thr:total><contributor><name>John</name></contributor>`,
      ["thr:total is left out", "atom:contributor is left out"],
    ],
    ["content that is no text", '<content type="image/png">AAAA</content>', ["content of type image/png is left out"]],
  ])("is noted: %s", (_, inner, notes) => {
    expect(entryOf(inner).notes).toEqual(notes);
  });

  it("is missing where the document ends, which is noted", () => {
    const { drafts } = readAtom(
      xml('<feed xmlns="http://www.w3.org/2005/Atom"><entry><title>A</title></entry><entry><title>B'),
    );
    expect(drafts.map(({ notes }) => notes)).toEqual([
      [],
      ["the document ends inside it: the rest of its text is missing"],
    ]);
  });
});
