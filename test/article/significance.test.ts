import { describe, expect, it } from "vitest";
import type { Article } from "../../src/article/article.ts";
import { isSignificant } from "../../src/article/significance.ts";
import { anArticle } from "./an-article.ts";

const STORY: Partial<Article> = {
  title: "Harbour reopens",
  summary: "Boats return.",
  dateline: "PORT ELLIS",
  content_html: '<p>Boats <b>return</b>.</p><img src="https://g.example/a.jpg" alt="A">',
  authors: [{ name: "Ada Quayle", email: "ada@g.example" }],
  images: [{ url: "https://g.example/a.jpg", caption: "Boats", credit: "Lens" }],
  attachments: [{ url: "https://g.example/a.mp3", type: "audio/mpeg" }],
  tags: ["harbour"],
};
const CORRECTIONS = [{ at: "2026-03-01T10:00:00Z", note: "A name was wrong." }];

const change = (fields: Partial<Article>, { minor = false, of = STORY } = {}) =>
  isSignificant(anArticle(of), anArticle({ ...of, ...fields }), minor);

describe("a change that readers should look at again", () => {
  it.each<[string, Partial<Article>]>([
    ["its title", { title: "Harbour closes" }],
    ["its title's capital letters", { title: "HARBOUR reopens" }],
    ["its summary", { summary: "Boats leave." }],
    ["that it has no summary any more", { summary: undefined }],
    ["its dateline", { dateline: "PORT HARDY" }],
    ["a word of its text", { content_html: '<p>Boats <b>leave</b>.</p><img src="https://g.example/a.jpg">' }],
    ["a picture in its text", { content_html: '<p>Boats <b>return</b>.</p><img src="https://g.example/b.jpg">' }],
    ["that a picture in its text is gone", { content_html: "<p>Boats <b>return</b>.</p>" }],
    ["an author's name", { authors: [{ name: "Ada Moreau" }] }],
    ["an image", { images: [] }],
    ["an image's caption", { images: [{ url: "https://g.example/a.jpg", caption: "Nets", credit: "Lens" }] }],
    ["an image's credit", { images: [{ url: "https://g.example/a.jpg", caption: "Boats", credit: "Focus" }] }],
    ["what is there to hear", { attachments: [{ url: "https://g.example/b.mp3", type: "audio/mpeg" }] }],
    [
      "what is said of what there is to hear",
      {
        attachments: [{ url: "https://g.example/a.mp3", type: "audio/mpeg", caption: "Gulls" }],
      },
    ],
    ["a correction", { corrections: CORRECTIONS }],
  ])("is of %s", (_, fields) => expect(change(fields)).toBe(true));

  it("is a correction's, its note's too, though the newsroom calls the change minor", () => {
    expect(change({ corrections: CORRECTIONS }, { minor: true })).toBe(true);
    const note = [{ at: "2026-03-01T10:00:00Z", note: "A place was wrong." }];
    expect(change({ corrections: note }, { minor: true, of: { ...STORY, corrections: CORRECTIONS } })).toBe(true);
  });
});

describe("a change that readers need not look at again", () => {
  it.each<[string, Partial<Article>]>([
    ["nothing", {}],
    ["its tags", { tags: ["port"] }],
    ["its section", { section: "Local" }],
    ["its rights", { rights: "© The Gazette", syndication: { allow: "none" } }],
    ["its end", { expires_at: "2027-01-01T00:00:00Z" }],
    ["its address", { url: "https://g.example/other" }],
    ["a statement of when it was updated", { updated_at: "2026-03-01T11:00:00Z" }],
    ["markup", { content_html: '<div>Boats <i>return</i>.</div><img src="https://g.example/a.jpg">' }],
    ["white space", { content_html: '<p>Boats\n  <b>return</b>. </p><img src="https://g.example/a.jpg">' }],
    [
      "a picture's text for those who do not see it",
      { content_html: '<p>Boats <b>return</b>.</p><img alt="B" src="https://g.example/a.jpg">' },
    ],
    ["an author's address", { authors: [{ name: "Ada Quayle", email: "a.quayle@g.example" }] }],
    ["an image's size", { images: [{ url: "https://g.example/a.jpg", caption: "Boats", credit: "Lens", width: 800 }] }],
  ])("is of %s", (_, fields) => expect(change(fields)).toBe(false));

  it("is anything that the newsroom calls minor", () =>
    expect(change({ title: "Other" }, { minor: true })).toBe(false));

  it("is that a correction was taken out again, which nobody is told of", () =>
    expect(change({ corrections: [] }, { of: { ...STORY, corrections: CORRECTIONS } })).toBe(false));
});
