import { describe, expect, it } from "vitest";
import type { Entry, Feed } from "../../../src/feed/feed.ts";
import { ATOM_COVERAGE } from "../../../src/verify/coverage/atom.ts";
import { bareEntry, bareFeed, deletedEntry, extras, fullEntry, sampleFeed } from "../sample.ts";
import { placesOf } from "./places.ts";

const ofFeed = (feed: Feed) => placesOf(ATOM_COVERAGE.feed, "strict-xml", feed, feed);
const ofEntry = (entry: Entry) => placesOf(ATOM_COVERAGE.entry, "strict-xml", entry, sampleFeed);

describe("what an Atom feed has to say", () => {
  it("of a feed with all there is", () => {
    expect(ofFeed({ ...sampleFeed, ...extras.feed })).toEqual({
      id: "tag:gazette.example,2026:feeds/local",
      title: "Gazette & Co: <local>",
      subtitle: "All the news & views, 1 < 2",
      updated: "2026-03-01T10:00:00.250Z",
      rights: "© 2026 Gazette & Co",
      logo: "https://gazette.example/logo.png",
      icon: "https://gazette.example/icon.png",
      "xml:lang": "en",
      "link[alternate]": "https://gazette.example/local?a=1&b=2",
      "link[self]": "https://feeds.example/feeds/local.atom",
      "link[hub]": "https://feeds.example/hub?a=1&b=2",
      "fh:archive": "1",
      "link[prev-archive]": "https://feeds.example/feeds/local/archive/1.atom",
      "link[next-archive]": "https://feeds.example/feeds/local/archive/3.atom",
      "link[current]": "https://feeds.example/feeds/main.atom",
      "author/name": ["Gazette & Co"],
      "author/uri": ["https://gazette.example/"],
      "snf:logo/url": "https://gazette.example/wide.png?a=1&b=2",
      "xml-stylesheet": "/feeds/local.css",
    });
  });

  it("of a publisher without an address, one author without one", () => {
    expect(ofFeed({ ...bareFeed, publisher: { name: "Us" } })).toMatchObject({
      "author/name": ["Us"],
      "author/uri": [undefined],
    });
  });
});

describe("what an Atom entry has to say", () => {
  it("of an entry with all there is", () => {
    expect(ofEntry({ ...fullEntry, ...extras.entry })).toMatchObject({
      id: "tag:gazette.example,2026:a-1",
      "link[alternate]": "https://gazette.example/2026/pier?from=feed&x=1",
      title: "Pier & <harbour> reopen: 5 > 4",
      summary: "Boats &amp; people return.\nThe <pier> is open.",
      content: fullEntry.content_html,
      published: "2026-03-01T08:00:00.000Z",
      updated: "2026-03-01T10:00:00.250Z",
      rights: "© 2026 Coast & Wire",
      "category@term": ["Local & more", "harbour", "piers"],
      "xml:lang": "fr-CA",
      "author/name": ["Ada Quill & <Sons>", "Bo", "Cy"],
      "author/uri": ["https://gazette.example/people/ada?a=1&b=2", undefined, "https://gazette.example/people/cy"],
      "author/email": ["ada@gazette.example", undefined, undefined],
      "link[via]@href": ["https://wire.example/s/1?x=1&y=2"],
      "link[via]@title": ["Coast & Wire"],
      "link[enclosure image]@href": ["https://gazette.example/i/1.jpg?w=1&h=2", "https://gazette.example/i/2.png"],
      "link[enclosure image]@type": ["image/jpeg", "image/png"],
      // Atom allows a length of 0, which Media RSS does not.
      "link[enclosure image]@length": ["123456", "0"],
      "link[enclosure image]@title": ['The "new" pier <at dawn> & after', undefined],
      "link[enclosure file]@href": ["https://gazette.example/a/1.mp3", "https://gazette.example/a/2.mp4"],
      "link[enclosure file]@type": ["audio/mpeg", "video/mp4"],
      "link[enclosure file]@length": ["654321", undefined],
      "link[enclosure file]@title": ['The mayor\'s speech, "whole" <& unabridged>', undefined],
      "media:content[image]@fileSize": ["123456", undefined],
      "mi:shortTitle": "Pier & <harbour>",
      "dcterms:valid": "end=2026-04-01T00:00:00Z; scheme=W3C-DTF",
      "media:status@state": "deleted",
      "deleted-entry@when": undefined,
      "deleted-entry/comment": undefined,
    });
  });

  it.each<[what: string, fields: Partial<Entry>, places: object]>([
    ["no summary where none is stored", { summary: undefined }, { summary: undefined }],
    [
      "a credit's name without its address",
      { credit: { name: "W" } },
      { "link[via]@title": ["W"], "link[via]@href": [] },
    ],
    ["no credit", {}, { "link[via]@title": [], "link[via]@href": [] }],
  ])("%s", (_, fields, places) => {
    expect(ofEntry({ ...bareEntry, ...fields })).toMatchObject(places);
  });
});

describe("what a tombstone has to say", () => {
  it("is its id, when and why: nothing of the entry may stand in the document (RFC 6721 §3)", () => {
    const stored = { ...fullEntry, ...extras.entry, deleted: deletedEntry.deleted };
    const said = Object.entries(ofEntry(stored)).filter(([, value]) => value !== undefined);
    expect(Object.fromEntries(said)).toEqual({
      id: "tag:gazette.example,2026:a-1",
      "deleted-entry@when": "2026-03-01T09:30:00.000Z",
      "deleted-entry/comment": "wrong & unfair",
    });
  });

  it("has no comment where no reason is stored", () => {
    expect(ofEntry({ ...bareEntry, deleted: { at: "2026-03-01T09:30:00Z" } })).toMatchObject({
      "deleted-entry@when": "2026-03-01T09:30:00.000Z",
      "deleted-entry/comment": undefined,
    });
  });
});

it("rss-parser is asked for the first author alone", () => {
  expect(placesOf(ATOM_COVERAGE.entry, "rss-parser", fullEntry as Entry, sampleFeed)).toEqual({
    id: "tag:gazette.example,2026:a-1",
    "link[alternate]": "https://gazette.example/2026/pier?from=feed&x=1",
    title: "Pier & <harbour> reopen: 5 > 4",
    summary: "Boats &amp; people return.\nThe <pier> is open.",
    content: fullEntry.content_html,
    published: "2026-03-01T08:00:00.000Z",
    "author[1]/name": "Ada Quill & <Sons>",
  });
});
