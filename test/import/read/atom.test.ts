import { describe, expect, it } from "vitest";
import { atom, readOne, stored } from "../helpers.ts";

describe("Atom", () => {
  const ENTRY = `<id>urn:1</id><link href="a"/><updated>2026-03-03T10:00:00Z</updated>`;

  it.each([
    [`<title>a &lt;b&gt; c</title>`, "a <b> c"],
    [`<title type="html">a &lt;b&gt;c&lt;/b&gt; &amp;amp; d</title>`, "a c & d"],
    [
      `<title type="xhtml"><x:div xmlns:x="http://www.w3.org/1999/xhtml">a <x:b>c</x:b> &lt;d&gt;</x:div></title>`,
      "a c <d>",
    ],
  ])("a title %s", async (title, expected) => {
    expect((await readOne(atom(ENTRY + title))).article.title).toBe(expected);
  });

  it("XHTML is written as HTML, its addresses resolved against xml:base", async () => {
    const content = `<content type="xhtml" xml:base="/blog/2026/"><div xmlns="http://www.w3.org/1999/xhtml"><p>x &lt; y<br/></p><a id="n"/><a href="b">b</a><pre>\n1\n2</pre></div></content>`;
    const item = await readOne(atom(`${ENTRY}<title>T</title>${content}`));
    expect(item.article.url).toBe("https://gazette.example/a");
    expect(stored(item).content_html).toBe(
      '<p>x &#x3C; y<br></p><a id="n"></a><a href="https://gazette.example/blog/2026/b">b</a><pre>\n\n1\n2</pre>',
    );
  });

  it("authors, rights and language come from the feed where the entry has none", async () => {
    const feed = `<author><name>Jane</name><uri>/jane</uri></author><rights>© G</rights>`;
    const item = await readOne(atom(`${ENTRY}<title>T</title>`, feed).replace("<feed ", '<feed xml:lang="de" '));
    expect(item.article).toMatchObject({
      authors: [{ name: "Jane", url: "https://gazette.example/jane" }],
      rights: "© G",
      language: "de",
    });
  });

  it("terms are the tags, enclosures the attachments, and a source is the credit", async () => {
    const item = await readOne(
      atom(`${ENTRY}<title>T</title><category term="t1" label="Tee"/><link rel="enclosure" href="a.pdf" length="5" title="P"/><link rel="related" href="x"/>
        <source><title>Coast Wire</title><link href="https://wire.example/"/></source><published>2026-03-01T00:00:00Z</published>`),
    );
    expect(item.article).toMatchObject({
      tags: ["t1"],
      attachments: [{ url: "https://gazette.example/a.pdf", type: "application/pdf", length: 5, caption: "P" }],
      credit: { name: "Coast Wire", url: "https://wire.example/" },
      published_at: "2026-03-01T00:00:00Z",
      updated_at: "2026-03-03T10:00:00Z",
    });
    expect(item.notes).toEqual(["atom:link rel=related is left out", "an attachment's type is guessed"]);
  });
});

describe("Atom that has more or other than Atom", () => {
  it("withholds a draft (RFC 5023 §13.1)", async () => {
    const item = await readOne(
      atom(
        '<id>urn:a</id><title>A</title><link href="/a"/><app:control xmlns:app="http://www.w3.org/2007/app"><app:draft>yes</app:draft></app:control>',
      ),
    );
    expect(item).toMatchObject({ withheld: "it is a draft", article: { status: "withheld" } });
  });

  it("takes whole paragraphs of escaped tags for the markup that they are, and says so", async () => {
    const content = (text: string) =>
      readOne(atom(`<id>urn:a</id><title>A</title><link href="/a"/><content>${text}</content>`));
    const markup = await content("&lt;p&gt;One.&lt;/p&gt; &lt;p&gt;Two.&lt;/p&gt;");
    expect(markup.article.content_html).toBe("<p>One.</p> <p>Two.</p>");
    expect(markup.notes).toContain("what is called plain text is markup, and read as that");
    expect((await content("Use &lt;p&gt; here.")).article.content_html).toBe("<p>Use &lt;p&gt; here.</p>");
  });

  it("is read without its namespace, and with RSS's elements", async () => {
    const item = await readOne(
      "<feed><title>T</title><entry><guid>7</guid><title>A</title><link>https://gazette.example/a</link><pubDate>3 Mar 2026</pubDate><description>Short</description></entry></feed>",
    );
    expect(item.article).toMatchObject({
      url: "https://gazette.example/a",
      guid: "7",
      published_at: "2026-03-03T00:00:00Z",
      summary: "Short",
    });
  });
});
