import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { cleanHtml } from "../../../src/article/html/clean.ts";
import { withoutImages } from "../../../src/article/html/images.ts";

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

  it.each([
    [
      "one candidate of a srcset",
      `<img src="https://cdn.example/x.jpg" srcset="${IMAGE} 2x, https://cdn.example/y.jpg 1x">`,
      "",
    ],
    ["an audio's cover", `<audio src="https://gazette.example/a.mp3"><a href="${IMAGE}">cover</a></audio>b`, "b"],
    [
      "a picture in a figure with another one, both going",
      `<figure><img src="${IMAGE}"><img src="https://cdn.example/x.jpg"></figure>b`,
      "b",
    ],
    ["two images in a row", `<img src="${IMAGE}"><img src="${IMAGE}?w=2"><p>b</p>`, "<p>b</p>"],
    ["a link in a link's text", `<a href="${IMAGE}"><img src="${IMAGE}">a</a>b`, "ab"],
  ])("has lost %s", (_, html, rest) => expect(drop(html)).toBe(rest));

  it("is looked at only where there is something to take out", () => {
    const odd = "<p>not <b>written as we write";
    expect(withoutImages(odd, [])).toBe(odd);
    expect(withoutImages("", [IMAGE])).toBe("");
    expect(withoutImages(odd, [IMAGE])).toBe(odd);
  });

  it("has no trace of the address any more, wherever it stood, and stays clean", () => {
    const url = fc.constantFrom(
      IMAGE,
      `${IMAGE}?w=800`,
      "https://cdn.example/x.jpg",
      "https://gazette.example/p/b.jpg",
    );
    const piece = fc.oneof(
      url.map((one) => `<img src="${one}" alt="x">`),
      url.map((one) => `<a href="${one}">a</a>`),
      url.map((one) => `<figure><img src="${one}"><figcaption>c</figcaption></figure>`),
      fc.tuple(url, url).map(([one, two]) => `<picture><source srcset="${one} 1x"><img src="${two}"></picture>`),
      fc.tuple(url, url).map(([one, two]) => `<video poster="${one}" src="${two}"></video>`),
      url.map((one) => `<div data-src="${one}">d</div>`),
      fc.constant("<p>words</p>"),
    );
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 8 }), (pieces) => {
        const cleaned = cleanHtml(pieces.join(""), "https://gazette.example/");
        const html = cleaned.status === "clean" ? cleaned.html : "";
        const rest = drop(html);
        expect(rest).not.toContain(IMAGE);
        expect(drop(rest)).toBe(rest);
        expect(rest.split("words").length).toBe(html.split("words").length);
        const again = cleanHtml(rest, "https://gazette.example/");
        expect(again.status === "clean" && again.html).toBe(rest);
      }),
      { numRuns: 200 },
    );
  });
});
