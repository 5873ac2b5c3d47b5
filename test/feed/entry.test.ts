import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { Article } from "../../src/article/article.ts";
import { escapeHtml, toEntry } from "../../src/feed/entry.ts";
import { anArticle } from "../article/an-article.ts";

type Content = "full" | "summary" | "headline";

const STORY: Partial<Article> = {
  title: "Harbour & port reopen",
  content_html: "<p>Boats return.</p>",
  section: "Local",
  tags: ["harbour", "Local", "storm"],
  authors: [{ name: "Ada Quayle" }],
  images: [{ url: "https://g.example/a.png", caption: "Boats", syndication: "none", license: { id: "L-7" } }],
  attachments: [{ url: "https://g.example/a.mp3", type: "audio/mpeg" }],
  credit: { name: "Coast Wire" },
  rights: "© The Gazette",
};

const CORRECTIONS = [
  { at: "2026-03-01T10:00:00Z", note: "A <name> was wrong." },
  { at: "2026-03-02T10:00:00Z", note: "So was a place." },
];

const entryOf = (
  fields: Partial<Article>,
  { content = "full" as Content, kind = "public" as "public" | "wire", language = "en" } = {},
) =>
  toEntry(
    {
      entryId: "tag:g.example,2026:a",
      article: anArticle(fields),
      revision: 3,
      published: Date.UTC(2026, 2, 1, 8),
      updated: Date.UTC(2026, 2, 1, 9) + 5,
    },
    { content, kind },
    language,
  );

describe("an entry", () => {
  it("says what every reader sees of an article, with the store's dates and nothing of its rights", () =>
    expect(entryOf(STORY)).toEqual({
      id: "tag:g.example,2026:a",
      url: "https://gazette.example/a",
      title: "Harbour & port reopen",
      summary: undefined,
      content_html: "<p>Boats return.</p>",
      published: "2026-03-01T08:00:00Z",
      updated: "2026-03-01T09:00:00.005Z",
      authors: [{ name: "Ada Quayle" }],
      categories: ["Local", "harbour", "storm"],
      section: "Local",
      language: "en",
      images: [{ url: "https://g.example/a.png", type: "image/png", caption: "Boats" }],
      attachments: [{ url: "https://g.example/a.mp3", type: "audio/mpeg" }],
      credit: { name: "Coast Wire" },
      rights: "© The Gazette",
      corrections: [],
    }));

  it("is in the article's language, or the feed's where it names none", () => {
    expect(entryOf({ language: "fr" }).language).toBe("fr");
    expect(entryOf({}, { language: "pt-BR" }).language).toBe("pt-BR");
  });

  it.each([
    ["the newsroom's word", { url: "https://g.example/a.png", type: "image/webp" }, "image/webp"],
    ["its address", { url: "https://g.example/a.AVIF" }, "image/avif"],
    ["what most news pictures are", { url: "https://g.example/photo/7" }, "image/jpeg"],
  ])("has an image of a type by %s", (_, image, type) =>
    expect(entryOf({ images: [image] }).images).toEqual([{ ...image, type }]),
  );

  it.each<[string, Partial<Article>, Content, summary: string | undefined, body: string | undefined]>([
    ["whole, without a summary", {}, "full", undefined, "<p>Boats return.</p>"],
    ["whole, with a summary", { summary: "In short." }, "full", "In short.", "<p>Boats return.</p>"],
    ["whole, and has no body", { content_html: "" }, "full", "Harbour & port reopen", undefined],
    ["whole, and has a summary alone", { content_html: "", summary: "In short." }, "full", "In short.", undefined],
    ["in short", { summary: "In short." }, "summary", "In short.", undefined],
    ["in short, and has no summary", {}, "summary", "Boats return.", undefined],
    [
      "in short, and has nothing to read",
      { content_html: '<img src="https://g.example/a.png">' },
      "summary",
      "Harbour & port reopen",
      undefined,
    ],
    ["as a headline", { summary: "In short." }, "headline", "Harbour & port reopen", undefined],
  ])("of a story that is shown %s", (_, fields, content, summary, content_html) =>
    expect(entryOf({ ...STORY, ...fields }, { content })).toMatchObject({ summary, content_html }),
  );

  it("shows in short what people read in a list: 300 characters, cut between words", () => {
    const { summary = "" } = entryOf({ content_html: `<p>${"word ".repeat(100)}</p>` }, { content: "summary" });
    expect(summary).toBe(`${"word ".repeat(60).trim()}…`);
  });

  it("has no pictures and nothing to hear as a headline", () =>
    expect(entryOf(STORY, { content: "headline" })).toMatchObject({ images: [], attachments: [] }));
});

describe("the dateline", () => {
  const led = (content_html: string, dateline = "PORT ELLIS (A & B)") =>
    entryOf({ content_html, dateline }).content_html;

  it.each([
    ["<p>Boats.</p>", "<p>PORT ELLIS (A &#x26; B) — Boats.</p>"],
    ['<p class="lead" data-x="a>b">Boats.</p>', '<p class="lead" data-x="a>b">PORT ELLIS (A &#x26; B) — Boats.</p>'],
    ["<pre>Boats.</pre>", "<p>PORT ELLIS (A &#x26; B) —</p><pre>Boats.</pre>"],
    ["Boats.", "<p>PORT ELLIS (A &#x26; B) —</p>Boats."],
    ["<p>PORT ELLIS (A &#x26; B) — Boats.</p>", "<p>PORT ELLIS (A &#x26; B) — Boats.</p>"],
    ["<p><b>PORT ELLIS (A &#x26; B)</b>: Boats.</p>", "<p><b>PORT ELLIS (A &#x26; B)</b>: Boats.</p>"],
    ["", undefined],
  ])("leads the text once: %j", (html, expected) => expect(led(html)).toBe(expected));
});

describe("corrections", () => {
  it("stand after the text, dated and in the feed's language, which is named where the story has another", () => {
    expect(entryOf({ ...STORY, corrections: CORRECTIONS }).content_html).toBe(
      "<p>Boats return.</p>" +
        "<p><em><b>Correction, 1 March 2026: </b>A &#x3C;name> was wrong.</em></p>" +
        "<p><em><b>Correction, 2 March 2026: </b>So was a place.</em></p>",
    );
    expect(entryOf({ ...STORY, language: "fr", corrections: CORRECTIONS.slice(1) }).content_html).toBe(
      '<p>Boats return.</p><p><em><b lang="en">Correction, 2 March 2026: </b>So was a place.</em></p>',
    );
  });

  it("end the summary where there is no body, as plain text", () =>
    expect(entryOf({ ...STORY, corrections: CORRECTIONS }, { content: "summary" }).summary).toBe(
      "Boats return. Correction, 1 March 2026: A <name> was wrong. Correction, 2 March 2026: So was a place.",
    ));

  it("are the body where the story has none", () =>
    expect(entryOf({ corrections: CORRECTIONS.slice(1) }).content_html).toMatch(/^<p><em><b>Correction/));
});

describe("the notice of a story that was taken back", () => {
  const taken: Partial<Article> = { ...STORY, status: "canceled", summary: "In short.", language: "fr", dateline: "X" };

  it("has its id, dates and address, and not one word of it", () =>
    expect(entryOf({ ...taken, reason: "Wrong & unfair" })).toEqual({
      id: "tag:g.example,2026:a",
      url: "https://gazette.example/a",
      title: "Withdrawn",
      summary: undefined,
      content_html: "<p>This story has been withdrawn by the publisher.</p><p>Reason: Wrong &#x26; unfair</p>",
      published: "2026-03-01T08:00:00Z",
      updated: "2026-03-01T09:00:00.005Z",
      authors: [],
      categories: [],
      language: "en",
      images: [],
      attachments: [],
      corrections: [],
      deleted: undefined,
    }));

  it.each<[Content, string | undefined]>([
    ["summary", "This story has been withdrawn by the publisher. Reason: Wrong & unfair"],
    ["headline", "Withdrawn"],
  ])("is as short as the feed's stories are: %s", (content, summary) =>
    expect(entryOf({ ...taken, reason: "Wrong & unfair" }, { content })).toMatchObject({
      summary,
      content_html: undefined,
    }),
  );

  it("tells machines as well that the entry is no more, when, and why (RFC 6721 §3)", () => {
    expect(entryOf({ ...taken, reason: "Wrong" }, { kind: "wire" }).deleted).toEqual({
      at: "2026-03-01T09:00:00.005Z",
      reason: "Wrong",
    });
    expect(entryOf(taken, { kind: "wire" }).deleted).toEqual({ at: "2026-03-01T09:00:00.005Z", reason: undefined });
  });

  it("says that it is English where the feed's language is one we have no words in", () =>
    expect(entryOf(taken, { language: "cy" }).language).toBe("en"));
});

describe("escaped text", () => {
  it("has no markup and ends no CDATA section, and means what it meant", () => {
    const text = fc.string({ unit: fc.constantFrom("]]>", "&#x3C;", ..."&<>\"'];ax#26 ") });
    fc.assert(
      fc.property(text, (one) => {
        const escaped = escapeHtml(one);
        expect(escaped).not.toMatch(/<|\]\]>|&(?!#x26;|#x3C;|gt;)/);
        expect(escaped.replaceAll("]]&gt;", "]]>").replaceAll("&#x3C;", "<").replaceAll("&#x26;", "&")).toBe(one);
      }),
    );
  });
});
