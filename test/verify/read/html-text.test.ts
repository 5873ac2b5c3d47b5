import fc from "fast-check";
import { parseFragment } from "parse5";
import { describe, expect, it, test } from "vitest";
import { htmlText } from "../../../src/verify/read/html-text.ts";

describe("HTML that is one text without markup is shown as", () => {
  it.each([
    ["its letters", "In brief > 5", "In brief > 5"],
    ["nothing", "", ""],
    ["references of XML's five names", "&amp;&lt;&gt;&quot;&apos;", `&<>"'`],
    ["numeric references", "&#38;&#x26;&#xE4;&#128512;", "&&ä😀"],
    ["one level less", "&amp;amp; &amp;lt;b>", "&amp; &lt;b>"],
    ["white space as it stands", " a\n b ", " a\n b "],
  ])("%s", (_, html, text) => {
    expect(htmlText(html)).toBe(text);
  });
});

describe("HTML that readers show otherwise equals no text", () => {
  it.each([
    ["a tag", "a <b>c</b>"],
    ["a bare <", "a < b"],
    ["a bare ampersand", "R&B"],
    ["a reference without its semicolon", "&amp b"],
    ["a name of HTML alone", "&nbsp;"],
    ["a name in capitals, which browsers take and others do not", "&AMP;"],
    ["a name of nobody", "&foo;"],
    ["a number of no character", "&#0;"],
    ["a number beyond all characters", "&#x110000;"],
    ["a number of too many digits", "&#x0000026;"],
  ])("%s", (_, html) => {
    expect(htmlText(html)).toEqual({ html });
  });
});

test("what it takes for a text, a browser's parser shows as the same text", () => {
  const html = fc
    .array(
      fc.oneof(
        fc.string({ unit: "grapheme" }),
        fc.constantFrom("&amp;", "&lt;", "&#x41;", "&#65;", "&quot;", "&", ";", "amp"),
      ),
    )
    .map((parts) => parts.join(""));
  fc.assert(
    fc.property(html, (html) => {
      const text = htmlText(html);
      fc.pre(typeof text === "string" && text !== "" && !/[\0\r]/.test(text));
      expect(parseFragment(html).childNodes).toMatchObject([{ nodeName: "#text", value: text }]);
    }),
  );
});
