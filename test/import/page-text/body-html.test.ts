import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { htmlToText } from "../../../src/article/html/text.ts";
import { toBodyHtml } from "../../../src/import/page-text/body-html.ts";
import type { BodyPart } from "../../../src/import/page-text/page.ts";

const paragraph = (text: string): BodyPart => ({ as: "paragraph", text });
const subheading = (text: string): BodyPart => ({ as: "subheading", text });
const item = (text: string): BodyPart => ({ as: "list item", text });

describe("a story's lines as HTML", () => {
  it.each<[string, BodyPart[], string]>([
    ["nothing", [], ""],
    ["paragraphs and subheadings", [paragraph("a"), subheading("b"), paragraph("c")], "<p>a</p>\n<h2>b</h2>\n<p>c</p>"],
    ["a list of one", [item("a")], "<ul><li>a</li></ul>"],
    ["items in a row are one list", [item("a"), item("b"), item("c")], "<ul><li>a</li>\n<li>b</li>\n<li>c</li></ul>"],
    [
      "items with text between are two",
      [item("a"), paragraph("b"), item("c")],
      "<ul><li>a</li></ul>\n<p>b</p>\n<ul><li>c</li></ul>",
    ],
    ["what looks like markup is text", [paragraph("<b> & “c”")], "<p>&lt;b&gt; &amp; “c”</p>"],
  ])("%s", (_, body, html) => {
    expect(toBodyHtml(body)).toBe(html);
  });

  it("reads as the lines did", () => {
    const part = fc.record({
      as: fc.constantFrom("paragraph", "subheading", "list item"),
      text: fc.stringMatching(/^[!-~]{1,20}$/),
    }) as fc.Arbitrary<BodyPart>;
    fc.assert(
      fc.property(fc.array(part), (body) => {
        const lines = htmlToText(toBodyHtml(body))
          .split(/\s+/)
          .filter((line) => line !== "");
        expect(lines).toEqual(body.map(({ text }) => text));
      }),
    );
  });
});
