import { describe, expect, it } from "vitest";
import { read, readOne, rss, stored } from "../helpers.ts";

const MINIMAL = "<title>A</title><link>https://gazette.example/a</link><pubDate>Tue, 3 Mar 2026 10:00:00 GMT</pubDate>";

describe("RSS", () => {
  it("becomes an article, whole", async () => {
    const item = await readOne(
      rss(
        `<title>Ferries &amp;amp; storms: &lt;i&gt;again&lt;/i&gt;</title><link>https://gazette.example/a</link><guid isPermaLink="false">42</guid>
         <description>The short.</description><content:encoded><![CDATA[<p>The long, <b>whole</b>.</p>]]></content:encoded>
         <dc:creator>Jane Doe</dc:creator><dc:creator>John Roe</dc:creator><category>Sea</category><category>Sea</category><category>R&amp;amp;D</category>
         <pubDate>Tue, 03 Mar 2026 11:00:00 +0100</pubDate><enclosure url="https://gazette.example/a.mp3" length="0" type="audio/mpeg"/>
         <itunes:duration>1:02:03</itunes:duration>
         <media:content url="https://gazette.example/a.jpg" width="640" height="480" medium="image"><media:description>A boat</media:description><media:credit>Ann</media:credit></media:content>
         <slash:comments xmlns:slash="http://purl.org/rss/1.0/modules/slash/">7</slash:comments>`,
        "<language>en-GB</language><copyright>© 2026</copyright>",
      ),
    );
    expect(item).toEqual({
      where: "item 1 “Ferries & storms: again”",
      article: {
        id: expect.stringMatching(/^[0-9a-f]{20}$/),
        url: "https://gazette.example/a",
        title: "Ferries & storms: again",
        summary: "The short.",
        content_html: "<p>The long, <b>whole</b>.</p>",
        authors: [{ name: "Jane Doe" }, { name: "John Roe" }],
        tags: ["Sea", "R&D"],
        language: "en-GB",
        images: [{ url: "https://gazette.example/a.jpg", width: 640, height: 480, caption: "A boat", credit: "Ann" }],
        attachments: [{ url: "https://gazette.example/a.mp3", type: "audio/mpeg", duration: 3723 }],
        rights: "© 2026",
        published_at: "2026-03-03T10:00:00Z",
        guid: "42",
      },
      notes: [
        "slash:comments is left out",
        "markup in the title is taken out",
        "a tag that was given twice stands once",
      ],
    });
    stored(item);
  });

  it.each([
    ["a < b and c > d", "a < b and c > d"],
    ["The <b> element explained", "The <b> element explained"],
    ["List<String> in Java", "List<String> in Java"],
    ["AT&T", "AT&T"],
    ["?a=1&b;c", "?a=1&b;c"],
    ["It&#8217;s &ldquo;here&rdquo;", "It’s “here”"],
    ["<b>Bold</b> news<br/>today", "Bold news today"],
  ])("a title %j, escaped, is %j", async (title, expected) => {
    const escaped = title.replaceAll("&", "&amp;").replaceAll("<", "&lt;");
    expect((await readOne(rss(MINIMAL.replace(">A<", `>${escaped}<`)))).article.title).toBe(expected);
    expect((await readOne(rss(MINIMAL.replace(">A<", `><![CDATA[${title}]]><`)))).article.title).toBe(expected);
  });

  it.each([
    [
      "plain text below a title is the summary",
      `${MINIMAL}<description>Only 3 &lt; 4 words</description>`,
      { summary: "Only 3 < 4 words", content_html: "" },
    ],
    ["markup is the body", `${MINIMAL}<description>&lt;p&gt;Hi&lt;/p&gt;</description>`, { content_html: "<p>Hi</p>" }],
    [
      "unescaped markup is the body",
      `${MINIMAL}<description><p>Hi <b>you</b><br/>&nbsp;</p></description>`,
      { content_html: "<p>Hi <b>you</b><br>\u00a0</p>" },
    ],
    [
      "text without a title is the post",
      `<link>https://gazette.example/a</link><pubDate>2026-03-03</pubDate><description>One.\n\nTwo &amp; three</description>`,
      { content_html: "<p>One.</p>\n<p>Two &amp; three</p>", title: "One. Two & three" },
    ],
    [
      "an empty body is none",
      `${MINIMAL}<description>S</description><content:encoded> </content:encoded>`,
      { summary: "S", content_html: "" },
    ],
  ])("the description: %s", async (_, item, expected) => {
    expect((await readOne(rss(item))).article).toMatchObject(expected);
  });

  it("says what stands in for a missing link", async () => {
    const noLink = "<title>A</title><pubDate>2026-03-03</pubDate>";
    expect((await readOne(rss(`${noLink}<guid>https://gazette.example/g</guid>`))).article.url).toBe(
      "https://gazette.example/g",
    );
    const item = await readOne(rss(`${noLink}<guid>g 1</guid>`));
    expect(item.article).toMatchObject({ url: "https://gazette.example/a-136c8832", guid: "g 1" });
    expect(item.notes).toEqual(["without a link: its address is made of its headline"]);
    const nothing = await readOne(rss(noLink));
    expect(nothing.article.url).toMatch(/^https:\/\/gazette\.example\/a-[0-9a-f]{8}$/);
    expect(nothing.article.guid).toBe(nothing.article.url);
  });

  it("gives an item without a date the given one, never its feed's, and never the clock's", async () => {
    const dated = rss(
      "<title>A</title><link>https://gazette.example/a</link>",
      "<lastBuildDate>Mon, 02 Mar 2026 00:00:00 GMT</lastBuildDate>",
    );
    const undated = await readOne(dated);
    expect(undated.article).not.toHaveProperty("published_at");
    expect(undated.undated).toBe(0);
    expect((await readOne(dated, { date: "2026-01-01T00:00:00Z" })).article.published_at).toBe("2026-01-01T00:00:00Z");
  });

  it("keeps the order of items without a date", async () => {
    const items = ["a", "b", "c"].map((name) => `<title>${name}</title><link>https://gazette.example/${name}</link>`);
    const reading = await read(
      rss([items[0], `${items[1]}<pubDate>2026-01-01</pubDate>`, items[2]].join("</item><item>")),
    );
    expect(reading.items.map(({ undated }) => undated)).toEqual([0, undefined, 1]);
  });

  it("reads authors as RSS has them", async () => {
    const item = await readOne(
      rss(
        `${MINIMAL}<author>jane@gazette.example (Jane Doe)</author><author>John Roe &lt;john@gazette.example&gt;</author><author>desk@gazette.example</author>`,
      ),
    );
    expect(item.article.authors).toEqual([
      { name: "Jane Doe", email: "jane@gazette.example" },
      { name: "John Roe", email: "john@gazette.example" },
      { name: "desk@gazette.example", email: "desk@gazette.example" },
    ]);
  });

  it("skips an id's second item, and knows that a bare id is its own site's only", async () => {
    const two = rss(`${MINIMAL}<guid>7</guid></item><item>${MINIMAL.replace(">A<", ">B<")}<guid>7</guid>`);
    expect((await read(two)).skipped).toEqual([{ where: "item 2 “B”", reason: "it has the same id as item 1 “A”" }]);
    const here = await readOne(rss(`${MINIMAL}<guid isPermaLink="false">7</guid>`));
    const there = await readOne(rss(`${MINIMAL.replace("gazette", "times")}<guid isPermaLink="false">7</guid>`));
    expect(here.article.id).not.toBe(there.article.id);
  });

  it("reads 0.91, 1.0 and undeclared prefixes alike", async () => {
    const item =
      "<title>A</title><link>https://gazette.example/a</link><dc:date>2026-03-03</dc:date><dc:creator>Jane</dc:creator>";
    const old = `<!DOCTYPE rss PUBLIC "-//Netscape//DTD RSS 0.91//EN" "http://my.netscape.com/x.dtd"><rss version="0.91"><channel><title>G</title><item>${item}</item></channel></rss>`;
    const rdf = `<r:RDF xmlns:r="http://www.w3.org/1999/02/22-rdf-syntax-ns#" xmlns="http://purl.org/rss/1.0/"><channel r:about="x"><title>G</title></channel><item r:about="https://gazette.example/a">${item}</item></r:RDF>`;
    const expected = {
      title: "A",
      authors: [{ name: "Jane" }],
      published_at: "2026-03-03T00:00:00Z",
      guid: "https://gazette.example/a",
    };
    expect((await readOne(old)).article).toMatchObject(expected);
    expect((await readOne(rdf)).article).toMatchObject(expected);
    expect([(await read(old)).kind, (await read(rdf)).kind]).toEqual(["rss", "rdf"]);
  });

  it("takes a section and a tag from the command line", async () => {
    const item = await readOne(rss(`${MINIMAL}<category>Sea</category>`), { section: "World", tag: "imported" });
    expect(item.article).toMatchObject({ section: "World", tags: ["Sea", "imported"] });
  });
});

describe("RSS that has more or other than RSS", () => {
  const FEEDBURNER = 'xmlns:feedburner="http://rssnamespace.org/feedburner/ext/1.0"';
  const burned = (inner: string) => rss(inner).replace('version="2.0"', `version="2.0" ${FEEDBURNER}`);

  it("links to the page behind a counter, and drops the counter's picture", async () => {
    const item = await readOne(
      burned(`<title>A</title><link>http://feedproxy.google.com/~r/g/~3/x/</link><guid isPermaLink="false">7</guid><pubDate>2026-03-03</pubDate>
        <feedburner:origLink>https://gazette.example/a</feedburner:origLink>
        <description>&lt;p&gt;T&lt;/p&gt;&lt;img src="http://feeds.feedburner.com/~r/g/~4/x" height="1"/&gt;</description>`),
    );
    expect(item.article).toMatchObject({ url: "https://gazette.example/a", guid: "7", content_html: "<p>T</p>" });
    expect(item.notes).toEqual(["a counter's picture is taken out"]);
  });

  it("without an id, readers knew it by the counter's link", async () => {
    const link = "http://feedproxy.google.com/~r/g/~3/x/";
    const item = await readOne(
      burned(
        `<title>A</title><link>${link}</link><feedburner:origLink>https://gazette.example/a</feedburner:origLink>`,
      ),
    );
    expect(item.article).toMatchObject({ url: "https://gazette.example/a", guid: link });
  });

  it("has its id for an address where its link only leads to a counter", async () => {
    const item = await readOne(
      rss(
        "<title>A</title><link>http://feedproxy.google.com/~r/g/~3/x/</link><guid>https://gazette.example/?p=5</guid>",
      ),
    );
    expect(item.article.url).toBe("https://gazette.example/?p=5");
  });

  it("takes Atom's elements for what they are", async () => {
    const item = await readOne(
      rss(
        `<title>A</title><a:link href="https://gazette.example/a"/><a:link rel="enclosure" href="https://gazette.example/a.mp3" type="audio/mpeg" length="9"/>
         <a:id>urn:a</a:id><a:author><a:name>Jane Doe</a:name><a:email>jane@gazette.example</a:email></a:author><a:category term="sea"/>
         <a:published>2026-03-03T00:00:00Z</a:published><a:updated>2026-03-04T00:00:00Z</a:updated><a:summary>Short</a:summary><a:content type="html">&lt;p&gt;Long&lt;/p&gt;</a:content>`,
      ).replace('version="2.0"', 'version="2.0" xmlns:a="http://www.w3.org/2005/Atom"'),
    );
    expect(item.article).toMatchObject({
      url: "https://gazette.example/a",
      guid: "urn:a",
      authors: [{ name: "Jane Doe", email: "jane@gazette.example" }],
      tags: ["sea"],
      attachments: [{ url: "https://gazette.example/a.mp3", type: "audio/mpeg", length: 9 }],
      published_at: "2026-03-03T00:00:00Z",
      updated_at: "2026-03-04T00:00:00Z",
      summary: "Short",
      content_html: "<p>Long</p>",
    });
    expect(item.notes).toEqual([]);
  });

  it.each([
    '<link href="https://gazette.example/a"/>',
    '<link rel="self" href="https://gazette.example/feed"/><link>https://gazette.example/a</link>',
    "<link></link><link>https://gazette.example/a</link>",
  ])("finds its link: %s", async (link) => {
    expect((await readOne(rss(`<title>A</title>${link}`))).article.url).toBe("https://gazette.example/a");
  });

  it("shows no tags where all of its text was encoded twice, and those that it speaks of", async () => {
    const twice = await readOne(
      rss(
        "<title>AT&amp;amp;T&amp;#8217;s plan</title><link>/a</link><description>&amp;lt;p&amp;gt;Hi &amp;amp;amp; bye&amp;lt;/p&amp;gt;</description>",
      ),
    );
    expect(twice.article).toMatchObject({ title: "AT&T’s plan", content_html: "<p>Hi &amp; bye</p>" });
    const once = await readOne(
      rss(
        "<title>Use of &lt;b&gt; in HTML</title><link>/a</link><description>Write &amp;lt;p&amp;gt; first.</description>",
      ),
    );
    expect(once.article).toMatchObject({ title: "Use of <b> in HTML", content_html: "Write &lt;p&gt; first." });
  });

  it("is read with the entities of its own", async () => {
    const text = rss("<title>&site; opens</title><link>/a</link>").replace(
      "<rss",
      '<!DOCTYPE rss [<!ENTITY site "Harbour Gazette">]><rss',
    );
    expect((await readOne(text)).article.title).toBe("Harbour Gazette opens");
  });

  it("withholds what it says is not for all, and knows until when", async () => {
    const item = await readOne(
      rss(
        "<title>A</title><link>/a</link><pubDate>2026-03-03</pubDate><itunes:block>yes</itunes:block><expirationDate>1 Apr 2031</expirationDate>",
      ),
    );
    expect(item.article).toMatchObject({ status: "withheld", expires_at: "2031-04-01T00:00:00Z" });
  });
});
