import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { htmlToText, isEmptyTree } from "../../../src/article/html/text.ts";
import { parseHtml } from "../../../src/article/html/tree.ts";

describe("the text of a body", () => {
  it.each([
    ["<p>One.</p><p>Two.</p>", "One.\n\nTwo."],
    ["<div>One</div><div>Two</div>", "One\nTwo"],
    ["One<br>Two", "One\nTwo"],
    ["<p>a &amp; b &lt;c&gt; &#x1F600;</p>", "a & b <c> \u{1F600}"],
    ["<p>One <b>and</b> <i>two</i></p>", "One and two"],
    ["<p>  too \n much   space </p>", "too much space"],
    ['<figure><img src="x" alt="unseen"><figcaption>Seen</figcaption></figure>', "Seen"],
    ["<ul><li>One</li><li>Two</li></ul>", "One\nTwo"],
    ["<pre>a\n  b</pre>", "a\n  b"],
    ["", ""],
  ])("%j is %j", (html, text) => expect(htmlToText(html)).toBe(text));

  it("says what was escaped, to the letter, whatever is put in", () => {
    const word = fc
      .string({ unit: "grapheme-ascii", minLength: 1 })
      .filter((text) => text.trim() === text && !/ {2}/.test(text));
    fc.assert(
      fc.property(word, (text) => {
        const escaped = text.replaceAll("&", "&amp;").replaceAll("<", "&lt;");
        expect(htmlToText(`<p>${escaped}</p>`)).toBe(text);
      }),
    );
  });
});

describe("a body", () => {
  it.each(["", " \n", "<p></p>", "<p> <b></b><br></p>", "<p>\n</p><div><span> </span></div>", "<figure></figure>"])(
    "is empty: %j",
    (html) => expect(isEmptyTree(parseHtml(html), html)).toBe(true),
  );

  it.each([
    "a",
    "<p>a</p>",
    '<img src="https://g.example/a.jpg">',
    "<hr>",
    "<table><tr><td></td></tr></table>",
    '<video src="https://g.example/a.mp4"></video>',
    '<p><audio src="https://g.example/a.mp3"></audio></p>',
    "<p>&amp;</p>",
  ])("has something to see or hear: %j", (html) => expect(isEmptyTree(parseHtml(html), html)).toBe(false));
});
