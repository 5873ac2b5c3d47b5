import fc from "fast-check";
import { describe, expect, it, test } from "vitest";
import { type Document, type Feed, FORMATS } from "../../../src/feed/feed.ts";
import { render } from "../../../src/render/render.ts";
import { verifyDocument, verifyEdition } from "../../../src/verify/verify.ts";
import { golden, partnerSources, replace, sources, wireSources } from "../documents.ts";
import { bareEntry, bareFeed, fullEntry, partnerFeed, plainEntry, sampleFeed, wireFeed } from "../sample.ts";

test.each(Object.entries(wireSources))(
  "an edition for machines %s is proved, its tombstones too",
  async (_, documents) => {
    expect(await verifyEdition(wireFeed, documents)).toEqual([]);
  },
);

test.each(Object.entries(partnerSources))(
  "an edition for a partner %s is proved, with what only its system reads",
  async (_, documents) => {
    expect(await verifyEdition(partnerFeed, documents)).toEqual([]);
  },
);

describe.each(Object.entries(sources))("an edition %s", (_, documents) => {
  it("is proved when every field came back as stored", async () => {
    expect(await verifyEdition(sampleFeed, documents)).toEqual([]);
  });

  it.each(FORMATS)("is refused without its %s document", async (format) => {
    const others = documents.filter((document) => document.format !== format);
    expect(await verifyEdition(sampleFeed, others)).toEqual([
      expect.objectContaining({ feed: "local", format, field: "document", stored: sampleFeed.self[format], read: "" }),
    ]);
  });

  it("is refused with two documents of one format", async () => {
    const twice = [...documents, documents[0] as Document];
    expect(await verifyEdition(sampleFeed, twice)).toEqual([
      expect.objectContaining({ field: "document", read: "several" }),
    ]);
  });

  it.each(FORMATS)("is refused when an entry is missing, too many, or in another place in %s", async (format) => {
    const document = documents.find((one) => one.format === format) as Document;
    const found = (entries: Feed["entries"]) => verifyDocument({ ...sampleFeed, entries }, document);
    const extra = { ...bareEntry, id: "tag:gazette.example,2026:new" };
    expect(await found([fullEntry, bareEntry, plainEntry, extra])).toContainEqual(
      expect.objectContaining({ entry: extra.id, field: "id", stored: extra.id, read: "" }),
    );
    expect(await found([fullEntry, bareEntry])).toContainEqual(
      expect.objectContaining({ entry: plainEntry.id, field: "id", stored: "", read: plainEntry.id }),
    );
    expect(await found([fullEntry, plainEntry, bareEntry])).toContainEqual(
      expect.objectContaining({ field: "entries", stored: expect.stringContaining(plainEntry.id) }),
    );
  });
});

it.each<[string, Feed]>([
  ["without any optional field", bareFeed],
  ["without entries", { ...bareFeed, entries: [] }],
  [
    "of several entries with the same times",
    { ...sampleFeed, entries: ["1", "2", "3"].map((id) => ({ ...bareEntry, id })) },
  ],
])("proves a feed %s", async (_, feed) => {
  expect(await verifyEdition(feed, render(feed))).toEqual([]);
});

test("a discrepancy says what is stored, what was read, where, and by whom", async () => {
  const text = replace(golden("atom"), '<category term="harbour"/>', "");
  expect(await verifyDocument(sampleFeed, { format: "atom", text })).toEqual([
    {
      feed: "local",
      format: "atom",
      entry: "tag:gazette.example,2026:a-1",
      field: "categories",
      stored: '["Local & more","harbour","piers"]',
      read: '["Local & more","piers"]',
      reader: "strict-xml",
    },
  ]);
});

test("a summary that HTML readers would take for markup is refused, though its letters are the stored ones", async () => {
  const entry = { ...bareEntry, summary: "&copy; <b>us</b>" };
  const feed = { ...sampleFeed, entries: [entry] };
  const rss = render(feed).find(({ format }) => format === "rss") as Document;
  expect(await verifyDocument(feed, rss)).toEqual([]);
  const raw = replace(rss.text, "&amp;copy; &lt;b&gt;us&lt;/b&gt;", "&copy; <b>us</b>");
  expect(await verifyDocument(feed, { ...rss, text: raw })).toContainEqual(
    expect.objectContaining({ field: "summary", reader: "strict-xml" }),
  );
});

describe("what a document carries beyond the model", () => {
  it.each([
    ["rss", "<channel>", "<?php echo 1?><channel>", "stylesheet"],
    ["atom", "<dc:source>", '<?xml-stylesheet type="text/xsl" href="/x.xsl"?><dc:source>', "stylesheet"],
    ["rss", "<ttl>", "<webMaster>a@b.example</webMaster><ttl>", "webMaster"],
    ["rss", "<ttl>", '<atom:link rel="hub" href="https://hub.example/"/><ttl>', "link"],
    ["rss", "<ttl>", '<atom:link rel="self" href="https://other.example/"/><ttl>', "self.rss"],
    ["rss", "<dc:creator>Dee", "<author>a@b.example (A)</author><dc:creator>Dee", "author"],
    ["rss", "<dc:creator>Dee", "<dc:creator>Eve</dc:creator><dc:creator>Dee", "authors.name"],
    ["rss", "<dc:creator>Dee", '<dc:creator xml:lang="de">Dee', "creator@lang"],
    ["rss", "<category>harbour", '<category domain="https://x.example/">harbour', "category@domain"],
    [
      "rss",
      "<link>https://gazette.example/2026/brief",
      "<link>https://a.example/</link><link>https://gazette.example/2026/brief",
      "url",
    ],
    [
      "rss",
      '<enclosure url="https://gazette.example/a/1.mp3"',
      '<enclosure url="https://x.example/" length="0" type="a/b"/><enclosure url="https://gazette.example/a/1.mp3"',
      "attachments.url",
    ],
    [
      "rss",
      "<dc:source>",
      '<media:content url="https://gazette.example/i/x.jpg" type="image/jpeg" medium="image"/><dc:source>',
      "images.url",
    ],
    ["rss", "<dc:source>", "<media:group/><dc:source>", "group"],
    ["rss", "<dc:source>", "words between elements<dc:source>", "item"],
    ["rss", "In brief</description>", "In <b>brief</b></description>", "b"],
    ["atom", "<dc:source>", "<contributor><name>Eve</name></contributor><dc:source>", "contributor"],
    [
      "atom",
      '<link href="https://gazette.example/2026/brief"/>',
      '<link href="https://gazette.example/2026/brief"/><link rel="alternate" href="https://x.example/"/>',
      "url",
    ],
    ["atom", "<dc:source>", '<category term="x"/><dc:source>', "categories"],
    ["atom", "<name>Dee</name>", "<name>Dee</name><name>Eve</name>", "authors.name"],
    ["atom", "<name>Dee</name>", "<name>Dee</name><uri>https://dee.example/</uri>", "authors.url"],
    ["atom", '<category term="harbour"/>', '<category term="harbour" label="Harbour"/>', "category@label"],
    ["atom", "<title>In brief", '<title type="html">In brief', "title"],
    [
      "atom",
      "<uri>https://gazette.example/</uri>",
      "<uri>https://gazette.example/</uri><email>a@b.example</email>",
      "email",
    ],
    ["atom", "<feed ", '<feed xml:base="https://x.example/" ', "feed@base"],
    [
      "json",
      '"id": "https://old.example/?p=7"',
      '"id": "https://old.example/?p=7", "external_url": "https://x.example/"',
      "external_url",
    ],
    ["json", '{ "name": "Dee" }', '{ "name": "Dee", "avatar": "https://x.example/" }', "authors.avatar"],
    ["json", '{ "name": "Dee" }', '{ "name": "Dee" }, { "name": "Eve" }', "authors.name"],
    ["json", "https://jsonfeed.org/version/1.1", "https://jsonfeed.org/version/1", "version"],
    ["json", '"about": "https://feeds.example/"', '"about": 7', "about"],
    ["json", '"credit": { "name": "Coast Wire" }', '"credit": "Coast Wire"', "credit"],
    [
      "json",
      '"url": "https://gazette.example/2026/brief"',
      '"url": "https://x.example/", "url": "https://gazette.example/2026/brief"',
      "well-formed",
    ],
  ] as const)("is refused: %s, %s", async (format, search, replacement, field) => {
    const found = await verifyDocument(sampleFeed, { format, text: replace(golden(format), search, replacement) });
    expect(found.map((discrepancy) => discrepancy.field)).toContain(field);
  });
});

describe("whatever a document holds", () => {
  const format = fc.constantFrom(...FORMATS);
  const refused = async (document: Document): Promise<void> => {
    expect(await verifyDocument(sampleFeed, document)).not.toEqual([]);
  };

  it("garbage is refused, and nothing is thrown", async () => {
    await fc.assert(
      fc.asyncProperty(format, fc.string({ unit: "binary" }), (format, text) => refused({ format, text })),
    );
    await fc.assert(fc.asyncProperty(format, fc.json(), (format, text) => refused({ format, text })));
  });

  it("garbage in the middle of a good document never throws", async () => {
    const middle = fc.record({ format, at: fc.nat(), length: fc.nat(40), text: fc.string({ unit: "binary" }) });
    await fc.assert(
      fc.asyncProperty(middle, async ({ format, at, length, text }) => {
        const good = golden(format);
        const start = at % good.length;
        const found = await verifyDocument(sampleFeed, {
          format,
          text: good.slice(0, start) + text + good.slice(start + length),
        });
        expect(Array.isArray(found)).toBe(true);
      }),
      { numRuns: 300 },
    );
  });

  it.each([
    ["an empty root", "rss", "<rss/>"],
    ["an empty root", "atom", '<feed xmlns="http://www.w3.org/2005/Atom"/>'],
    ["no channel", "rss", '<rss version="2.0"/>'],
    ["the other format", "atom", golden("rss")],
    ["the other format", "rss", golden("atom")],
    ["nothing", "rss", ""],
    ["nothing", "json", ""],
    ["null", "json", "null"],
    ["items that are no list", "json", '{"items": {"0": 1}}'],
    ["items that are no objects", "json", '{"items": [null, 1, "x", []]}'],
    ["very deep elements", "rss", "<a>".repeat(20_000) + "</a>".repeat(20_000)],
    ["very deep lists", "json", "[".repeat(20_000) + "]".repeat(20_000)],
    ["very deep lists in a field", "json", `{"title": ${"[".repeat(5000)}${"]".repeat(5000)}}`],
  ] as const)("%s in place of %s is refused", async (_, format, text) => refused({ format, text }));
});
