import { describe, expect, it } from "vitest";
import type { Draft, FeedDraft } from "../../../src/import/draft.ts";
import { readRdf, readRss } from "../../../src/import/feeds/rss.ts";
import { rss, xml } from "../helpers.ts";

const plain = (value: unknown) => JSON.parse(JSON.stringify(value)) as unknown;

function onlyDraft({ drafts, skipped }: FeedDraft): Draft {
  const [draft] = drafts;
  if (!draft || drafts.length + skipped.length > 1) throw new Error("one item was expected");
  return draft;
}

const itemOf = (inner: string): Draft => onlyDraft(readRss(xml(rss(inner))));

describe("a channel", () => {
  it("says what holds for all of its items", () => {
    const { facts } = readRss(
      xml(
        rss(
          "",
          `<atom:link xmlns:atom="http://www.w3.org/2005/Atom" rel="self" href="https://gazette.example/feed"/><language>en-GB</language>
           <copyright>&amp;copy; 2026</copyright><lastBuildDate>Mon, 02 Mar 2026 00:00:00 GMT</lastBuildDate>`,
        ),
      ),
    );
    expect(facts).toEqual({
      title: "The Gazette",
      home: "https://gazette.example/",
      base: "https://gazette.example/feed",
      authors: [],
      language: "en-GB",
      rights: "© 2026",
    });
  });

  it("that says nothing says nothing", () => {
    expect(plain(readRss(xml("<rss><channel/></rss>")))).toEqual({
      facts: { authors: [] },
      drafts: [],
      skipped: [],
      notes: [],
    });
  });

  it.each([
    [
      "Dublin Core's language and rights count",
      "<dc:language>de</dc:language><dc:rights>R</dc:rights>",
      { language: "de", rights: "R" },
    ],
    [
      "a self link says where the feed is, the first link is for people",
      '<a:link xmlns:a="http://www.w3.org/2005/Atom" rel="self" href="f"/>',
      { home: "https://gazette.example/", base: "f" },
    ],
    ["a hub is neither", '<a:link xmlns:a="http://www.w3.org/2005/Atom" rel="hub" href="h"/>', { base: undefined }],
  ])("%s", (_, inner, expected) => {
    expect(readRss(xml(rss("", inner))).facts).toMatchObject(expected);
  });

  it("has its title from Dublin Core where it has no other", () => {
    const dc = 'xmlns:dc="http://purl.org/dc/elements/1.1/"';
    expect(readRss(xml(`<rss ${dc}><channel><dc:title>A</dc:title></channel></rss>`)).facts.title).toBe("A");
  });

  it("has its language from xml:lang where it names none", () => {
    expect(readRss(xml('<rss xml:lang="fr"><channel/></rss>')).facts.language).toBe("fr");
  });
});

describe("where items stand", () => {
  const titles = ({ drafts }: FeedDraft) => drafts.map(({ where, title }) => `${where}: ${title?.value}`);

  it("in the channel, in the document's order", () => {
    expect(
      titles(readRss(xml("<rss><channel><item><title>A</title></item><item><title>B</title></item></channel></rss>"))),
    ).toEqual(["item 1: A", "item 2: B"]);
  });

  it("beside the channel, as some RSS has them", () => {
    expect(titles(readRss(xml("<rss><channel/><item><title>A</title></item></rss>")))).toEqual(["item 1: A"]);
  });

  it("in a channel that is the root itself", () => {
    expect(titles(readRss(xml("<channel><item><title>A</title></item></channel>")))).toEqual(["item 1: A"]);
  });

  it("beside the channel in RSS 1.0, and within it in 0.90's imitations", () => {
    const rdf = (inner: string) =>
      `<rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#" xmlns="http://purl.org/rss/1.0/">${inner}</rdf:RDF>`;
    expect(titles(readRdf(xml(rdf("<channel/><item><title>A</title></item>"))))).toEqual(["item 1: A"]);
    expect(titles(readRdf(xml(rdf("<channel><item><title>A</title></item></channel>"))))).toEqual(["item 1: A"]);
  });
});

describe("an item's id", () => {
  it.each([
    ["<guid> tag:g.example,2026:1 </guid>", "tag:g.example,2026:1"],
    ["<guid>two\nlines</guid>", "two lines"],
    ["<guid> </guid>", undefined],
    ["<guid isPermaLink='true'/>", undefined],
    ["<title>A</title>", undefined],
  ])("%j is %j", (inner, guid) => {
    expect(itemOf(inner).guid).toBe(guid);
  });

  it("is rdf:about in RSS 1.0 alone", () => {
    const item = `<item rdf:about="https://g.example/1"><guid>2</guid></item>`;
    const root = `xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#"`;
    expect(onlyDraft(readRdf(xml(`<rdf:RDF ${root}>${item}</rdf:RDF>`))).guid).toBe("https://g.example/1");
    expect(onlyDraft(readRss(xml(`<rss ${root}>${item}</rss>`))).guid).toBe("2");
    expect(onlyDraft(readRdf(xml(`<rdf:RDF ${root}><item><guid>2</guid></item></rdf:RDF>`))).guid).toBe("2");
  });
});

describe("an item's texts", () => {
  it.each([
    ["its title", "<title>A</title><itunes:title>B</itunes:title>", { title: { type: "text", value: "A" } }],
    [
      "a podcast's title where there is no other",
      "<itunes:title>B</itunes:title>",
      { title: { type: "text", value: "B" } },
    ],
    ["an empty title gives way", "<title/><dc:title>C</dc:title>", { title: { type: "text", value: "C" } }],
    [
      "content:encoded is the whole text",
      "<content:encoded>&lt;p&gt;a&lt;/p&gt;</content:encoded>",
      { content: { type: "html", value: "<p>a</p>" } },
    ],
    [
      "XHTML is, where that is missing",
      '<body xmlns="http://www.w3.org/1999/xhtml"><p>a</p></body>',
      { content: { type: "html", value: "<p>a</p>" } },
    ],
    ["so is a body without its namespace", "<body><p>a</p></body>", { content: { type: "html", value: "<p>a</p>" } }],
    ["so is a fullitem", "<fullitem>&lt;p&gt;a&lt;/p&gt;</fullitem>", { content: { type: "html", value: "<p>a</p>" } }],
    [
      "beside a summary, the description is the whole text",
      "<summary>b</summary><description>a</description>",
      { description: { type: "text", value: "b" }, content: { type: "text", value: "a" } },
    ],
    [
      "what repeats the description is no summary",
      "<summary>a</summary><description>a</description>",
      { description: { type: "text", value: "a" }, content: undefined },
    ],
    [
      "the description before any other short text",
      "<itunes:summary>b</itunes:summary><description>a</description>",
      { description: { type: "text", value: "a" } },
    ],
    [
      "a podcast's subtitle last of all",
      "<itunes:subtitle>c</itunes:subtitle><itunes:summary>b</itunes:summary>",
      { description: { type: "text", value: "b" } },
    ],
    [
      "a video's description where there is no other",
      "<media:group><media:description>1 &lt; 2\n3</media:description></media:group>",
      { description: { type: "text", value: "1 < 2\n3" } },
    ],
  ])("%s", (_, inner, expected) => {
    expect(itemOf(inner)).toMatchObject(expected);
  });
});

describe("an item's link", () => {
  const atom = 'xmlns:atom="http://www.w3.org/2005/Atom"';
  it.each([
    ["<link> https://g.example/a </link>", "https://g.example/a"],
    [`<link/><atom:link ${atom} href="https://g.example/b"/>`, "https://g.example/b"],
    [
      `<atom:link ${atom} rel="alternate" href="https://g.example/b"/><link>https://g.example/a</link>`,
      "https://g.example/a",
    ],
    [`<atom:link ${atom} rel="replies" href="https://g.example/c"/>`, undefined],
    ["<guid>https://g.example/g</guid>", undefined],
  ])("%j is %j", (inner, link) => {
    expect(itemOf(inner).link).toBe(link);
  });
});

describe("an item's people", () => {
  it.each([
    [
      "each name once, with the last that is known of it",
      "<dc:creator>Jane</dc:creator><author>jane@g.example (Jane)</author>",
      [{ name: "Jane", email: "jane@g.example" }],
    ],
    ["names that were escaped twice", "<dc:creator>Jane &amp;amp; John</dc:creator>", [{ name: "Jane & John" }]],
    [
      "a podcast's only where there are no others",
      "<itunes:author>The Show</itunes:author><dc:creator>Jane</dc:creator>",
      [{ name: "Jane" }],
    ],
    [
      "a podcast's where they are all that there is",
      "<dc:creator/><itunes:author>The Show</itunes:author>",
      [{ name: "The Show" }],
    ],
    ["names in markup", '<author>By <a href="/jane">Jane Doe</a></author>', [{ name: "Jane Doe" }]],
    ["Dublin Core's author", "<dc:author>Jane</dc:author>", [{ name: "Jane" }]],
    ["nobody", "<author> </author>", []],
  ])("%s", (_, inner, authors) => {
    expect(itemOf(inner).authors).toEqual(authors);
  });
});

describe("an item's tags", () => {
  it("are its categories and subjects, then its keywords", () => {
    expect(
      itemOf(
        "<itunes:keywords>sea, storm</itunes:keywords><category>R&amp;amp;D</category><dc:subject>Ferries</dc:subject><media:keywords>boats</media:keywords>",
      ).tags,
    ).toEqual(["R&D", "Ferries", "sea", "storm", "boats"]);
  });

  it("are a podcast's and a picture's categories, too", () => {
    expect(
      itemOf(
        '<itunes:category text="Technology"><itunes:category text="Gadgets"/></itunes:category><media:category label="Ships">boats</media:category><media:category label="Sea"/><tags>one, two</tags>',
      ).tags,
    ).toEqual(["Technology", "Gadgets", "boats", "Sea", "one", "two"]);
  });

  it("are read from the attribute of an old podcast's keywords", () => {
    expect(itemOf('<itunes:keywords text="sea,storm"/>').tags).toEqual(["sea", "storm"]);
  });
});

describe("an item's language", () => {
  it.each([
    ['<content:encoded xml:lang="de">a</content:encoded><title xml:lang="fr">A</title>', "de"],
    ['<description xml:lang="de">a</description>', "de"],
    ['<dc:language>en</dc:language><description xml:lang="de">a</description>', "en"],
  ])("%j is %j", (inner, language) => {
    expect(itemOf(inner).language).toBe(language);
  });
});

describe("an item's credit", () => {
  it.each([
    [
      '<source url="https://wire.example/feed"> The Wire </source>',
      { name: "The Wire", url: "https://wire.example/feed" },
    ],
    ["<dc:source>The Wire</dc:source>", { name: "The Wire", url: undefined }],
    // RSS 2.0 asks for the name; an address alone is nothing to show.
    ['<source url="https://wire.example/feed"/>', undefined],
    ["", undefined],
  ])("%j is %j", (inner, credit) => {
    expect(itemOf(inner).credit).toEqual(credit);
  });
});

describe("an item's dates", () => {
  it.each([
    ["<pubDate>a</pubDate><dc:date>b</dc:date>", { published: "a", updated: undefined }],
    ["<PubDate>a</PubDate>", { published: "a" }],
    ["<dc:date>b</dc:date>", { published: "b" }],
    [
      '<prism:publicationDate xmlns:prism="http://prismstandard.org/namespaces/basic/2.0/">c</prism:publicationDate>',
      { published: "c" },
    ],
    [
      '<pubDate>a</pubDate><m:modified xmlns:m="http://purl.org/dc/terms/">d</m:modified>',
      { published: "a", updated: "d" },
    ],
    ['<a:updated xmlns:a="http://www.w3.org/2005/Atom">e</a:updated>', { published: undefined, updated: "e" }],
  ])("%j", (inner, expected) => {
    expect(itemOf(inner)).toMatchObject(expected);
  });
});

describe("what an item says more", () => {
  it("is noted by name, each once", () => {
    expect(
      itemOf(
        '<title>A</title><comments>https://g.example/a#c</comments><s:comments xmlns:s="http://purl.org/rss/1.0/modules/slash/">7</s:comments><x/><y>1</y><y>2</y>',
      ).notes,
    ).toEqual(["comments is left out", "slash:comments is left out", "y is left out"]);
  });

  it("is missing where the document ends, which is noted", () => {
    const { drafts } = readRss(xml("<rss><channel><item><title>A</title></item><item><title>B"));
    expect(drafts.map(({ notes }) => notes)).toEqual([
      [],
      ["the document ends inside it: the rest of its text is missing"],
    ]);
  });
});
