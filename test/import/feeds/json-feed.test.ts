import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { Draft } from "../../../src/import/draft.ts";
import { readJsonFeed } from "../../../src/import/feeds/json-feed.ts";
import { SOURCE } from "../helpers.ts";

const plain = (value: unknown) => JSON.parse(JSON.stringify(value)) as unknown;

function itemOf(item: object): Draft {
  const [draft] = readJsonFeed({ items: [item] }, SOURCE).drafts;
  if (!draft) throw new Error("one item was expected");
  return draft;
}

describe("a JSON Feed", () => {
  it("says what holds for all of its items", () => {
    expect(
      plain(
        readJsonFeed(
          {
            version: "https://jsonfeed.org/version/1.1",
            title: " The Gazette ",
            home_page_url: "https://gazette.example/",
            feed_url: "https://gazette.example/feed.json",
            language: "en-GB",
            authors: [{ name: "Jane", url: "https://gazette.example/jane" }],
            items: [],
          },
          SOURCE,
        ),
      ),
    ).toEqual({
      facts: {
        title: "The Gazette",
        home: "https://gazette.example/",
        base: "https://gazette.example/feed.json",
        authors: [{ name: "Jane", url: "https://gazette.example/jane" }],
        language: "en-GB",
      },
      drafts: [],
      skipped: [],
      notes: [],
    });
  });

  it.each([{}, { items: "none" }, { items: {} }, { items: null, title: 7, authors: "Jane", author: ["Jane"] }])(
    "with wrong types is read as if they were absent: %j",
    (feed) => {
      expect(plain(readJsonFeed(feed, SOURCE))).toEqual({ facts: { authors: [] }, drafts: [], skipped: [], notes: [] });
    },
  );

  it("skips what is no item, and counts it", () => {
    const { drafts, skipped } = readJsonFeed({ items: [null, { id: "a" }, "text", [], { id: "b" }] }, SOURCE);
    expect(drafts.map(({ where, guid }) => `${where}: ${guid}`)).toEqual(["item 2: a", "item 5: b"]);
    expect(skipped).toEqual(["item 1", "item 3", "item 4"].map((where) => ({ where, reason: "it is no JSON object" })));
  });
});

describe("an item", () => {
  it("becomes a draft, whole", () => {
    const draft = itemOf({
      id: "tag:g.example,2026:1",
      url: "https://g.example/a",
      title: "A < B",
      content_html: "<p>C</p>",
      summary: "S",
      image: "https://g.example/i.png",
      banner_image: "https://g.example/b.png",
      date_published: "2026-03-01T00:00:00Z",
      date_modified: "2026-03-02T00:00:00Z",
      authors: [{ name: "Jane" }],
      tags: ["sea", "storm"],
      language: "en",
      attachments: [
        {
          url: "https://g.example/a.mp3",
          mime_type: "audio/mpeg",
          title: "Part 1",
          size_in_bytes: 9,
          duration_in_seconds: 7,
        },
      ],
    });
    expect(plain(draft)).toEqual({
      where: "item 1",
      guid: "tag:g.example,2026:1",
      link: "https://g.example/a",
      base: [],
      title: { type: "text", value: "A < B" },
      content: { type: "html", value: "<p>C</p>" },
      description: { type: "text", value: "S" },
      authors: [{ name: "Jane" }],
      tags: ["sea", "storm"],
      language: "en",
      media: [
        { url: "https://g.example/i.png", medium: "image" },
        { url: "https://g.example/b.png", medium: "image" },
        { url: "https://g.example/a.mp3", type: "audio/mpeg", length: 9, duration: 7, caption: "Part 1" },
      ],
      published: "2026-03-01T00:00:00Z",
      updated: "2026-03-02T00:00:00Z",
      notes: [],
    });
  });

  it.each([
    ["a number is an id: 1.1 asks to read it as text", { id: 7 }, { guid: "7" }],
    ["0 is an id", { id: 0 }, { guid: "0" }],
    ["a blank id is none", { id: " " }, { guid: undefined }],
    ["a title is text, whatever it looks like", { title: "<b>A</b>" }, { title: { type: "text", value: "<b>A</b>" } }],
    [
      "content_text stands in for content_html",
      { content_text: "1 < 2" },
      { content: { type: "text", value: "1 < 2" } },
    ],
    [
      "blank content_html gives way",
      { content_html: " ", content_text: "a" },
      { content: { type: "text", value: "a" } },
    ],
    ["tags that are no text are passed over", { tags: ["a", 3, null, " ", "b "] }, { tags: ["a", "b"] }],
    ["tags in one line are a list", { tags: "a, b" }, { tags: ["a", "b"] }],
    ["tags that are no list are passed over", { tags: { a: 1 } }, { tags: [] }],
    ["times may be Unix time", { date_published: 1715068800 }, { published: "1715068800" }],
    [
      "a picture may be an object",
      { image: { url: "https://a.example/a.jpg" } },
      { media: [{ url: "https://a.example/a.jpg", medium: "image" }] },
    ],
    ["1.0 had one author", { author: { name: "Jane" } }, { authors: [{ name: "Jane" }] }],
    [
      "1.1's authors win over the one that is repeated",
      { author: { name: "Jane" }, authors: [{ name: "Ann" }, { name: "Bo" }] },
      { authors: [{ name: "Ann" }, { name: "Bo" }] },
    ],
    [
      "no authors at all are not the old one's end",
      { author: { name: "Jane" }, authors: [] },
      { authors: [{ name: "Jane" }] },
    ],
    [
      "an author without a name is known by the address",
      { authors: [{ url: "https://g.example/j" }, { avatar: "x" }, 7] },
      { authors: [{ name: "https://g.example/j", url: "https://g.example/j" }] },
    ],
  ])("%s", (_, item, expected) => {
    expect(itemOf(item)).toMatchObject(expected);
  });

  it.each([
    ["an attachment without an address is none", { mime_type: "audio/mpeg" }, []],
    ["a size is whole bytes", { url: "a", size_in_bytes: 9.6 }, [{ url: "a", length: 10 }]],
    ["a size of 0 says that nobody knew", { url: "a", size_in_bytes: 0, duration_in_seconds: -1 }, [{ url: "a" }]],
    ["a size written as text is passed over", { url: "a", size_in_bytes: "9" }, [{ url: "a" }]],
    [
      "a type is read without its parameters",
      { url: "a", mime_type: "Audio/MPEG; q=1" },
      [{ url: "a", type: "audio/mpeg" }],
    ],
  ])("%s", (_, attachment, expected) => {
    expect(plain(itemOf({ attachments: [attachment, null, "x"] }).media)).toEqual(expected);
  });
});

describe("an item's links", () => {
  it.each([
    ["url", { url: "https://g.example/a" }, "https://g.example/a", []],
    [
      "external_url alone",
      { external_url: "https://other.example/x" },
      "https://other.example/x",
      ["external_url is the link"],
    ],
    [
      "url before external_url",
      { url: "https://g.example/a", external_url: "https://other.example/x" },
      "https://g.example/a",
      ["external_url is left out: the entry links to the item's own page"],
    ],
    ["none", {}, undefined, []],
  ])("%s", (_, item, link, notes) => {
    const draft = itemOf(item);
    expect([draft.link, draft.notes]).toEqual([link, notes]);
  });
});

describe("what an item says more", () => {
  it("is noted by name", () => {
    expect(
      itemOf({
        content_html: "<p>",
        content_text: "a",
        authors: [{ name: "Jane", avatar: "a.png" }],
        _x: { about: "y" },
        next: 1,
      }).notes,
    ).toEqual([
      "content_text is left out beside content_html",
      "_x is left out",
      "next is left out",
      "an author's avatar is left out",
    ]);
  });
});

describe("any JSON", () => {
  it("is read item by item, each a draft or skipped", () => {
    const keys = fc.constantFrom(
      "id",
      "url",
      "title",
      "content_html",
      "authors",
      "author",
      "tags",
      "image",
      "attachments",
      "summary",
    );
    fc.assert(
      fc.property(fc.array(fc.oneof(fc.jsonValue(), fc.dictionary(keys, fc.jsonValue()))), (items) => {
        const { drafts, skipped } = readJsonFeed({ items }, SOURCE);
        expect([...drafts, ...skipped].map(({ where }) => where).sort()).toEqual(
          items.map((_, index) => `item ${index + 1}`).sort(),
        );
      }),
    );
  });
});

describe("what an item says of its publication", () => {
  it.each([
    [{ draft: true }, "it is a draft"],
    [{ Draft: "YES" }, "it is a draft"],
    [{ status: "Draft" }, "it says status: Draft"],
    [{ Post_Status: "private" }, "it says Post_Status: private"],
    [{ visibility: "members" }, "it says visibility: members"],
    [{ published: false }, "it says published: false"],
    [{ published: "perhaps" }, "it says published: perhaps, which nobody here understands"],
    [{ _gazette: { status: "draft" } }, "it says status: draft"],
    [{ _cms: { meta: { isPublic: "no" } } }, "it says isPublic: no"],
    [{ password: "x" }, "it has a password"],
  ])("%j withholds it", (fields, withheld) => {
    expect(itemOf({ id: "a", ...fields }).withheld).toBe(withheld);
  });

  it.each([
    {},
    { draft: false },
    { status: "published" },
    { visibility: "public" },
    { published: "2026-03-03T10:00:00Z" },
    { _gazette: { status: "publish", comments: [{ status: "spam" }] } },
    { _gazette: { status: 200 } },
    { status: null },
  ])("%j does not", (fields) => {
    expect(itemOf({ id: "a", ...fields }).withheld).toBeUndefined();
  });

  it("may be from when and until when", () => {
    const fields = {
      date_published: "2026-01-01T00:00:00Z",
      embargo_until: "2030-01-01",
      _x: { expires: "2031-01-01" },
    };
    expect(itemOf({ id: "a", ...fields })).toMatchObject({
      embargo: "2030-01-01T00:00:00Z",
      expiry: "2031-01-01T00:00:00Z",
      withheld: undefined,
    });
  });
});

describe("an item's people", () => {
  it("may be one where many are asked for", () => {
    expect(itemOf({ authors: { name: "Jane" } }).authors).toEqual([{ name: "Jane" }]);
  });
});
