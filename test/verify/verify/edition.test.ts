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
