import { describe, expect, it } from "vitest";
import { withoutImages } from "../../src/article/html/images.ts";
import { parseArticle } from "../../src/article/parse.ts";

const BASE = {
  id: "a",
  url: "https://gazette.example/a",
  title: "A",
  content_html: "<p>Text.</p>",
  published_at: "2026-03-01T08:00:00Z",
};

const problemsOf = (fields: object): string[] => {
  const parsed = parseArticle({ ...BASE, ...fields });
  return parsed.status === "parsed" ? [] : parsed.problems.map(({ path }) => path);
};

describe("the rights of an article", () => {
  it("are read as they are written, times in UTC", () => {
    const syndication = {
      allow: ["radio", "evening-paper"],
      summary_only: ["radio"],
      embargo: { radio: "2026-03-01T12:00:00+02:00" },
      until: "2026-04-01T00:00:00Z",
    };
    const parsed = parseArticle({ ...BASE, syndication });
    expect(parsed.status === "parsed" && parsed.article.syndication).toEqual({
      ...syndication,
      embargo: { radio: "2026-03-01T10:00:00Z" },
    });
  });

  it("allow all where they say nothing of it, and are absent where they are not given", () => {
    for (const [given, read] of [
      [{}, { allow: "all" }],
      [{ allow: "none" }, { allow: "none" }],
      [undefined, undefined],
      [null, undefined],
    ] as const) {
      const parsed = parseArticle({ ...BASE, syndication: given });
      expect(parsed.status === "parsed" && parsed.article.syndication).toEqual(read);
    }
  });

  it.each([
    [{ syndication: { allow: "some" } }, "/syndication/allow"],
    [{ syndication: { allow: 5 } }, "/syndication/allow"],
    [{ syndication: { allow: ["radio", "The Paper"] } }, "/syndication/allow/1"],
    [{ syndication: { summary_only: "radio" } }, "/syndication/summary_only"],
    [{ syndication: { embargo: { radio: "tomorrow" } } }, "/syndication/embargo/radio"],
    [{ syndication: { until: "2026-03-01" } }, "/syndication/until"],
    [{ syndication: { forever: true } }, "/syndication/forever"],
    [{ syndication: "all" }, "/syndication"],
    [{ images: [{ url: "https://gazette.example/a.jpg", syndication: "maybe" }] }, "/images/0/syndication"],
    [{ images: [{ url: "https://gazette.example/a.jpg", syndication: [""] }] }, "/images/0/syndication/0"],
  ])("%j are refused at %s", (fields, path) => expect(problemsOf(fields)).toEqual([path]));

  it("leave the copyright line as it is", () => {
    const parsed = parseArticle({ ...BASE, rights: "© The Gazette", syndication: { allow: "none" } });
    expect(parsed.status === "parsed" && parsed.article.rights).toBe("© The Gazette");
  });
});

describe("a text without an image", () => {
  const IMAGE = "https://gazette.example/p/a.jpg";
  const drop = (html: string, keep: string[] = []) => withoutImages(html, [IMAGE], keep);

  it.each([
    ["the image", `<p>One <img src="${IMAGE}" alt="A"> two.</p>`, "<p>One  two.</p>"],
    [
      "its figure and caption",
      `<p>One.</p><figure><img src="${IMAGE}"><figcaption>Caption of A</figcaption></figure><p>Two.</p>`,
      "<p>One.</p><p>Two.</p>",
    ],
    [
      "its figure, whose picture has it in other sizes",
      `<figure><picture><source srcset="${IMAGE}?w=800 800w, ${IMAGE}?w=1600 1600w"><img src="https://cdn.example/x.jpg"></picture><figcaption>C</figcaption></figure><p>Two.</p>`,
      "<p>Two.</p>",
    ],
    [
      "its link's image, in a figure",
      `<figure><a href="${IMAGE}"><img src="https://cdn.example/small.jpg"></a></figure>`,
      "",
    ],
    [
      "the link to it, not the link's text",
      `<p>See <a href="${IMAGE}">the <b>photo</b></a>.</p>`,
      "<p>See the <b>photo</b>.</p>",
    ],
    [
      "a video whose poster it is",
      `<video src="https://gazette.example/v.mp4" poster="${IMAGE}"></video><p>Two.</p>`,
      "<p>Two.</p>",
    ],
    [
      "what loads it later",
      `<p><img src="https://gazette.example/blank.gif" data-src="${IMAGE}">Two.</p>`,
      "<p>Two.</p>",
    ],
  ])("has lost %s", (_, html, rest) => expect(drop(html)).toBe(rest));

  it.each([
    `<p>One <img src="https://gazette.example/p/b.jpg" alt="B"> two.</p>`,
    `<pre>\n\nkept</pre><figure><img src="https://gazette.example/p/ab.jpg"><figcaption>B</figcaption></figure>`,
    "<p>https://gazette.example/p/a.jpg</p>",
  ])("is as it was where it does not show it: %s", (html) => expect(drop(html)).toBe(html));

  it("keeps another image of the same path that may stay", () => {
    const html = `<p><img src="${IMAGE}?id=1"><img src="${IMAGE}?id=2"></p>`;
    expect(withoutImages(html, [`${IMAGE}?id=1`], [`${IMAGE}?id=2`])).toBe(`<p><img src="${IMAGE}?id=2"></p>`);
  });

  it("keeps the first newline of what is preformatted", () =>
    expect(drop(`<pre>\n\ncode</pre><img src="${IMAGE}">`)).toBe("<pre>\n\ncode</pre>"));
});
