import { describe, expect, it } from "vitest";
import { proofread } from "../../../src/proofread/proofread.ts";
import { documentOf } from "../../../src/proofread/xml/examples.ts";

const told = async (text: string): Promise<string[]> =>
  (await proofread(text)).findings.map(({ rule, message }) => `${rule}: ${message}`);

describe("what is no feed has one finding, which says what it is", () => {
  it.each([
    ["nothing", "", "document/empty: there is nothing in it"],
    ["white space", "\uFEFF \n", "document/empty: there is nothing in it"],
    ["a page", "<html><body><p>a</body></html>", "document/html: this is a page, and no feed; it links to none either"],
    [
      "a page behind a comment and a declaration",
      '<?xml version="1.0"?>\n<!-- a -->\n<!DOCTYPE html PUBLIC "-//W3C//DTD XHTML 1.0 Strict//EN">\n<html><br></html>',
      "document/html: this is a page, and no feed; it links to none either",
    ],
    [
      "a page that links to a feed",
      '<!doctype html><link rel="alternate" type="application/rss+xml" href="/feed"><link rel=stylesheet href="a.css"><br>',
      "document/html: this is a page, and no feed; it links to this one: /feed",
    ],
    [
      "a page that links to several",
      '<!doctype html><link rel="alternate" type="application/rss+xml" href="/rss"><link rel="feed alternate" type="application/feed+json" href="/json">',
      "document/html: this is a page, and no feed; it links to 2: /rss, /json",
    ],
    ["a PDF", "%PDF-1.7\n<<\n", "document/no-feed: this is a PDF: RSS, Atom or JSON Feed was expected"],
    ["a picture", "\uFFFDPNG\r\n", "document/no-feed: this is a picture (PNG): RSS, Atom or JSON Feed was expected"],
    ["a text", "Not found", "document/no-feed: this is text: RSS, Atom or JSON Feed was expected"],
    ["OPML", '<opml version="2.0"><head/><body/></opml>', "document/opml: this is OPML, a list of feeds, and no feed"],
    [
      "what has a name of JavaScript's objects",
      "<constructor/>",
      "document/no-feed: <constructor> is no feed: RSS, Atom or JSON Feed was expected",
    ],
    ["a sitemap", "<urlset/>", "document/no-feed: this is a sitemap: RSS, Atom or JSON Feed was expected"],
    [
      "CDF",
      "<CHANNEL/>",
      "document/no-feed: this is CDF, or a channel of RSS without <rss> around it: RSS, Atom or JSON Feed was expected",
    ],
    [
      "another vocabulary",
      '<boats xmlns="https://boats.example/"/>',
      'document/no-feed: <boats> in "https://boats.example/" is no feed: RSS, Atom or JSON Feed was expected',
    ],
    [
      "another vocabulary, and broken",
      "<boats><boat></boats>",
      "document/no-feed: <boats> is no feed: RSS, Atom or JSON Feed was expected",
    ],
  ])("%s", async (_, text, finding) => {
    expect(await told(text)).toEqual([finding]);
  });
});

describe("what is not well-formed is said as people would", () => {
  const item = (markup: string) => documentOf("rss", { entry: markup });

  it.each([
    [
      "an element that is not closed",
      item("\n<a>"),
      expect.stringMatching(/^xml\/well-formed: <\/item> comes where <a> of line \d+ is still open$/),
    ],
    [
      "a feed that breaks off",
      "<rss><channel>",
      "xml/well-formed: <channel> of line 1 is never closed: the document breaks off, or an end tag is missing",
    ],
    [
      "a < in a text",
      item("<author>1 < 2</author>"),
      expect.stringContaining("a < that starts no tag is written as &lt;"),
    ],
    [
      "a & in a text",
      item("<link>/?a=1&b=2</link><author>Ada; Ben</author>"),
      'xml/well-formed: the & in "/?a=1&b=2" starts no reference: it is written as &amp;',
    ],
    ["a & in an attribute", item('<enclosure url="/?a=1&b=2"/>'), expect.stringContaining("it is written as &amp;")],
    ["a prefix of nothing", item("<x:a/>"), "xml/undeclared-prefix: the prefix x is not declared"],
    [
      "an empty line before the declaration",
      `\n<?xml version="1.0"?>${item("")}`,
      "xml/declaration-first: an empty line stands before <?xml, which has to be the very first",
    ],
    [
      "what comes after an empty line before the declaration",
      `\r\n\n<?xml version="1.0"?>\n${item("<author>Ada (ada@gazette.example)</author>")}`,
      expect.stringContaining("the name where the address belongs"),
    ],
    [
      "what else stands before the declaration",
      `<!-- boat --><?xml version="1.0"?>${item("")}`,
      "xml/well-formed: something stands before the XML declaration <?xml, which has to be the very first",
    ],
  ])("%s", async (_, text, finding) => {
    expect(await told(text)).toContainEqual(finding);
  });
});

describe("white space before the declaration is told, and all else is read", () => {
  it.each([
    ["a blank that does not break", "\u00A0"],
    ["a second byte order mark", "\uFEFF\uFEFF"],
  ])("%s", async (_, before) => {
    expect(await told(`${before}<?xml version="1.0"?>${documentOf("rss")}`)).toEqual([
      "xml/declaration-first: a blank stands before <?xml, which has to be the very first",
    ]);
  });

  it("lines that end as they did on a Macintosh", async () => {
    expect(await told(`\r\r<?xml version="1.0"?>${documentOf("rss")}`)).toEqual([
      "xml/declaration-first: 2 empty lines stand before <?xml, which has to be the very first",
    ]);
  });
});

describe("no message repeats all of a name that is huge", () => {
  const huge = "a".repeat(100_000);
  it.each([
    [
      "of an attribute",
      documentOf("rss", { entry: `<enclosure url="https://a.example/" length="1" type="a/b" ${huge}="1"/>` }),
    ],
    [
      "of an element",
      documentOf("rss", { entry: `<itunes:${huge} xmlns:itunes="http://www.itunes.com/dtds/podcast-1.0.dtd"/>` }),
    ],
    ["of a version", documentOf("rss").replace('version="2.0"', `version="${huge}"`)],
  ])("%s", async (_, text) => {
    expect(text).toContain(huge);
    const { version = "", findings } = await proofread(text);
    for (const said of [version, ...findings.map(({ message }) => message)]) expect(said.length).toBeLessThan(300);
  });
});

describe("entities", () => {
  it("that are not declared are told of once each, and the rest is read", async () => {
    const text = documentOf("rss", { entry: "<title>a&nbsp;b&nbsp;c&boat;</title>\n<pubDate>soon</pubDate>" });
    const { counts, findings } = await proofread(text);
    expect(findings.filter(({ rule }) => rule === "xml/undeclared-entity").map(({ message }) => message)).toEqual([
      "&nbsp; is not declared: XML itself knows only &amp;, &lt;, &gt;, &quot; and &apos;",
      "&boat; is not declared: XML itself knows only &amp;, &lt;, &gt;, &quot; and &apos;",
    ]);
    expect([...counts.keys()].some((rule) => rule.startsWith("rss/pubDate"))).toBe(true);
  });

  it("that are declared are read", async () => {
    const text = `<!DOCTYPE rss [<!ENTITY boat "Sailing &#38; more"> <!ENTITY sea SYSTEM "sea.txt">]>\n${documentOf("rss", { entry: "<title>&boat; &sea;</title>" })}`;
    expect(await told(text)).toEqual([
      "xml/doctype: there is a document type declaration",
      "xml/external-entity: what &sea; stands for is in another document",
    ]);
  });

  it("cannot make a document grow without end", async () => {
    const text = `<!DOCTYPE rss [<!ENTITY a "${"a".repeat(100_000)}"> <!ENTITY b "&a;&a;">]>\n${documentOf("rss", { entry: `<title>${"&a;&b;".repeat(100_000)}</title>` })}`;
    expect((await proofread(text)).entries).toBe(1);
  });

  it("that make it grow by more than a million characters end the reading", async () => {
    const text = `<!DOCTYPE rss [<!ENTITY a "${"a".repeat(200)}">]>\n${documentOf("rss", { entry: `<title>${"&a;".repeat(6_000)}</title>` })}`;
    expect(await told(text)).toContainEqual(
      "xml/well-formed: what entities stand for makes the document longer by more than 1,000,000 characters",
    );
  });

  it("of an object's own names are none", async () => {
    expect(await told(documentOf("rss", { entry: "<title>Boats&constructor;</title>" }))).toEqual([
      "xml/undeclared-entity: &constructor; is not declared: XML itself knows only &amp;, &lt;, &gt;, &quot; and &apos;",
    ]);
  });
});
