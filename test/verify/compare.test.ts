import { describe, expect, it, test } from "vitest";
import type { Feed, Format } from "../../src/feed/feed.ts";
import { compare } from "../../src/verify/compare.ts";
import { CONSTANTS, COVERAGE } from "../../src/verify/coverage/readers-by-field.ts";
import type { Reader } from "../../src/verify/discrepancy.ts";
import type { Reading } from "../../src/verify/read/reading.ts";
import { placesOf } from "./coverage/places.ts";
import { bareEntry, fullEntry, plainEntry, sampleFeed, wireFeed } from "./sample.ts";

const READERS: [Format, Reader][] = [
  ["rss", "strict-xml"],
  ["rss", "rss-parser"],
  ["atom", "strict-xml"],
  ["atom", "rss-parser"],
  ["json", "strict-json"],
];

describe.each(READERS)("%s, read by %s", (format, reader) => {
  const good = (feed: Feed = sampleFeed) => perfect(feed, format, reader);
  const found = (reading: Reading, feed: Feed = sampleFeed) => compare(feed, format, reader, reading);

  it("has nothing to tell where every place holds what it has to", () => {
    expect(found(good())).toEqual([]);
  });

  it("tells of a field of the feed", () => {
    const reading = good();
    expect(found({ ...reading, feed: { ...reading.feed, title: "Other" } })).toEqual([
      { field: "title", stored: "Gazette & Co: <local>", read: "Other" },
    ]);
  });

  it("tells of a field of an entry, and of which", () => {
    const reading = good();
    const entries = reading.entries.map((entry) =>
      entry.id === bareEntry.id ? { ...entry, title: undefined } : entry,
    );
    expect(found({ ...reading, entries })).toEqual([
      { entry: bareEntry.id, field: "title", stored: "In brief", read: "" },
    ]);
  });

  it("tells of an entry that is missing, and of no field of it", () => {
    const reading = good();
    expect(found({ ...reading, entries: reading.entries.slice(0, 2) })).toEqual([
      { entry: plainEntry.id, field: "id", stored: plainEntry.id, read: "" },
    ]);
  });

  it("tells of an entry too many, and of one that stands twice", () => {
    const reading = good();
    const [first = {}] = reading.entries;
    expect(found({ ...reading, entries: [...reading.entries, { id: "other" }, first] })).toEqual([
      { entry: "other", field: "id", stored: "", read: "other" },
      { entry: fullEntry.id, field: "id", stored: "", read: fullEntry.id },
    ]);
  });

  it("tells of another order once", () => {
    const reading = good();
    const ids = [fullEntry.id, bareEntry.id, plainEntry.id];
    expect(found({ ...reading, entries: reading.entries.toReversed() })).toEqual([
      { field: "entries", stored: ids.join(" "), read: ids.toReversed().join(" ") },
    ]);
  });

  it("tells of an id that is no text", () => {
    const reading = good();
    const entries = reading.entries.map((entry) => (entry.id === bareEntry.id ? { ...entry, id: [1, 2] } : entry));
    expect(found({ ...reading, entries })).toEqual([
      { entry: bareEntry.id, field: "id", stored: bareEntry.id, read: "" },
      { entry: "[1,2]", field: "id", stored: "", read: "[1,2]" },
    ]);
  });

  it("tells of what it met beyond the model, in the place of nothing", () => {
    const unexpected = [
      { field: "x@y", read: "1" },
      { entry: bareEntry.id, field: "z", read: "<z>" },
    ];
    expect(found({ ...good(), unexpected })).toEqual([
      { field: "x@y", read: "1", stored: "" },
      { entry: bareEntry.id, field: "z", read: "<z>", stored: "" },
    ]);
  });
});

describe("what a document says of itself", () => {
  it.each([
    ["rss", "strict-xml", "rss@version", "2.0"],
    ["json", "strict-json", "version", "https://jsonfeed.org/version/1.1"],
  ] as const)("in %s is proved by %s: %s", (format, reader, place, stored) => {
    const reading = perfect(sampleFeed, format, reader);
    expect(compare(sampleFeed, format, reader, { ...reading, feed: { ...reading.feed, [place]: "0.91" } })).toEqual([
      { field: place, stored, read: "0.91" },
    ]);
  });

  it("is not asked of rss-parser, which does not say", () => {
    expect(compare(sampleFeed, "rss", "rss-parser", perfect(sampleFeed, "rss", "rss-parser"))).toEqual([]);
  });
});

test("rss-parser is not asked for tombstones of Atom, and the strict reader is", () => {
  const reading = perfect(wireFeed, "atom", "rss-parser");
  const living = { ...reading, entries: reading.entries.slice(0, 1) };
  expect(compare(wireFeed, "atom", "rss-parser", living)).toEqual([]);
  const strict = perfect(wireFeed, "atom", "strict-xml");
  expect(compare(wireFeed, "atom", "strict-xml", { ...strict, entries: strict.entries.slice(0, 1) })).toEqual([
    { entry: "tag:gazette.example,2026:a-4", field: "id", stored: "tag:gazette.example,2026:a-4", read: "" },
  ]);
});

/** What a reader sees of a document that says everything right. */
function perfect(feed: Feed, format: Format, reader: Reader): Reading {
  const { feed: ofFeed, entry: ofEntry } = COVERAGE[format];
  const constants = reader === "rss-parser" ? {} : CONSTANTS[format];
  return {
    feed: { ...constants, ...placesOf(ofFeed, reader, feed, feed) },
    entries: feed.entries.map((entry) => placesOf(ofEntry, reader, entry, feed)),
    unexpected: [],
  };
}
