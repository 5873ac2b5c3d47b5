import { describe, expect, it } from "vitest";
import { type Anatomy, anatomyOf } from "../../../src/proofread/series/anatomy.ts";
import { documentOf } from "../../../src/proofread/xml/examples.ts";

const RSS = documentOf("rss", { feed: "<lastBuildDate>Fri, 13 Mar 2026 06:00:00 GMT</lastBuildDate>" });
const ATOM = documentOf("atom");
const JSON_FEED = JSON.stringify({ title: "The Harbour Gazette", items: [{ id: "1", content_text: "She left." }] });

/** The parts that another text in a document changes. */
function changedBy(document: string, search: string, replacement: string): (keyof Anatomy)[] {
  const [before, after] = [anatomyOf(document), anatomyOf(document.replace(search, replacement))];
  expect(document).toContain(search);
  if (!before || !after) throw new Error("no feed");
  const keys: (keyof Anatomy)[] = ["format", "frame", "dated", "markups"];
  return keys.filter((key) => JSON.stringify(before[key]) !== JSON.stringify(after[key]));
}

describe("what changes with", () => {
  it.each<[what: string, document: string, search: string, replacement: string, parts: (keyof Anatomy)[]]>([
    ["the feed's date", RSS, "06:00:00 GMT</lastBuildDate>", "07:00:00 GMT</lastBuildDate>", ["dated"]],
    ["the feed's title", RSS, "The Harbour Gazette", "The Gazette", ["frame"]],
    ["an entry's words", RSS, "She left at dawn", "She left", ["markups"]],
    ["an entry's date", RSS, "06:00:00 GMT</pubDate>", "07:00:00 GMT</pubDate>", []],
    ["an attribute in an entry", ATOM, 'type="text/html"', 'type="text/plain"', ["markups"]],
    ["white space around a text", ATOM, "<summary>", "<summary> ", []],
    ["Atom's date", ATOM, "<updated>2026-03-13", "<updated>2026-03-14", ["dated"]],
    ["an item's words", JSON_FEED, "She left.", "She came.", ["markups"]],
    ["JSON Feed's title", JSON_FEED, "The Harbour", "A", ["frame"]],
    ["an item's date", JSON_FEED, '"id":"1"', '"id":"1","date_modified":"2026-03-13T06:00:00Z"', []],
  ])("%s", (_, document, search, replacement, parts) =>
    expect(changedBy(document, search, replacement)).toEqual(parts),
  );
});

describe("RSS 1.0", () => {
  it("has its items beside the channel", () => expect(anatomyOf(documentOf("rdf"))?.markups).toHaveLength(1));
});

describe("no feed is", () => {
  it.each(["", "<html/>", "<rss><channel>", "{", "[]", "null"])("%j", (text) =>
    expect(anatomyOf(text)).toBeUndefined(),
  );
});
