import { describe, expect, it } from "vitest";
import type { Entry, Feed } from "../../../src/feed/feed.ts";
import { JSON_COVERAGE } from "../../../src/verify/coverage/json.ts";
import { bareEntry, deletedEntry, extras, fullEntry, sampleFeed } from "../sample.ts";
import { placesOf } from "./places.ts";

const ofFeed = (feed: Feed) => placesOf(JSON_COVERAGE.feed, "strict-json", feed, feed);
const ofEntry = (entry: Entry) => placesOf(JSON_COVERAGE.entry, "strict-json", entry, sampleFeed);

it("a JSON Feed has to say of a feed with all there is", () => {
  expect(ofFeed({ ...sampleFeed, ...extras.feed })).toEqual({
    title: "Gazette & Co: <local>",
    description: "All the news & views, 1 < 2",
    home_page_url: "https://gazette.example/local?a=1&b=2",
    feed_url: "https://feeds.example/feeds/local.json",
    "hubs.type": ["WebSub"],
    "hubs.url": ["https://feeds.example/hub?a=1&b=2"],
    next_url: "https://feeds.example/feeds/local/archive/1.json",
    language: "en",
    icon: "https://gazette.example/icon.png",
    "authors.name": ["Gazette & Co"],
    "authors.url": ["https://gazette.example/"],
    "_wireproof.rights": "© 2026 Gazette & Co",
  });
});

describe("what an item of a JSON Feed has to say", () => {
  it("of an entry with all there is", () => {
    const entry = { ...fullEntry, ...extras.entry, deleted: deletedEntry.deleted };
    expect(ofEntry(entry)).toEqual({
      id: "tag:gazette.example,2026:a-1",
      url: "https://gazette.example/2026/pier?from=feed&x=1",
      title: "Pier & <harbour> reopen: 5 > 4",
      summary: "Boats &amp; people return.\nThe <pier> is open.",
      content_text: undefined,
      content_html: fullEntry.content_html,
      date_published: "2026-03-01T08:00:00.000Z",
      date_modified: "2026-03-01T10:00:00.250Z",
      "authors.name": ["Ada Quill & <Sons>", "Bo", "Cy"],
      "authors.url": ["https://gazette.example/people/ada?a=1&b=2", undefined, "https://gazette.example/people/cy"],
      tags: ["Local & more", "harbour", "piers"],
      language: "fr-CA",
      image: "https://gazette.example/i/1.jpg?w=1&h=2",
      "attachments[image].url": ["https://gazette.example/i/1.jpg?w=1&h=2", "https://gazette.example/i/2.png"],
      "attachments[image].mime_type": ["image/jpeg", "image/png"],
      "attachments[image].title": ['The "new" pier <at dawn> & after', undefined],
      "attachments[image].size_in_bytes": [123456, 0],
      "attachments[image].duration_in_seconds": [undefined, undefined],
      "attachments[file].url": ["https://gazette.example/a/1.mp3", "https://gazette.example/a/2.mp4"],
      "attachments[file].mime_type": ["audio/mpeg", "video/mp4"],
      "attachments[file].title": ['The mayor\'s speech, "whole" <& unabridged>', undefined],
      "attachments[file].size_in_bytes": [654321, undefined],
      // Not rounded, as Media RSS asks.
      "attachments[file].duration_in_seconds": [61.5, undefined],
      "_wireproof.section": "Local & more",
      "_wireproof.authors.name": ["Ada Quill & <Sons>", "Bo", "Cy"],
      "_wireproof.authors.url": [
        "https://gazette.example/people/ada?a=1&b=2",
        undefined,
        "https://gazette.example/people/cy",
      ],
      "_wireproof.authors.email": ["ada@gazette.example", undefined, undefined],
      "_wireproof.images.url": ["https://gazette.example/i/1.jpg?w=1&h=2", "https://gazette.example/i/2.png"],
      "_wireproof.images.type": ["image/jpeg", "image/png"],
      "_wireproof.images.width": [1200, undefined],
      "_wireproof.images.height": [800, undefined],
      "_wireproof.images.length": [123456, 0],
      "_wireproof.images.caption": ['The "new" pier <at dawn> & after', undefined],
      "_wireproof.images.credit": ["Bo Lens", undefined],
      "_wireproof.images.rights": ["© 2026 Bo & <Sons>", undefined],
      "_wireproof.images.syndication_rights": [undefined, undefined],
      "_wireproof.images.license_id": [undefined, undefined],
      "_wireproof.images.licensor": [undefined, undefined],
      "_wireproof.attachments.url": ["https://gazette.example/a/1.mp3", "https://gazette.example/a/2.mp4"],
      "_wireproof.attachments.type": ["audio/mpeg", "video/mp4"],
      "_wireproof.attachments.length": [654321, undefined],
      "_wireproof.attachments.duration": [61.5, undefined],
      "_wireproof.attachments.caption": ['The mayor\'s speech, "whole" <& unabridged>', undefined],
      "_wireproof.attachments.credit": ["Cy & Radio <Ness>", undefined],
      "_wireproof.attachments.rights": ["© 2026 Radio <Ness> & others", undefined],
      "_wireproof.credit.name": "Coast & Wire",
      "_wireproof.credit.url": "https://wire.example/s/1?x=1&y=2",
      "_wireproof.rights": "© 2026 Coast & Wire",
      "_wireproof.corrections.at": ["2026-03-01T10:00:00.250Z", "2026-03-01T09:00:00Z"],
      "_wireproof.corrections.note": ["An earlier version misspelt <Ellis>.", "Second."],
      "_wireproof.short_title": "Pier & <harbour>",
      "_wireproof.expires": "2026-04-01T00:00:00Z",
      "_wireproof.status": "deleted",
      "_wireproof.deleted.at": "2026-03-01T09:30:00Z",
      "_wireproof.deleted.reason": "wrong & unfair",
    });
  });

  const picture = (caption?: string) => ({ url: "i", type: "image/png", caption });

  it.each<[what: string, fields: Partial<Entry>, places: object]>([
    ["the summary as content_text too, where there is no body", { summary: "s" }, { summary: "s", content_text: "s" }],
    [
      "authors once in the extension only where one has an e-mail address",
      { authors: [{ name: "Ada", url: "u" }] },
      {
        "authors.name": ["Ada"],
        "_wireproof.authors.name": [],
        "_wireproof.authors.url": [],
      },
    ],
    [
      "no title of captions that two pictures share",
      { images: [picture("x"), picture("x"), picture("y")] },
      {
        "attachments[image].title": [undefined, undefined, "y"],
        "_wireproof.images.caption": ["x", "x", "y"],
      },
    ],
    [
      "no title of a caption that a picture and a sound share",
      { images: [picture("x")], attachments: [{ url: "a", type: "audio/mpeg", caption: "x" }] },
      {
        "attachments[image].title": [undefined],
        "attachments[file].title": [undefined],
        "_wireproof.attachments.caption": ["x"],
      },
    ],
    [
      "attachments once in the extension only where one has a caption, a credit or rights",
      { attachments: [{ url: "a", type: "audio/mpeg", duration: 7 }] },
      { "attachments[file].url": ["a"], "_wireproof.attachments.url": [], "_wireproof.attachments.duration": [] },
    ],
    ["no image without pictures", {}, { image: undefined, "attachments[image].url": [] }],
  ])("%s", (_, fields, places) => {
    expect(ofEntry({ ...bareEntry, ...fields })).toMatchObject(places);
  });
});
