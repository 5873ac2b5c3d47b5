import { describe, expect, it } from "vitest";
import type { Entry, Feed } from "../../../src/feed/feed.ts";
import { RSS_COVERAGE } from "../../../src/verify/coverage/rss.ts";
import { bareEntry, bareFeed, deletedEntry, extras, fullEntry, sampleFeed } from "../sample.ts";
import { placesOf } from "./places.ts";

const ofFeed = (feed: Feed) => placesOf(RSS_COVERAGE.feed, "strict-xml", feed, feed);
const ofEntry = (entry: Entry) => placesOf(RSS_COVERAGE.entry, "strict-xml", entry, sampleFeed);

describe("what an RSS channel has to say", () => {
  it("of a feed with all there is", () => {
    expect(ofFeed({ ...sampleFeed, ...extras.feed })).toEqual({
      title: "Gazette & Co: <local>",
      link: "https://gazette.example/local?a=1&b=2",
      description: "All the news & views, 1 < 2",
      language: "en",
      copyright: "© 2026 Gazette & Co",
      ttl: "15",
      lastBuildDate: "2026-03-01T10:00:00.000Z",
      pubDate: "2026-03-01T10:00:00.000Z",
      "atom:link[self]": "https://feeds.example/feeds/local.rss",
      "atom:link[hub]": "https://feeds.example/hub?a=1&b=2",
      "fh:archive": "1",
      "link[prev-archive]": "https://feeds.example/feeds/local/archive/1.rss",
      "link[next-archive]": "https://feeds.example/feeds/local/archive/3.rss",
      "link[current]": "https://feeds.example/feeds/main.rss",
      "image/url": "https://gazette.example/logo.png",
      "image/title": "Gazette & Co: <local>",
      "image/link": "https://gazette.example/local?a=1&b=2",
      "image/width": "144",
      "image/height": "40",
      "snf:logo/url": "https://gazette.example/wide.png?a=1&b=2",
      "xml-stylesheet": "/feeds/local.css",
    });
  });

  it("of a feed without a logo, nothing in an image's place, its title and link included", () => {
    expect(ofFeed(bareFeed)).toMatchObject({
      "image/title": undefined,
      "image/link": undefined,
      "image/url": undefined,
    });
  });
});

describe("what an RSS item has to say", () => {
  it("of an entry with all there is", () => {
    expect(ofEntry(fullEntry)).toEqual({
      id: "tag:gazette.example,2026:a-1",
      link: "https://gazette.example/2026/pier?from=feed&x=1",
      title: "Pier & <harbour> reopen: 5 > 4",
      description: "Boats &amp; people return.\nThe <pier> is open.",
      "content:encoded": fullEntry.content_html,
      pubDate: "2026-03-01T08:00:00.000Z",
      "atom:updated": "2026-03-01T10:00:00.250Z",
      "dc:creator": ["Ada Quill & <Sons>", "Bo", "Cy"],
      "atom:author": [true, false, false],
      "atom:author/atom:name": ["Ada Quill & <Sons>", "Bo", "Cy"],
      "atom:author/atom:uri": [
        "https://gazette.example/people/ada?a=1&b=2",
        undefined,
        "https://gazette.example/people/cy",
      ],
      "atom:author/atom:email": ["ada@gazette.example", undefined, undefined],
      category: ["Local & more", "harbour", "piers"],
      "xml:lang": "fr-CA",
      "enclosure@url": "https://gazette.example/a/1.mp3",
      "enclosure@type": "audio/mpeg",
      "enclosure@length": "654321",
      "media:content@medium": ["image", "image", undefined, undefined],
      "media:content[image]@url": ["https://gazette.example/i/1.jpg?w=1&h=2", "https://gazette.example/i/2.png"],
      "media:content[image]@type": ["image/jpeg", "image/png"],
      "media:content[image]@width": ["1200", undefined],
      "media:content[image]@height": ["800", undefined],
      "media:content[image]@fileSize": ["123456", undefined],
      "media:content[image]/media:description": ['The "new" pier <at dawn> & after', undefined],
      "media:content[image]/media:credit": ["Bo Lens", undefined],
      "media:content[image]/media:copyright": ["© 2026 Bo & <Sons>", undefined],
      "media:content[image]/mi:hasSyndicationRights": [undefined, undefined],
      "media:content[image]/mi:licenseId": [undefined, undefined],
      "media:content[image]/mi:licensorName": [undefined, undefined],
      "media:content[file]@url": ["https://gazette.example/a/1.mp3", "https://gazette.example/a/2.mp4"],
      "media:content[file]@type": ["audio/mpeg", "video/mp4"],
      "media:content[file]@fileSize": ["654321", undefined],
      "media:content[file]@duration": ["62", undefined],
      "media:content[file]/media:description": ['The mayor\'s speech, "whole" <& unabridged>', undefined],
      "media:content[file]/media:credit": ["Cy & Radio <Ness>", undefined],
      "media:content[file]/media:copyright": ["© 2026 Radio <Ness> & others", undefined],
      source: ["Coast & Wire"],
      "source@url": ["https://wire.example/s/1?x=1&y=2"],
      "dc:rights": "© 2026 Coast & Wire",
      "mi:shortTitle": undefined,
      "dcterms:modified": undefined,
      "dcterms:valid": undefined,
      "media:status@state": undefined,
    });
  });

  it.each<[what: string, fields: Partial<Entry>, places: object]>([
    ["an empty description, where no summary is stored", { summary: undefined }, { description: "" }],
    [
      "no Atom persons, where no author has an address",
      { authors: [{ name: "Ada" }] },
      { "dc:creator": ["Ada"], "atom:author": [], "atom:author/atom:name": [] },
    ],
    [
      "the first picture as its enclosure, of length 0, where there is no attachment",
      { images: [{ url: "i", type: "image/png" }] },
      { "enclosure@url": "i", "enclosure@type": "image/png", "enclosure@length": "0" },
    ],
    ["no enclosure without files", {}, { "enclosure@url": undefined, "enclosure@length": undefined }],
    ["a source's name without its address", { credit: { name: "W" } }, { source: ["W"], "source@url": [] }],
    [
      "an expiry and a date of change",
      { expires: "2026-04-01T00:00:00Z", modified: "2026-03-01T10:00:00Z" },
      { "dcterms:valid": "end=2026-04-01T00:00:00Z; scheme=W3C-DTF", "dcterms:modified": "2026-03-01T10:00:00Z" },
    ],
    [
      "when it was deleted, over both of them",
      { deleted: deletedEntry.deleted, expires: "2026-04-01T00:00:00Z", modified: "2026-03-01T10:00:00Z" },
      { "dcterms:valid": "end=2026-03-01T09:30:00Z; scheme=W3C-DTF", "dcterms:modified": "2026-03-01T09:30:00Z" },
    ],
    [
      "published in whole seconds, updated to the millisecond",
      { published: "2026-03-01T08:00:00.999Z", updated: "2026-03-01T08:00:00.999Z" },
      { pubDate: "2026-03-01T08:00:00.000Z", "atom:updated": "2026-03-01T08:00:00.999Z" },
    ],
  ])("%s", (_, fields, places) => {
    expect(ofEntry({ ...bareEntry, ...fields })).toMatchObject(places);
  });
});
