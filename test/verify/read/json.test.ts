import { describe, expect, it } from "vitest";
import type { Value } from "../../../src/verify/discrepancy.ts";
import { readJsonStrictly } from "../../../src/verify/read/json.ts";
import type { Places } from "../../../src/verify/read/reading.ts";
import { present } from "./parsed.ts";

const item = (fields: { [key: string]: Value }, feed: { [key: string]: Value } = {}) =>
  readJsonStrictly({ ...feed, items: [fields] });

describe("a JSON Feed", () => {
  it("is read key by key, and nothing is left", () => {
    const reading = readJsonStrictly({
      version: "v",
      title: "t",
      description: "d",
      home_page_url: "h",
      feed_url: "f",
      hubs: [{ type: "WebSub", url: "hub" }],
      next_url: "n",
      language: "en",
      icon: "i",
      authors: [{ name: "a", url: "u" }],
      _wireproof: { about: "https://x.example/", rights: "r" },
      items: [],
    });
    expect(reading).toEqual({
      feed: {
        version: "v",
        title: "t",
        description: "d",
        home_page_url: "h",
        feed_url: "f",
        "hubs.type": ["WebSub"],
        "hubs.url": ["hub"],
        next_url: "n",
        language: "en",
        icon: "i",
        "authors.name": ["a"],
        "authors.url": ["u"],
        "_wireproof.rights": "r",
      },
      entries: [],
      unexpected: [],
    });
  });

  it.each<[what: string, root: Value, unexpected: object[]]>([
    ["a key that the model has not", { items: [], favicon: "f" }, [{ field: "favicon", read: "f" }]],
    [
      "a list in place of the feed",
      [],
      [
        { field: "", read: "[]" },
        { field: "items", read: "" },
      ],
    ],
    [
      "a text in place of the feed",
      "x",
      [
        { field: "", read: "x" },
        { field: "items", read: "" },
      ],
    ],
    ["items that are no list", { items: { 0: {} } }, [{ field: "items", read: '{"0":{}}' }]],
    ["no items", {}, [{ field: "items", read: "" }]],
    ["an item that is no object", { items: ["x"] }, [{ field: "", read: "x", entry: "" }]],
    ["an author's avatar", { items: [], authors: [{ avatar: "a" }] }, [{ field: "authors.avatar", read: "a" }]],
    [
      "a description of the extension that is no URL",
      { items: [], _wireproof: { about: "us" } },
      [{ field: "about", read: "us" }],
    ],
    ["one that is no text", { items: [], _wireproof: { about: 7 } }, [{ field: "about", read: "7" }]],
  ])("leaves over %s", (_, root, unexpected) => {
    expect(readJsonStrictly(root).unexpected).toEqual(unexpected);
  });
});

describe("an item", () => {
  it("is read key by key, and nothing is left", () => {
    const { entries, unexpected } = item({
      id: "i",
      url: "u",
      title: "t",
      summary: "s",
      content_html: "<p>",
      content_text: "c",
      date_published: "2026-03-01T08:00:00Z",
      date_modified: "2026-03-01T10:00:00.5+01:00",
      image: "im",
      tags: ["x", "y"],
      language: "de",
      authors: [{ name: "A" }, { name: "B", url: "bu" }],
      attachments: [
        { url: "1", mime_type: "image/png", title: "T", size_in_bytes: 7 },
        { url: "2", mime_type: "audio/mpeg", duration_in_seconds: 1.5 },
      ],
      _wireproof: {
        section: "x",
        rights: "r",
        authors: [{ name: "A", email: "e" }],
        images: [
          {
            url: "1",
            type: "image/png",
            width: 3,
            height: 2,
            length: 7,
            caption: "T",
            credit: "C",
            rights: "R",
            licensor: "L",
          },
        ],
        attachments: [{ url: "2", type: "audio/mpeg", duration: 1.5, caption: "D", credit: "E", rights: "F" }],
        credit: { name: "cn", url: "cu" },
        corrections: [{ at: "ca", note: "cn" }],
        short_title: "st",
        expires: "ex",
        status: "deleted",
        deleted: { at: "da", reason: "dr" },
      },
    });
    expect(unexpected).toEqual([]);
    expect(entries.map(present)).toEqual([
      {
        id: "i",
        url: "u",
        title: "t",
        summary: "s",
        content_html: "<p>",
        content_text: "c",
        date_published: "2026-03-01T08:00:00.000Z",
        date_modified: "2026-03-01T09:00:00.500Z",
        image: "im",
        tags: ["x", "y"],
        language: "de",
        "authors.name": ["A", "B"],
        "authors.url": [undefined, "bu"],
        "attachments[image].url": ["1"],
        "attachments[image].mime_type": ["image/png"],
        "attachments[image].title": ["T"],
        "attachments[image].size_in_bytes": [7],
        "attachments[image].duration_in_seconds": [undefined],
        "attachments[file].url": ["2"],
        "attachments[file].mime_type": ["audio/mpeg"],
        "attachments[file].title": [undefined],
        "attachments[file].size_in_bytes": [undefined],
        "attachments[file].duration_in_seconds": [1.5],
        "_wireproof.authors.name": ["A"],
        "_wireproof.authors.url": [undefined],
        "_wireproof.authors.email": ["e"],
        "_wireproof.images.url": ["1"],
        "_wireproof.images.type": ["image/png"],
        "_wireproof.images.width": [3],
        "_wireproof.images.height": [2],
        "_wireproof.images.length": [7],
        "_wireproof.images.caption": ["T"],
        "_wireproof.images.credit": ["C"],
        "_wireproof.images.rights": ["R"],
        "_wireproof.images.syndication_rights": [undefined],
        "_wireproof.images.license_id": [undefined],
        "_wireproof.images.licensor": ["L"],
        "_wireproof.attachments.url": ["2"],
        "_wireproof.attachments.type": ["audio/mpeg"],
        "_wireproof.attachments.length": [undefined],
        "_wireproof.attachments.duration": [1.5],
        "_wireproof.attachments.caption": ["D"],
        "_wireproof.attachments.credit": ["E"],
        "_wireproof.attachments.rights": ["F"],
        "_wireproof.section": "x",
        "_wireproof.rights": "r",
        "_wireproof.credit.name": "cn",
        "_wireproof.credit.url": "cu",
        "_wireproof.corrections.at": ["ca"],
        "_wireproof.corrections.note": ["cn"],
        "_wireproof.short_title": "st",
        "_wireproof.expires": "ex",
        "_wireproof.status": "deleted",
        "_wireproof.deleted.at": "da",
        "_wireproof.deleted.reason": "dr",
      },
    ]);
  });

  it.each<[what: string, fields: { [key: string]: Value }, places: Places]>([
    ["an id that is a number is no text", { id: 7 }, { id: 7 }],
    ["a title that is null is not absent", { title: null }, { title: null }],
    ["a date that is none stays as it is", { date_published: "1 March" }, { date_published: "1 March" }],
    ["a date that is no text stays as it is", { date_published: 1 }, { date_published: 1 }],
    [
      "without the extension, all attachments are files",
      { attachments: [{ url: "1" }] },
      {
        "attachments[file].url": ["1"],
        "attachments[file].mime_type": [undefined],
        "attachments[file].title": [undefined],
        "attachments[file].size_in_bytes": [undefined],
        "attachments[file].duration_in_seconds": [undefined],
      },
    ],
  ])("%s", (_, fields, places) => {
    expect(present(item(fields).entries[0])).toEqual(places);
  });

  it("has the feed's language, unless it has one of its own", () => {
    expect(item({}, { language: "en" }).entries[0]?.language).toBe("en");
    expect(item({ language: "de" }, { language: "en" }).entries[0]?.language).toBe("de");
  });

  it("tells of what it leaves over by its id, also in what it holds", () => {
    expect(
      item({ id: "i", external_url: "x", _wireproof: { credit: { note: "n" }, images: [{ alt: "a" }] } }).unexpected,
    ).toEqual([
      { entry: "i", field: "external_url", read: "x" },
      { entry: "i", field: "credit.note", read: "n" },
      { entry: "i", field: "images.alt", read: "a" },
    ]);
  });
});
