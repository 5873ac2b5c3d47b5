import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { FeedItem } from "../../../../src/service/pages/feed/items.ts";
import { FullStory, Story, storySize, storyText } from "../../../../src/service/pages/feed/story.tsx";
import { text } from "../../desk/browser.ts";
import { render } from "../../render.ts";
import { itemOf, site } from "../fixtures.ts";

const NOW = Date.UTC(2026, 2, 1, 12);
const PIER = "https://gazette.example/pier.jpg";
const PICTURE = { url: PIER, type: "image/jpeg" };

describe("a story in a list", () => {
  const story = (fields: Partial<FeedItem> = {}, language = "en") =>
    render(Story, { site, item: itemOf(fields), list: "/feeds/all", language, now: NOW });

  it("is its title, which leads to its text, and when it was published", () => {
    expect(story()).toMatch(
      /^<article class="story" lang="en" dir="ltr"><div><h3><a href="\/feeds\/all\?entry=tag%3Agazette\.example%2C2026%3Aa">Title of a<\/a><\/h3><p class="meta"><span lang="en" dir="ltr"><time [^>]+>4 hours ago<\/time><\/span><\/p><\/div><\/article>$/,
    );
  });

  it("tells more where there is more", () => {
    const html = story({
      summary: "In short",
      content_html: "<p>A</p>",
      authors: [{ name: "Ada" }, { name: "Bo" }],
      image: PIER,
    });
    expect(text(html).trim()).toBe("Title of a In short Ada, Bo 4 hours ago · full text");
    expect(html).toContain(`<img src="${PIER}" alt="" loading="lazy" decoding="async" referrerpolicy="no-referrer"/>`);
  });

  it("is in its own language, or its feed's", () => {
    expect(story({}, "he")).toMatch(/^<article class="story" lang="he" dir="rtl">/);
    expect(story({ language: "cy" }, "he")).toMatch(/^<article class="story" lang="cy" dir="ltr">/);
  });

  it("takes no more bytes than are reckoned for it", () => {
    const line = fc.string({ unit: fc.constantFrom("a", " ", "é", "文", "😀", "&", '"', "<"), maxLength: 400 });
    const item = fc.record({
      title: line,
      summary: line,
      authors: fc.array(fc.record({ name: line }), { maxLength: 3 }),
    });
    fc.assert(
      fc.property(item, fc.boolean(), (fields, pictured) => {
        const whole = {
          ...fields,
          image: pictured ? PIER : undefined,
          content_html: "<p>A</p>",
          language: "zh-Hant-TW",
        };
        expect(Buffer.byteLength(story(whole))).toBeLessThanOrEqual(storySize(itemOf(whole)));
      }),
    );
  });

  it.each(["a word ", "слово ", "記事の本文", "كلمة "])("is reckoned by the script of its text: %s", (words) => {
    const whole = { content_html: `<p>${words.repeat(200)}</p>` };
    expect(Buffer.byteLength(story(whole))).toBeLessThanOrEqual(storySize(itemOf(whole)));
  });
});

describe("the text of a story", () => {
  it("is none where the feed holds summaries", () => expect(storyText(itemOf({ summary: "In short" }))).toEqual([]));
  it("is its blocks", () =>
    expect(storyText(itemOf({ content_html: "<p>A</p><p>B</p>" }))).toEqual(["<p>A</p>", "<p>B</p>"]));
});

describe("a story's own page", () => {
  const full = (fields: Partial<FeedItem> = {}, { blocks = ["<p>A</p>"], page = 1, pages = 1 } = {}) =>
    render(FullStory, { site, item: itemOf(fields), list: "/feeds/all", language: "en", blocks, page, pages });

  it("leads to the story's own address", () => {
    expect(full()).toContain(
      '<a lang="en" href="https://gazette.example/a" rel="noopener">Read it on gazette.example</a>',
    );
  });

  it("says when the story changed, where it did", () => {
    expect(text(full())).not.toContain("changed");
    expect(text(full({ date_modified: "2026-03-02T08:00:00Z" }))).toMatch(/March 1, 2026, .* · changed March 2, 2026/);
  });

  it.each([
    ["a summary", { summary: "In short" }, "In short", true],
    ["no summary that is the title", { summary: "Title of a" }, '<p class="dek">', false],
    [
      "a credit that is a link",
      { _wireproof: { credit: { name: "Coast Wire", url: "https://wire.example/" } } },
      '<span><a href="https://wire.example/">Coast Wire</a></span>',
      true,
    ],
    ["a credit that is none", { _wireproof: { credit: { name: "Coast Wire" } } }, "<span>Coast Wire</span>", true],
    ["rights", { _wireproof: { rights: "© Ada" } }, "<span>© Ada</span>", true],
    [
      "a picture with its caption and credit",
      { _wireproof: { images: [{ url: PIER, caption: "The pier", credit: "Bo" }] } },
      "<figcaption>The pier · Bo</figcaption>",
      true,
    ],
    [
      "a picture without a caption",
      { _wireproof: { images: [{ url: PIER, credit: undefined }] } },
      "figcaption",
      false,
    ],
  ])("shows %s", (_, fields, part, shown) => expect(full(fields as Partial<FeedItem>).includes(part)).toBe(shown));

  it("shows every correction, with its time", () => {
    const corrections = [
      { at: "2026-03-02T08:00:00Z", note: "It was <four>." },
      { at: "2026-03-03T08:00:00Z", note: "It was five." },
    ];
    expect(text(full({ _wireproof: { corrections } }))).toMatch(
      /Correction, March 2, 2026, [^:]+:\d\d [AP]M UTC : It was &lt;four&gt;\. Correction, March 3, 2026, .* It was five\./u,
    );
  });

  it("shows a correction once, where its text or its summary tells it", () => {
    const note = "It was <four>,  not five.";
    const _wireproof = { corrections: [{ at: "2026-03-02T08:00:00Z", note }] };
    const told = "<p><em><b>Correction: </b>It was &lt;four&gt;, not five.</em></p>";
    expect(full({ _wireproof, content_html: told })).not.toContain('class="corrections"');
    expect(full({ _wireproof, summary: `In short. Correction: ${note}` })).not.toContain('class="corrections"');
    expect(full({ _wireproof, content_html: "<p>A</p>" })).toContain('class="corrections"');
  });

  it("shows no picture twice", () => {
    const pictured = { _wireproof: { images: [PICTURE, { ...PICTURE, url: "https://gazette.example/boat.jpg" }] } };
    const html = full(pictured, { blocks: [`<p><img src="${PIER}"></p>`] });
    expect(html.split(PIER)).toHaveLength(2);
    expect(html).toContain("https://gazette.example/boat.jpg");
  });

  it("has what stands around the text once, where it comes in several pages", () => {
    const fields = {
      summary: "In short",
      attachments: [{ url: "https://gazette.example/a.mp3", mime_type: "audio/mpeg" }],
      _wireproof: { images: [PICTURE], corrections: [{ at: "2026-03-02T08:00:00Z", note: "Five." }] },
    };
    const parts = ["In short", "Five.", PIER, "a.mp3"];
    const partsOf = (page: number) => parts.filter((part) => full(fields, { page, pages: 3 }).includes(part));
    expect([partsOf(1), partsOf(2), partsOf(3)]).toEqual([["In short", "Five.", PIER], [], ["a.mp3"]]);
  });

  it.each([
    ["https://gazette.example/files/the%20tape.mp3", "the tape.mp3"],
    ["https://gazette.example/100%25.mp3?x=1", "100%.mp3"],
    ["https://gazette.example/%E0%A4%A.mp3", "%E0%A4%A.mp3"],
    ["https://gazette.example/", "https://gazette.example/"],
  ])("names the file of %s", (url, name) => {
    const html = full({ attachments: [{ url, mime_type: "audio/mpeg" }] });
    expect(html).toContain(`<a href="${url}" rel="noopener">${name}</a> <span class="meta">audio/mpeg</span>`);
  });

  it("shows what a file is, who made it and whose it is, and a picture's rights below it", () => {
    const [url, mime_type] = ["https://gazette.example/1.mp3", "audio/mpeg"];
    const words = { caption: "The speech & all", credit: "Bo", rights: "© Radio Ness" };
    const html = full({
      attachments: [{ url, mime_type }],
      _wireproof: {
        images: [{ ...PICTURE, caption: "A pier", rights: "© Ann" }],
        attachments: [{ url, type: mime_type, ...words }],
      },
    });
    expect(html).toContain(
      `<a href="${url}" rel="noopener">The speech &amp; all</a> <span class="meta">Bo · © Radio Ness · audio/mpeg</span>`,
    );
    expect(html).toContain("© Ann</figcaption>");
  });

  it("lists no picture among the files", () => {
    const attachments = [{ url: PIER, mime_type: "image/jpeg" }];
    expect(full({ attachments, _wireproof: { images: [PICTURE] } })).not.toContain('<ul class="files">');
  });
});
