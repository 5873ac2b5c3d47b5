import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { toLine } from "../../../../src/import/values/text.ts";
import { toParagraphs } from "../../../../src/import/wordpress/body/paragraphs.ts";

describe("a text from before there were blocks", () => {
  it.each([
    ["one\n\ntwo", "<p>one</p>\n<p>two</p>\n"],
    ["one\ntwo", "<p>one<br>\ntwo</p>\n"],
    ["one\r\n\r\n \r\ntwo", "<p>one</p>\n<p>two</p>\n"],
    ["one<br />\ntwo", "<p>one<br />two</p>\n"],
    ["one<br><br />two", "<p>one</p>\n<p>two</p>\n"],
    ["<p>given</p>\n\nmore", "<p>given</p><p>more</p>\n"],
    ["<p>given\n\nin two</p>", "<p>given</p>\n<p>in two</p>"],
    ["<h2>Head</h2>\nbelow", "<h2>Head</h2><p>below</p>\n"],
    ["words <em>a\n\nb</em>", "<p>words <em>a</p>\n<p>b</em></p>\n"],
    ["", ""],
    ["&nbsp;", "<p>&nbsp;</p>\n"],
  ])("has paragraphs: %j", (text, html) => {
    expect(toParagraphs(text)).toBe(html);
  });

  it.each([
    ["<ul>\n\t<li>one</li>\n\t<li>two\nlines</li>\n</ul>", "<ul><li>one</li><li>two<br>\nlines</li></ul>"],
    ["<ul><li>one\n\ntwo</li></ul>", "<ul><li><p>one</p>\n<p>two</p>\n</li></ul>"],
    ["<table>\n<tr>\n<td>cell</td>\n</tr>\n</table>", "<table><tr><td>cell</td></tr></table>"],
    ["<blockquote>one\n\ntwo</blockquote>", "<blockquote><p>one</p>\n<p>two</p>\n</blockquote>"],
    ["<blockquote>one</blockquote>", "<blockquote><p>one</p>\n</blockquote>"],
    ["<div>one\n\ntwo</div>", "<div><p>one</p>\n<p>two</p>\n</div>"],
    ["a<hr />b", "<p>a</p>\n<hr /><p>b</p>\n"],
  ])("keeps its blocks: %j", (text, html) => {
    expect(toParagraphs(text)).toBe(html);
  });

  it("leaves alone what is preformatted, and what is no text", () => {
    const pre = "<pre>if (a < b) {\n\n  echo;\n}</pre>";
    expect(toParagraphs(`code\n${pre}`)).toBe(`<p>code</p>\n${pre}`);
    expect(toParagraphs("<video controls>\n<source src=a>\n</video>")).toBe(
      "<p><video controls> <source src=a> </video></p>\n",
    );
    expect(toParagraphs("<pre>never closed\n\nmore")).toContain("more");
  });

  it("links an address that stands alone in its line, and none that stands in a sentence", () => {
    expect(toParagraphs("see\nhttps://x.example/?a=1&b\nthere")).toBe(
      '<p>see</p>\n<p><a href="https://x.example/?a=1&b">https://x.example/?a=1&b</a></p>\n<p>there</p>\n',
    );
    expect(toParagraphs("see https://x.example/ there")).toBe("<p>see https://x.example/ there</p>\n");
  });

  it("drops what parts it and shows nothing", () => {
    expect(toParagraphs("one\n\n<!--more-->\n\ntwo<!--nextpage-->")).toBe("<p>one</p>\n<p>two</p>\n");
  });

  it("keeps what follows a CDATA section's start, which is none in HTML", () => {
    expect(toParagraphs("a ]]]]><![CDATA[> b\n\nc")).toBe("<p>a ]]]]> b</p>\n<p>c</p>\n");
  });

  it("loses no word, whatever it is made of", () => {
    const piece = fc.constantFrom(
      ...[
        "word ",
        "\n",
        "\n\n",
        " ",
        "<p>",
        "</p>",
        "<b>",
        "</b>",
        "<br />",
        "<ul><li>",
        "</li></ul>",
        "<div>",
        "</div>",
        "<pre>",
        "</pre>",
      ],
      ...[
        "<blockquote>",
        "</blockquote>",
        "<h2>",
        "</h2>",
        "<!-- c -->",
        "<table><tr><td>",
        "</td></tr></table>",
        "<hr>",
        "&amp;",
        "5 < 6",
      ],
    );
    const words = (html: string) => toLine({ type: "html", value: html }).replace(/\s+/g, "");
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 30 }), (pieces) => {
        const text = pieces.join("");
        expect(words(toParagraphs(text)).length).toBe(words(text).length);
      }),
    );
  });
});
