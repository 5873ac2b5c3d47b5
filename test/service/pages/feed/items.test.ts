import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { toFeed } from "../../../../src/feed/compose.ts";
import { renderJson } from "../../../../src/render/json.ts";
import { changedAt, DEK_LENGTH, dekOf, type FeedItem, toItem } from "../../../../src/service/pages/feed/items.ts";
import { anyArticle, salvage } from "../../../edition/any-article.ts";
import { definitionOf, itemOf, site } from "../fixtures.ts";

const dek = (fields: object) => dekOf(itemOf(fields));

describe("the line below a title", () => {
  it.each([
    ["the summary", { summary: "In short", content_html: "<p>At length</p>" }, "In short"],
    [
      "how the text begins, without one",
      { content_html: "<p>At <b>length</b></p><p>And on.</p>" },
      "At length And on.",
    ],
    ["how the text begins, where the summary is empty", { summary: "", content_html: "<p>At length</p>" }, "At length"],
    ["nothing, of a headline", {}, ""],
    ["nothing that the title says already", { title: "The same", summary: "The same" }, ""],
    ["nothing that the text has of the title alone", { title: "The same", content_html: "<h1>The same</h1>" }, ""],
    [
      "the text behind a picture",
      { content_html: '<figure><img src="https://a.example/b.jpg"></figure><p>Text</p>' },
      "Text",
    ],
    ["text, of what looks like markup", { content_html: "<p>x &lt; y &amp; z</p>" }, "x < y & z"],
  ])("is %s", (_, fields, line) => expect(dek(fields)).toBe(line));

  it("is cut between words where it is long", () => {
    const line = dek({ summary: "word ".repeat(100) });
    expect(line).toMatch(/^(word )+word…$/);
    expect(line.length).toBeLessThanOrEqual(DEK_LENGTH + 1);
  });

  it("shows no markup where the part that is parsed ends within a tag", () => {
    expect(dek({ content_html: `<img alt="${"x".repeat(5_000)}" src="https://a.example/"><p>Text</p>` })).toBe("");
    expect(dek({ content_html: `<p>Text</p><a href="https://a.example/${"y".repeat(5_000)}">z</a>` })).toBe("Text");
  });

  it("is short, whatever a text holds", () => {
    fc.assert(
      fc.property(fc.string({ unit: "grapheme", maxLength: 600 }), (summary) => {
        expect(dek({ summary }).length).toBeLessThanOrEqual(DEK_LENGTH + 1);
      }),
    );
  });
});

describe("the time of a change", () => {
  const changed = (date_published: string, date_modified: string) =>
    changedAt(itemOf({ date_published, date_modified }));

  it.each([
    ["2026-03-01T08:00:00Z", undefined],
    ["2026-03-01T08:01:00Z", undefined],
    ["2026-03-01T07:00:00Z", undefined],
    ["2026-03-01T08:01:01Z", Date.UTC(2026, 2, 1, 8, 1, 1)],
    ["2026-03-01T10:30:00+01:00", Date.UTC(2026, 2, 1, 9, 30)],
    ["2026-03-01T09:00:00+01:00", undefined],
    ["no time", undefined],
  ])("of what was published at eight and modified at %s is %s", (modified, at) =>
    expect(changed("2026-03-01T08:00:00Z", modified)).toBe(at),
  );
});

describe("an entry that stands in no document", () => {
  /** What pages show of an item, said one way. */
  const shown = ({ language, attachments = [], authors = [], _wireproof = {}, ...item }: FeedItem) => ({
    ...item,
    ...{ tags: undefined, content_text: undefined },
    language: language ?? site.language,
    authors: authors.map(({ name, url }) => ({ name, url })),
    attachments: attachments.map(({ url, mime_type, size_in_bytes, duration_in_seconds }) => ({
      url,
      mime_type,
      size_in_bytes,
      duration_in_seconds,
    })),
    section: _wireproof.section,
    images: _wireproof.images ?? [],
    credit: _wireproof.credit,
    rights: _wireproof.rights,
    corrections: _wireproof.corrections ?? [],
  });

  it.each(["full", "summary", "headline"] as const)("is the item that a document would have: %s", (content) => {
    let seen = 0;
    fc.assert(
      fc.property(anyArticle, (input) => {
        const article = salvage(input, site);
        if (!article) return;
        seen += 1;
        const feed = toFeed(site, definitionOf({ content }), [article]);
        const [item] = (JSON.parse(renderJson(feed).text) as { items: FeedItem[] }).items;
        expect(feed.entries.map((entry) => shown(toItem(entry)))).toEqual([shown(item as FeedItem)]);
      }),
    );
    expect(seen).toBeGreaterThan(20);
  });
});
