import { describe, expect, it } from "vitest";
import { StoryAsRead } from "../../../../src/service/desk/articles/story-as-read.tsx";
import { site } from "../../pages/fixtures.ts";
import { render } from "../../render.ts";
import { text } from "../browser.ts";
import { deskArticle } from "../fixtures.ts";

const story = (fields: Record<string, unknown> = {}) => render(StoryAsRead, { site, found: deskArticle(fields) });

describe("a story as readers see it", () => {
  it("has its title, byline, dateline, pictures with captions, and text", () => {
    const html = story({
      title: "The vote is tonight",
      authors: [{ name: "Ada Quill" }],
      dateline: "PORT ELLIS",
      images: [{ url: "https://gazette.example/hall.jpg", caption: "The hall", credit: "Ben Stone" }],
    });
    expect(html).toContain("<h1>The vote is tonight</h1>");
    expect(html).toContain('<img src="https://gazette.example/hall.jpg"');
    expect(text(html)).toMatch(/Ada Quill .* The hall · Ben Stone PORT ELLIS — Text of a\./);
  });

  it("is what the feed's language is read in", () => {
    expect(story({ language: "he" })).toContain('<article class="full" lang="he" dir="rtl">');
  });

  it("shows the start of a long text, and the rest where one asks for it: nothing is lost", () => {
    const paragraphs = Array.from({ length: 40 }, (_, index) => `<p>${index}: ${"word ".repeat(60)}</p>`);
    const html = story({ content_html: paragraphs.join("") });
    const [start = "", rest = ""] = html.split("<summary>The rest of the text</summary>");
    expect([start.match(/<p>\d+: /g)?.length, rest.match(/<p>\d+: /g)?.length]).toEqual([6, 34]);
    expect(story()).not.toContain("<details");
  });

  it("does not end its start with a heading", () => {
    const words = `<p>${"word ".repeat(300)}</p>`;
    const [start = ""] = story({ content_html: `${words}<h2>Then</h2>${words}` }).split("<details");
    expect(start).not.toContain("Then");
  });

  it("of a single long paragraph shows all of it", () =>
    expect(story({ content_html: `<p>${"word ".repeat(3_000)}</p>` })).not.toContain("<details"));

  it("that was taken back is its notice, with not one word of it", () => {
    const html = text(story({ status: "canceled", reason: "It was wrong" }));
    expect(html).toContain("It was wrong");
    expect(html).not.toContain("Text of a");
  });
});
