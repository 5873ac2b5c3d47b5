import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { parseHtml, plainText, writeHtml } from "../../../src/article/html/tree.ts";

const rewrite = (html: string): string => writeHtml(parseHtml(html));

describe("written HTML", () => {
  it.each([
    ["closes what was left open", "<p>a<b>b", "<p>a<b>b</b></p>"],
    ["quotes every attribute", "<a href=x title='y'>a</a>", '<a href="x" title="y">a</a>'],
    ["escapes every ampersand", '<a href="?a=1&b=2">a & b</a>', '<a href="?a=1&#x26;b=2">a &#x26; b</a>'],
    ["has no reference that XML does not know", "a&nbsp;b&eacute;", "a\u00a0bé"],
    ["has no character that no document may carry", "a&#1;b&#xFFFE;c\u0085d", "abcd"],
    ["has one kind of line end", "<pre>a&#13;&#10;b&#13;c</pre>", "<pre>a\nb\nc</pre>"],
    ["ends no CDATA section", '<p title="]]>">]]></p>', '<p title="]]&gt;">]]&gt;</p>'],
    ["has no white space around it", "\n <p>a</p>\n ", "<p>a</p>"],
    ["keeps the newline that preformatted text begins with", "<pre>\n\na</pre>", "<pre>\n\na</pre>"],
    ["drops the newline that is only the writer's", "<pre>\na</pre>", "<pre>a</pre>"],
  ])("%s", (_, html, expected) => expect(rewrite(html)).toBe(expected));

  it("shows the same text when it is read again", () => {
    const text = fc
      .string({ unit: "grapheme", minLength: 1 })
      .map((one) => one.replace(/[\p{Cc}\p{Noncharacter_Code_Point}]/gu, ""));
    fc.assert(
      fc.property(text, (one) => {
        const escaped = one.replaceAll("&", "&amp;").replaceAll("<", "&lt;");
        const first = rewrite(`<p>${escaped}</p>`);
        const node = parseHtml(first).children[0];
        const shown =
          node?.type === "element" ? node.children.map((child) => ("value" in child ? child.value : "")).join("") : "";
        expect(shown).toBe(one);
        expect(rewrite(first)).toBe(first);
      }),
    );
  });
});

it("reads the text of an element with more children than a call takes arguments", () => {
  const children = Array.from({ length: 200_000 }, () => ({ type: "text" as const, value: "a" }));
  const text = plainText([{ type: "element", tagName: "p", properties: {}, children }]);
  expect(text).toBe("a".repeat(200_000));
});
