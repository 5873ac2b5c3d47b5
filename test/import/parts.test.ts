import { describe, expect, it } from "vitest";
import { decode } from "../../src/import/decode.ts";
import { parseDate } from "../../src/import/values/dates.ts";
import { read, readOne } from "./helpers.ts";

describe("dates", () => {
  it.each([
    ["Wed, 31 Jan 2018 20:15:15 GMT", "2018-01-31T20:15:15Z"],
    ["Wed, 6 Apr 2022 21:07:47 +0000", "2022-04-06T21:07:47Z"],
    ["31 Jan 18 20:15 EST", "2018-02-01T01:15:00Z"],
    ["Wednesday, 31-Jan-99 20:15:15 GMT", "1999-01-31T20:15:15Z"],
    ["Mon, 26 June 2017 12:20:05 GMT+0300", "2017-06-26T09:20:05Z"],
    ["Mon, 26 Jun 2017 12:20:05 +03:00", "2017-06-26T09:20:05Z"],
    ["  Wed,\n 03 Jan 2018 14:11:52 GMT\n ", "2018-01-03T14:11:52Z"],
    ["Tue Mar 3 10:15:00 2026", "2026-03-03T10:15:00Z"],
    ["Tue Mar  3 10:15:00 PST 2026", "2026-03-03T18:15:00Z"],
    ["2026-03-03", "2026-03-03T00:00:00Z"],
    ["2026-03", "2026-03-01T00:00:00Z"],
    ["2026-03-03T10:15:00.123456Z", "2026-03-03T10:15:00.123Z"],
    ["2026-03-03 10:15", "2026-03-03T10:15:00Z"],
    ["2026-03-03T10:15:00+0530", "2026-03-03T04:45:00Z"],
    ["2026-03-03t24:00:00z", "2026-03-04T00:00:00Z"],
    ["3 March 2026", "2026-03-03T00:00:00Z"],
    ["March 3rd, 2026 at 4:05 p.m.", "2026-03-03T16:05:00Z"],
    ["3 Mar 2026, 10.15 GMT", "2026-03-03T10:15:00Z"],
  ])("%j is %s", (text, expected) => {
    expect(parseDate(text)).toBe(expected);
  });

  it.each([
    "",
    "soon",
    "0000-00-00 00:00:00",
    "Mon, 01 Jan 0001 00:00:00 +0000",
    "31 Feb 2026",
    "2026-13-01",
    "3/4/2026",
    "10:15",
    "2026-03-03T25:00Z",
    "3 Mar 2026 10:15 XYZ",
  ])("%j is none", (text) => {
    expect(parseDate(text)).toBeNull();
  });
});

describe("encodings", () => {
  const bytes = (...parts: (string | number[])[]): Uint8Array =>
    new Uint8Array(parts.flatMap((part) => (typeof part === "string" ? [...new TextEncoder().encode(part)] : part)));
  const text = (data: Uint8Array, contentType?: string) => decode(data, contentType).text;

  it("a byte order mark wins over everything", () => {
    expect(
      text(bytes([0xef, 0xbb, 0xbf], '<?xml version="1.0" encoding="windows-1251"?>é'), "text/xml; charset=koi8-r"),
    ).toBe('<?xml version="1.0" encoding="windows-1251"?>é');
    expect(text(bytes([0xff, 0xfe, 0x3c, 0, 0x61, 0]))).toBe("<a");
    expect(text(bytes([0xfe, 0xff, 0, 0x3c, 0, 0x61]))).toBe("<a");
  });

  it("then the HTTP charset, then the declaration", () => {
    const data = bytes('\n<?xml version="1.0" encoding="windows-1251"?>', [0xdf]);
    expect(text(data)).toContain("Я");
    expect(text(data, 'text/xml; charset="iso-8859-1"')).toContain("ß");
  });

  it("UTF-16 is known by its first character", () => {
    expect(text(bytes([0x3c, 0, 0x61, 0]))).toBe("<a");
  });

  it("what is not what it says is read as something, with a note", () => {
    expect(decode(bytes('<?xml version="1.0" encoding="utf-8"?>', [0xe9]))).toMatchObject({
      text: expect.stringContaining("é"),
      notes: ["says that it is utf-8, which it is not", "read as windows-1252"],
    });
    expect(decode(bytes('<?xml version="1.0" encoding="klingon"?>é'))).toMatchObject({
      text: expect.stringContaining("é"),
      notes: ["says that it is klingon, which it is not"],
    });
  });
});

describe("what a source is", () => {
  it.each([
    ["", "it is empty"],
    ["\0\0", "it is no text"],
    [
      "<html><link rel=alternate type='application/rss+xml' href='/feed'></html>",
      "it is an HTML page; its feed is /feed",
    ],
    ["<svg xmlns='http://www.w3.org/2000/svg'/>", "its root element is svg:svg, which is no feed's"],
    ['{"a":1}', "it is JSON, but no feed and no articles"],
    ["[1]", "it is JSON, but no feed and no articles"],
  ])("%j: %s", async (text, reason) => {
    expect(await read(text)).toMatchObject({ kind: "unknown", items: [], skipped: [{ where: "source", reason }] });
  });

  it("a table is no page of news", async () => {
    expect((await read("a\tb\n1\t2", { name: "x/manifest.tsv" })).kind).toBe("unknown");
  });

  it("NDJSON passes as it is, a bad line alone is skipped", async () => {
    const line = { title: "A", url: "https://gazette.example/a", published_at: "2026-03-03T10:00:00Z" };
    const reading = await read(`${JSON.stringify({ ...line, id: "a" })}\n\nnonsense\n[1]\n${JSON.stringify(line)}\n`, {
      tag: "t",
    });
    expect(reading.kind).toBe("ndjson");
    expect(reading.items.map((item) => item.article)).toEqual([
      { ...line, id: "a", tags: ["t"] },
      { ...line, id: expect.stringMatching(/^[0-9a-f]{20}$/), tags: ["t"] },
    ]);
    expect(reading.skipped).toEqual([
      { where: "line 3", reason: "it is no JSON" },
      { where: "line 4", reason: "it is no JSON object" },
    ]);
  });
});

describe("Markdown", () => {
  it("becomes an article, whole", async () => {
    const item = await readOne(
      `---\ntitle: "Harbour: open"\ndate: 2026-03-03 10:00:00 +0100\nlastmod: 2026-03-04\nauthor: Jane Doe\ntags: [sea, storm]\ncategory: Weather\nlayout: post\ndraft: true\n---\n\n# Harbour: open\n\nFerries *sail*.\n\n| a |\n|---|\n| 1 |\n`,
      { name: "posts/harbour-open.md", base: "https://gazette.example/news" },
    );
    expect(item.article).toEqual({
      id: expect.stringMatching(/^[0-9a-f]{20}$/),
      url: "https://gazette.example/news/harbour-open",
      title: "Harbour: open",
      content_html:
        "<p>Ferries <em>sail</em>.</p>\n<table>\n<thead>\n<tr>\n<th>a</th>\n</tr>\n</thead>\n<tbody><tr>\n<td>1</td>\n</tr>\n</tbody></table>\n",
      authors: [{ name: "Jane Doe" }],
      section: "Weather",
      tags: ["sea", "storm"],
      images: [],
      published_at: "2026-03-03T09:00:00Z",
      updated_at: "2026-03-04T00:00:00Z",
      status: "withheld",
    });
    expect(item.notes).toEqual(["layout is left out: an article has no such field", "a draft: its status is withheld"]);
  });

  it.each([
    ["---\ntitle: [\n---\nx", /^its front matter is no YAML/],
    ["---\n- a\n---\nx", /^its front matter is no list of fields/],
    ["---\ntitle: A\n---\nx", /^it has no url/],
    ["---\ntitle: A\nurl: https://gazette.example/a\n---\nx", /^it has no date/],
  ])("%j is skipped", async (text, reason) => {
    expect((await read(text)).skipped[0]?.reason).toMatch(reason);
  });
});
