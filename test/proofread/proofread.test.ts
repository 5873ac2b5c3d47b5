import fc from "fast-check";
import { describe, expect, it, test } from "vitest";
import { FORMATS, type Format } from "../../src/feed/feed.ts";
import { ATOM_RULES } from "../../src/proofread/atom/atom.ts";
import { ATOM_LINK_RULES } from "../../src/proofread/atom/links.ts";
import { ATOM_TEXT_RULES } from "../../src/proofread/atom/text.ts";
import { HTML_RULES } from "../../src/proofread/html.ts";
import { JSON_RULES } from "../../src/proofread/json/rules.ts";
import { proofread } from "../../src/proofread/proofread.ts";
import { CHANNEL_RULES } from "../../src/proofread/rss/channel.ts";
import { ITEM_RULES } from "../../src/proofread/rss/items.ts";
import { VOCABULARY_RULES } from "../../src/proofread/vocabulary.ts";
import { golden, replace } from "../verify/documents.ts";
import { sampleFeed } from "../verify/sample.ts";

/** The golden documents, without what a proofreader rightly stumbles over. */
const CLEAN: Record<Format, string> = {
  rss: replace(golden("rss"), "S&amp;amp;P, as written", "As written"),
  atom: golden("atom")
    .replace('/a/2.mp4" type="video/mp4"/>', '/a/2.mp4" type="video/mp4" length="7"/>')
    .replace('type="image/jpeg" title="Alone"/>', 'type="image/jpeg" length="7" title="Alone"/>'),
  json: golden("json"),
};

test.each(FORMATS)("a clean %s document has no findings", async (format) => {
  expect(await proofread(CLEAN[format], { url: sampleFeed.self[format] })).toEqual([]);
});

const BODY = "<p>Boats";
const PUB_DATE =
  "Sat, 28 Feb 2026 08:00:00 GMT</pubDate>\n      <atom:updated>2026-02-28T08:00:00Z</atom:updated>\n      <description>In brief";

type Case = [what: string, search: string, replacement: string, message: string];

const RSS: Case[] = [
  [
    "no channel title",
    "<title>Gazette &amp; Co: &lt;local&gt;</title>\n    <link>https://gazette.example/local?a=1&amp;b=2</link>\n    <description>",
    "<link>https://gazette.example/local?a=1&amp;b=2</link>\n    <description>",
    "there is no <title>",
  ],
  [
    "a second language",
    "<language>en</language>",
    "<language>en</language><language>de</language>",
    "second <language>",
  ],
  [
    "a relative channel link",
    "<link>https://gazette.example/local?a=1&amp;b=2</link>\n    <description>",
    "<link>/local</link>\n    <description>",
    "is not absolute",
  ],
  ["no language", "<language>en</language>", "", "there is no <language>"],
  ["a language that is none", "<language>en</language>", "<language>qqz</language>", "not known"],
  ["metadata after the items", "  </channel>", "  <copyright>x</copyright></channel>", "after the first item"],
  ["no self link", '<atom:link rel="self"', '<atom:link rel="via"', 'there is no link rel="self"'],
  [
    "a relation nobody knows",
    '<atom:link rel="self"',
    '<atom:link rel="amphtml" href="https://x.example/"/><atom:link rel="self"',
    "amphtml",
  ],
  ["a wrong weekday", "<lastBuildDate>Sun", "<lastBuildDate>Mon", "not a Mon"],
  ["UTC for GMT", "10:00:00 GMT</lastBuildDate>", "10:00:00 UTC</lastBuildDate>", "RFC 822"],
  ["a webMaster without an address", "<ttl>", "<webMaster>Ada</webMaster><ttl>", "no e-mail address"],
  ["too wide an image", "<width>144</width>", "<width>145</width>", "1 to 144"],
  [
    "an image of another title",
    "<image>\n      <url>https://gazette.example/logo.png</url>\n      <title>Gazette",
    "<image>\n      <url>https://gazette.example/logo.png</url>\n      <title>Other",
    "not the channel's",
  ],
  ["no time to live", "<ttl>15</ttl>", "<ttl>0</ttl>", "positive"],
  ["an hour that no day has", "<ttl>", "<skipHours><hour>24</hour></skipHours><ttl>", "24"],
  ["an hour twice", "<ttl>", "<skipHours><hour>3</hour><hour>3</hour></skipHours><ttl>", "twice"],
  [
    "a period that is none",
    "<ttl>",
    '<sy:updatePeriod xmlns:sy="http://purl.org/rss/1.0/modules/syndication/">often</sy:updatePeriod><ttl>',
    "often",
  ],
  ["a text input", "<ttl>", "<textInput><title>t</title></textInput><ttl>", "few readers"],
  ["two rights of a channel", "<ttl>", "<dc:rights>x</dc:rights><ttl>", "beside <copyright>"],
  ["an item without title and description", "<title>As written</title>", "", "neither title nor description"],
  [
    "a second link in an item",
    "<link>https://gazette.example/2026/brief",
    "<link>https://x.example/</link><link>https://gazette.example/2026/brief",
    "second <link>",
  ],
  [
    "two enclosures",
    '<enclosure url="https://gazette.example/i/3',
    '<enclosure url="https://x.example/" length="0" type="a/b"/><enclosure url="https://gazette.example/i/3',
    "only one",
  ],
  ["an item's relative link", "https://gazette.example/2026/brief", "/2026/brief", "not absolute"],
  [
    "an item's unencoded link",
    "https://gazette.example/2026/brief",
    "https://gazette.example/2026/brïef",
    "percent-encoded",
  ],
  ["no guid", '<guid isPermaLink="false">https://old.example/?p=7</guid>', "", "no guid"],
  ["a guid twice", "tag:gazette.example,2026:a-3", "tag:gazette.example,2026:a-1", "another item's"],
  [
    "a tag URI as permalink",
    '<guid isPermaLink="false">tag:gazette.example,2026:a-3',
    "<guid>tag:gazette.example,2026:a-3",
    "no permalink",
  ],
  [
    "isPermaLink that is neither",
    '<guid isPermaLink="false">https',
    '<guid isPermaLink="no">https',
    "neither true nor false",
  ],
  ["a tag URI without a date", "tag:gazette.example,2026:a-3", "tag:gazette.example:a-3", "tag:authority"],
  ["a year of two digits", PUB_DATE, PUB_DATE.replace("2026", "26"), "two digits"],
  ["a bad atom:updated", PUB_DATE, PUB_DATE.replace("2026-02-28T08", "2026-02-30T08"), "no time that exists"],
  ["an author's name in author", "<dc:creator>Dee</dc:creator>", "<author>Dee</author>", "dc:creator"],
  ["HTML in a title", "<title>In brief</title>", "<title>In &lt;b&gt;brief&lt;/b&gt;</title>", "holds HTML"],
  ["a title escaped twice", "<title>In brief</title>", "<title>In&amp;nbsp;brief</title>", "escaped twice"],
  [
    "content before description",
    "<description></description>\n      <content:encoded>",
    "<content:encoded/><description></description><content:encoded>",
    "before description",
  ],
  ["an enclosure of no length", 'length="0" type="image/jpeg"', 'length="-1" type="image/jpeg"', "number of bytes"],
  ["a source without a url", '<source url="https://wire.example/s/1?x=1&amp;y=2">', "<source>", "its url"],
  [
    "an author and a creator",
    "<dc:creator>Dee</dc:creator>",
    "<author>a@b.example</author><dc:creator>Dee</dc:creator>",
    "beside <author>",
  ],
  ["atom:source in an item", "<dc:source>", "<atom:source/><dc:source>", "refuse it"],
  [
    "a namespace that misses its slash",
    "http://search.yahoo.com/mrss/",
    "http://search.yahoo.com/mrss",
    "readers know",
  ],
  ["a namespace of nobody's", "<ttl>", '<x:y xmlns:x="https://x.example/ns"/><ttl>', "not a known one"],
  [
    "a group of one",
    "<dc:source>",
    '<media:group><media:content url="https://x.example/1.jpg"/></media:group><dc:source>',
    "fewer than two",
  ],
  ["media of no url", "<dc:source>", "<media:content/><dc:source>", "neither a url"],
  ["media of no size", 'fileSize="654321"', 'fileSize="0"', "positive"],
  ["a thumbnail of no url", "<dc:source>", "<media:thumbnail/><dc:source>", "no url"],
  ["a role in capitals", 'role="photographer"', 'role="Photographer"', "capitals"],
  ["a relative link in a body", BODY, '<p><a href="/x">x</a>', "not absolute"],
  ["a link without a scheme in a body", BODY, '<p><img src="//x.example/y">', "not absolute"],
  ["a fragment in a body", BODY, '<p><a href="#fn1">1</a>', "points into"],
  ["a relative srcset in a body", BODY, '<p><img srcset="https://x.example/1 1x, /2 2x">', "<img srcset>"],
  ["a script in a body", BODY, "<script>1</script><p>", "drop <script>"],
  ["a custom element in a body", BODY, "<x-card></x-card><p>", "drop <x-card>"],
  ["an event handler in a body", BODY, '<p onclick="1">', "is script"],
  ["a script URL in a body", BODY, '<p><a href="javascript:1">x</a>', "is script"],
  ["a bare ampersand in a body", BODY, '<p><a href="https://x.example/?a=1&b=2">x</a>', "bare &"],
  ["an attribute twice in a body", BODY, '<p class="a" class="b">', "twice"],
];

const ATOM: Case[] = [
  ["no id", "<id>https://old.example/?p=7</id>", "", "there is no <id>"],
  ["two titles", "<title>In brief</title>", "<title>In brief</title><title>x</title>", "there are 2 <title>"],
  [
    "two summaries",
    "<summary>In brief</summary>",
    "<summary>In brief</summary><summary>x</summary>",
    "second <summary>",
  ],
  [
    "an element that Atom has not",
    "<summary>In brief</summary>",
    "<pubDate/><summary>In brief</summary>",
    "no such element",
  ],
  [
    "no author at all",
    "<author><name>Gazette &amp; Co</name><uri>https://gazette.example/</uri></author>",
    "",
    "there is no author",
  ],
  ["a relative id", "https://old.example/?p=7", "/?p=7", "not absolute"],
  ["a tag id in capitals", "tag:gazette.example,2026:a-3", "tag:Gazette.example,2026:a-3", "capitals"],
  ["an id in capitals", "https://old.example/?p=7", "https://OLD.example/?p=7", "capitals in its host"],
  ["an id twice", "tag:gazette.example,2026:a-3", "tag:gazette.example,2026:a-1", "another entry's too"],
  [
    "a version twice",
    "<id>tag:gazette.example,2026:a-3</id>",
    "<id>https://old.example/?p=7</id><updated>2026-02-28T08:00:00Z</updated>",
    "its id and updated",
  ],
  ["a lower-case date", "2026-03-01T10:00:00.25Z", "2026-03-01t10:00:00z", "RFC 3339"],
  ["updated shared", "2026-02-28T08:00:00.000001Z", "2026-02-28T08:00:00Z", "shares its updated"],
  ["no self", '<link rel="self"', '<link rel="related"', 'rel="self"'],
  [
    "two alternates",
    '<link href="https://gazette.example/2026/brief"/>',
    '<link href="https://gazette.example/2026/brief"/><link href="https://x.example/"/>',
    "another alternate",
  ],
  ["a link to nowhere", '<link href="https://gazette.example/2026/brief"/>', "<link/>", "no href"],
  ["a relative link", '<link href="https://gazette.example/2026/brief"/>', '<link href="/brief"/>', "is relative"],
  ["a relation nobody knows", 'rel="via"', 'rel="canonical"', "canonical"],
  ["an enclosure without length", ' length="654321"/>', "/>", "no length"],
  ["a type that is none", "<title>In brief", '<title type="HTML">In brief', "none of text, html, xhtml"],
  ["XHTML without its div", "<summary>In brief</summary>", '<summary type="xhtml">In brief</summary>', "one div"],
  ["neither content nor link", '<link href="https://gazette.example/2026/brief"/>', "", "nor a link"],
  ["nothing to read", "<summary>In brief</summary>", "", "are empty"],
  ["a person without a name", "<name>Dee</name>", "", "0 names"],
  ["an address for a name", "<name>Dee</name>", "<name>dee@x.example</name>", "e-mail"],
  ["a category without a term", 'category term="harbour"', 'category label="harbour"', "no term"],
  ["a language that is none", 'xml:lang="fr-CA"', 'xml:lang="french_canada"', "language tag"],
  ["no language", ' xml:lang="en"', "", "no xml:lang"],
  ["metadata after entries", "</feed>", "<rights>x</rights></feed>", "after the first entry"],
  [
    "a relative link in XHTML",
    "<summary>In brief</summary>",
    '<summary type="xhtml"><div xmlns="http://www.w3.org/1999/xhtml"><a href="/x">x</a></div></summary>',
    "not absolute",
  ],
];

const JSON_FEED: Case[] = [
  ["no version", "https://jsonfeed.org/version/1.1", "1.1", "none of JSON Feed's"],
  ["version 1", "https://jsonfeed.org/version/1.1", "https://jsonfeed.org/version/1", "the version is 1"],
  ["no title", '"title": "Gazette & Co: <local>",', "", "no title"],
  ["items that are none", '"items": [', '"items": [1, ', "no list of objects"],
  ["no home page", '"home_page_url": "https://gazette.example/local?a=1&b=2",', "", "home_page_url"],
  ["another address", "https://feeds.example/feeds/local.json", "https://feeds.example/feeds/other.json", "came from"],
  ["a relative url", "https://gazette.example/2026/brief", "/brief", "not absolute"],
  ["a title that is no text", '"title": "In brief"', '"title": 7', "title is no string"],
  ["no id", '"id": "https://old.example/?p=7",', "", "no id"],
  ["an empty id", '"id": "https://old.example/?p=7"', '"id": ""', "no id"],
  ["an id that is a number", '"id": "https://old.example/?p=7"', '"id": 7', "is a number"],
  ["an id twice", "tag:gazette.example,2026:a-3", "tag:gazette.example,2026:a-1", "another item's"],
  ["a bad tag URI", "tag:gazette.example,2026:a-3", "tag:a-3", "tag:authority"],
  ["no url", '"url": "https://gazette.example/2026/brief",', "", "no url"],
  ["no content", '"content_text": "In brief",', "", "neither content_html"],
  ["a bad date", '"date_modified": "2026-03-01T10:00:00.250Z"', '"date_modified": "1 March"', "RFC 3339"],
  ["a bad language", '"language": "fr-CA"', '"language": "fr_CA"', "language tag"],
  ["an empty author", '"authors": [{ "name": "Dee" }]', '"authors": [{}]', "no name"],
  ["the old author", '"authors": [{ "name": "Dee" }]', '"author": { "name": "Dee" }', "no authors"],
  ["a tag that is no text", '"harbour"', "7", "strings"],
  ["an attachment without a type", '"mime_type": "video/mp4"', '"title": "x"', "no mime_type"],
  ["a size that is no number", '"size_in_bytes": 654321', '"size_in_bytes": "654321"', "no number"],
  ["a hub without a url", '"version"', '"hubs": [{ "type": "WebSub" }], "version"', "hub"],
  ["itself next", "local/archive/1.json", "local.json", "next_url"],
  ["expired by word", '"version"', '"expired": "yes", "version"', "boolean"],
  ["an extension with a dot", '"version"', '"_a.b": {}, "version"', "a.b"],
  ["a key of its own", '"version"', '"subtitle": "x", "version"', "no key"],
  ["a key twice", '"version"', '"language": "en", "version"', "repeats"],
];

describe.each<[Format, Case[]]>([
  ["rss", RSS],
  ["atom", ATOM],
  ["json", JSON_FEED],
])("%s: a finding for", (format, cases) => {
  it.each(cases)("%s", async (_, search, replacement, message) => {
    const found = await proofread(replace(CLEAN[format], search, replacement), { url: sampleFeed.self[format] });
    expect(found.map((finding) => finding.message).join("\n")).toContain(message);
  });
});

test("every rule is broken by one of the cases above, or it may as well not stand there", async () => {
  const broken = new Set<string>();
  for (const [format, cases] of [
    ["rss", RSS],
    ["atom", ATOM],
    ["json", JSON_FEED],
  ] as const)
    for (const [, search, replacement] of cases)
      for (const { rule } of await proofread(replace(CLEAN[format], search, replacement), {
        url: sampleFeed.self[format],
      }))
        broken.add(rule);
  const rules = [
    VOCABULARY_RULES,
    CHANNEL_RULES,
    ITEM_RULES,
    ATOM_RULES,
    ATOM_LINK_RULES,
    ATOM_TEXT_RULES,
    JSON_RULES,
    HTML_RULES,
  ].flat();
  expect(rules.map(({ rule }) => rule).filter((rule) => !broken.has(rule))).toEqual([]);
});

describe("the whole document", () => {
  it.each([
    ["not well-formed", "<rss><channel></rss>", "error"],
    ["no feed at all", "<html/>", "error"],
    ["Atom 0.3", '<feed version="0.3" xmlns="http://purl.org/atom/ns#"/>', "error"],
    ["nothing", "", "error"],
    ["broken JSON", "{", "error"],
    ["a JSON list", "[]", "error"],
    ["RSS without a channel", '<rss version="2.0"/>', "error"],
    ["a document type", '<!DOCTYPE rss><rss version="2.0"><channel/></rss>', "warning"],
    [
      "RSS 1.0",
      '<r:RDF xmlns:r="http://www.w3.org/1999/02/22-rdf-syntax-ns#" xmlns="http://purl.org/rss/1.0/"><channel/></r:RDF>',
      "error",
    ],
    ["an older RSS", '<rss version="0.91"><channel/></rss>', "warning"],
  ])("%s is found", async (_, text, severity) => {
    expect(await proofread(text)).toContainEqual(
      expect.objectContaining({ severity, message: expect.stringMatching(/./) }),
    );
  });

  it("that came with another format's type is found", async () => {
    const found = (contentType: string) => proofread(CLEAN.atom, { contentType });
    expect(await found("application/atom+xml; charset=utf-8")).toEqual([]);
    expect(await found("text/html")).toEqual([expect.objectContaining({ severity: "warning", where: "Content-Type" })]);
    expect(await found("application/atom+xml; charset=iso-8859-1")).toHaveLength(1);
  });

  it("that says another address than it came from is found", async () => {
    expect(await proofread(CLEAN.rss, { url: "https://other.example/feed" })).toEqual([
      expect.objectContaining({ message: expect.stringContaining("https://other.example/feed") }),
    ]);
  });
});

test("findings name the line", async () => {
  const text = replace(CLEAN.rss, "<ttl>15</ttl>", "<ttl>soon</ttl>");
  const line = text.slice(0, text.indexOf("<ttl>")).split("\n").length;
  expect(await proofread(text)).toEqual([expect.objectContaining({ severity: "error", where: `<ttl>, line ${line}` })]);
});

test("lines are right after CDATA sections of several lines", async () => {
  const long = replace(CLEAN.rss, "<p>Two.</p>", "\n\n<p>Two.</p>\n");
  const text = replace(long, "https://gazette.example/2026/plain", "/plain");
  const line = text.slice(0, text.indexOf("/plain")).split("\n").length;
  expect(await proofread(text)).toEqual([
    expect.objectContaining({ where: expect.stringContaining(`<link>, line ${line}`) }),
  ]);
});

test("garbage never throws", async () => {
  await fc.assert(fc.asyncProperty(fc.string({ unit: "binary" }), async (text) => void (await proofread(text))));
  const middle = fc.record({ format: fc.constantFrom(...FORMATS), at: fc.nat(), cut: fc.nat(40), text: fc.string() });
  await fc.assert(
    fc.asyncProperty(middle, async ({ format, at, cut, text }) => {
      const start = at % CLEAN[format].length;
      await proofread(CLEAN[format].slice(0, start) + text + CLEAN[format].slice(start + cut));
    }),
    { numRuns: 300 },
  );
});
