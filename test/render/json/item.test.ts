import fc from "fast-check";
import { describe, expect, it, test } from "vitest";
import type { Entry } from "../../../src/feed/feed.ts";
import { renderJson } from "../../../src/render/json.ts";
import { bareEntry, bareFeed, fullEntry } from "../../verify/sample.ts";
import { entryText } from "../texts.ts";

const item = (fields: Partial<Entry>): Record<string, unknown> => JSON.parse(entryText(renderJson, fields));

const BARE = {
  id: "https://old.example/?p=7",
  url: "https://gazette.example/2026/brief",
  title: "In brief",
  date_published: "2026-02-28T08:00:00.000Z",
  date_modified: "2026-02-28T08:00:00.000Z",
  summary: "In brief",
  content_text: "In brief",
};
const PICTURE = { url: "https://x.example/1.png", type: "image/png" };

describe("an item of a JSON Feed", () => {
  it("with nothing optional has a content of plain text, as the specification asks for one of two", () => {
    expect(item({})).toEqual(BARE);
  });

  it.each<[what: string, fields: Partial<Entry>, expected: object]>([
    [
      "content_html for a body, and no content_text beside it",
      { content_html: "<p>x</p>" },
      { ...BARE, content_text: undefined, content_html: "<p>x</p>" },
    ],
    [
      "no summary where none is stored",
      { content_html: "<p>x</p>", summary: undefined },
      { ...BARE, summary: undefined, content_text: undefined, content_html: "<p>x</p>" },
    ],
    ["an empty body as it is", { content_html: "" }, { ...BARE, content_text: undefined, content_html: "" }],
    [
      "all authors",
      { authors: [{ name: "Ada", url: "https://ada.example/" }, { name: "Bo" }] },
      { ...BARE, authors: [{ name: "Ada", url: "https://ada.example/" }, { name: "Bo" }] },
    ],
    [
      "authors once more in the extension, where one has an e-mail address, which JSON Feed has no key for",
      { authors: [{ name: "Ada", email: "ada@x.example" }, { name: "Bo" }] },
      {
        ...BARE,
        authors: [{ name: "Ada" }, { name: "Bo" }],
        _wireproof: { authors: [{ name: "Ada", email: "ada@x.example" }, { name: "Bo" }] },
      },
    ],
    [
      "tags, and the section in the extension",
      { categories: ["News", "R&B"], section: "News" },
      { ...BARE, tags: ["News", "R&B"], _wireproof: { section: "News" } },
    ],
    ["its language where it is not the feed's", { language: "fr-CA" }, { ...BARE, language: "fr-CA" }],
    [
      "when it was published and changed",
      { published: "2026-03-01T08:00:00.125Z", updated: "2026-03-01T10:00:00Z" },
      { ...BARE, date_published: "2026-03-01T08:00:00.125Z", date_modified: "2026-03-01T10:00:00.000Z" },
    ],
    [
      "a picture as image, attachment, and in the extension",
      { images: [{ ...PICTURE, width: 2, height: 1, length: 9, caption: "Pier", credit: "Bo" }] },
      {
        ...BARE,
        image: PICTURE.url,
        attachments: [{ url: PICTURE.url, mime_type: "image/png", title: "Pier", size_in_bytes: 9 }],
        _wireproof: { images: [{ ...PICTURE, width: 2, height: 1, length: 9, caption: "Pier", credit: "Bo" }] },
      },
    ],
    [
      "attachments with their sizes, after pictures",
      {
        images: [PICTURE],
        attachments: [{ url: "https://x.example/1.mp3", type: "audio/mpeg", length: 0, duration: 1.5 }],
      },
      {
        ...BARE,
        image: PICTURE.url,
        attachments: [
          { url: PICTURE.url, mime_type: "image/png" },
          { url: "https://x.example/1.mp3", mime_type: "audio/mpeg", size_in_bytes: 0, duration_in_seconds: 1.5 },
        ],
        _wireproof: { images: [PICTURE] },
      },
    ],
    [
      "what no key of JSON Feed holds, in the extension",
      {
        credit: { name: "Wire" },
        rights: "©",
        corrections: [{ at: "2026-03-01T00:00:00Z", note: "Second." }],
        short_title: "Short",
        expires: "2026-04-01T00:00:00Z",
        status: "deleted",
        deleted: { at: "2026-03-02T00:00:00Z", reason: "wrong" },
      },
      {
        ...BARE,
        _wireproof: {
          credit: { name: "Wire" },
          rights: "©",
          corrections: [{ at: "2026-03-01T00:00:00Z", note: "Second." }],
          short_title: "Short",
          expires: "2026-04-01T00:00:00Z",
          status: "deleted",
          deleted: { at: "2026-03-02T00:00:00Z", reason: "wrong" },
        },
      },
    ],
    ["nothing of modified, which date_modified says", { modified: "2026-05-01T00:00:00Z" }, BARE],
  ])("has %s", (_, fields, expected) => {
    expect(item(fields)).toEqual(JSON.parse(JSON.stringify(expected)));
  });

  it.each<[what: string, captions: (string | undefined)[], titles: (string | undefined)[]]>([
    ["a caption is the title", ["Pier", "Boats"], ["Pier", "Boats"]],
    [
      "a caption that two have is no title: equal titles mean alternates",
      ["Pier", "Pier", "Boats"],
      [undefined, undefined, "Boats"],
    ],
    ["a picture without a caption has no title", [undefined, "Pier"], [undefined, "Pier"]],
  ])("in its attachments, %s", (_, captions, titles) => {
    const images = captions.map((caption) => ({ ...PICTURE, caption }));
    expect(item({ images })).toMatchObject({
      attachments: titles.map((title) =>
        title === undefined ? { url: PICTURE.url, mime_type: "image/png" } : { mime_type: "image/png", title },
      ),
    });
    expect((item({ images }).attachments as { title?: string }[]).map(({ title }) => title)).toEqual(titles);
  });
});

test("bodies come back as they were stored, whatever they hold, each in its own item", () => {
  const body = fc.oneof(
    fc.string({ unit: "grapheme" }),
    fc.constantFrom("\u00010", "\\u00010", '"}', "\n        {", "$&"),
  );
  fc.assert(
    fc.property(fc.array(body, { maxLength: 4 }), (bodies) => {
      const entries = bodies.map((content_html, index) => ({ ...bareEntry, id: String(index), content_html }));
      const parsed = JSON.parse(renderJson({ ...bareFeed, entries }).text);
      expect(parsed.items.map(({ content_html }: { content_html: string }) => content_html)).toEqual(bodies);
    }),
  );
});

test("texts come back as they were stored, though they look like what `feed` indents", () => {
  fc.assert(
    fc.property(fc.string({ unit: "binary" }), (text) => {
      fc.pre(!text.includes("\u0001"));
      const entry = { ...fullEntry, title: `${text}\n  "x": `, categories: [text, '"\n        }'] };
      const [parsed] = JSON.parse(renderJson({ ...bareFeed, entries: [entry] }).text).items;
      expect([parsed.title, parsed.tags]).toEqual([entry.title, entry.categories]);
    }),
  );
});
