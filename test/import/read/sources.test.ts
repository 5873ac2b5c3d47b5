import { describe, expect, it } from "vitest";
import { readSource } from "../../../src/import/read.ts";
import { NOW, read, readOne, rss, stored } from "../helpers.ts";

const BASE = { base: "https://gazette.example/news", date: "2026-03-03T10:00:00Z" };
const ITEM = "<title>A</title><link>https://gazette.example/a</link><pubDate>2026-03-03</pubDate>";
const RDF = 'xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#" xmlns="http://purl.org/rss/1.0/"';

describe("a source of any kind becomes articles that can be stored", () => {
  it.each([
    ["rss", `<rss><channel><title>G</title><item>${ITEM}</item></channel></rss>`, {}],
    ["rdf", `<rdf:RDF ${RDF}><channel><title>G</title></channel><item>${ITEM}</item></rdf:RDF>`, {}],
    [
      "atom",
      '<feed xmlns="http://www.w3.org/2005/Atom"><title>G</title><entry><id>urn:1</id><title>A</title><link href="https://gazette.example/a"/><updated>2026-03-03</updated></entry></feed>',
      {},
    ],
    [
      "json feed",
      '{"version":"https://jsonfeed.org/version/1.1","title":"G","items":[{"id":"1","title":"A","url":"https://gazette.example/a","date_published":"2026-03-03"}]}',
      {},
    ],
    [
      "ndjson",
      '{"id":"1","title":"A","url":"https://gazette.example/a","content_html":"","published_at":"2026-03-03T00:00:00Z"}',
      {},
    ],
    ["markdown", "---\ntitle: A\n---\nText.", { ...BASE, name: "a.md" }],
    ["page text", "A headline\n\nThe ferries sailed.", { ...BASE, name: "page.txt" }],
  ])("%s", async (kind, text, source) => {
    const reading = await read(text, source);
    expect({ ...reading, items: reading.items.length }).toEqual({
      kind,
      title: ["rss", "rdf", "atom", "json feed"].includes(kind) ? "G" : undefined,
      notes: [],
      items: 1,
      skipped: [],
    });
    expect(reading.items.map((item) => stored(item).title)).toEqual([kind === "page text" ? "A headline" : "A"]);
  });

  it("and what is none says so, under the source's name", async () => {
    expect(await read("<opml/>", { name: "feeds.opml" })).toEqual({
      kind: "unknown",
      notes: [],
      items: [],
      skipped: [{ where: "feeds.opml", reason: "its root element is opml, which is no feed's" }],
    });
  });
});

describe("an id that stands twice", () => {
  it("is the first item's, also where they are skipped for other reasons", async () => {
    const items = [`${ITEM}<guid>7</guid>`, "<guid>8</guid>", `${ITEM.replace("A<", "C<")}<guid>7</guid>`];
    const reading = await read(rss(items.join("</item><item>")));
    expect(reading.items.map(({ where }) => where)).toEqual(["item 1 “A”"]);
    expect(reading.skipped).toEqual([
      { where: "item 2", reason: "it has no words, no address and no file" },
      { where: "item 3 “C”", reason: "it has the same id as item 1 “A”" },
    ]);
  });

  it("is the first line's of NDJSON, too; lines without any id are left to the article's parser", async () => {
    const reading = await read('{"id":"a","title":"A"}\n{"id":"a","title":"B"}\n{"title":"C"}\n{"title":"C"}');
    expect(reading.items.map(({ where }) => where)).toEqual(["line 1 “A”", "line 3 “C”", "line 4 “C”"]);
    expect(reading.skipped).toEqual([{ where: "line 2 “B”", reason: "it has the same id as line 1 “A”" }]);
  });

  it("is a number or a text, which are two", async () => {
    expect((await read('{"id":7,"title":"A"}\n{"id":"7","title":"B"}')).items).toHaveLength(2);
  });
});

describe("notes on the source as a whole", () => {
  const bytes = (text: string): Uint8Array => new TextEncoder().encode(text);

  it("say how it was decoded, and whether its text had been encoded twice", async () => {
    const text = rss(`${ITEM}<description>KÃ¶ln, MÃ¼nchen, NÃ¼rnberg</description>`);
    const reading = await readSource(bytes(text), {
      name: "source",
      now: NOW,
      contentType: "text/xml; charset=klingon",
    });
    expect(reading.notes).toEqual([
      "says that it is klingon, which it is not",
      "its text had been encoded twice, and is repaired",
    ]);
    expect(reading.items[0]?.article.summary).toBe("Köln, München, Nürnberg");
  });

  it("are none where there is nothing to say", async () => {
    expect((await read(rss(ITEM))).notes).toEqual([]);
  });
});

describe("the same bytes", () => {
  it("give the same articles, whatever the clock says", async () => {
    const text = rss(`${ITEM}<guid>7</guid><category>Sea</category>`);
    const later = await readOne(text, { now: "2036-01-01T00:00:00Z" });
    expect(later).toEqual(await readOne(text));
  });
});
