import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { htmlToText } from "../../../src/article/html/text.ts";
import { toXhtml } from "../../../src/import/feeds/xhtml.ts";
import { only, xml } from "../helpers.ts";

describe("XHTML in a feed, as HTML", () => {
  it.each([
    ["text is escaped", "<div>1 &lt; 2 &amp; 3</div>", "1 &lt; 2 &amp; 3"],
    ["CDATA is text", "<div><![CDATA[<b>]]></div>", "&lt;b&gt;"],
    ["prefixes are dropped", "<div><x:p>a <x:b>c</x:b></x:p></div>", "<p>a <b>c</b></p>"],
    ["so are namespaces that nobody knows", '<div><p xmlns="urn:my">a</p></div>', "<p>a</p>"],
    [
      "attributes are kept and escaped",
      `<div><a href="?a=1&amp;b" title='"q"'>x</a></div>`,
      '<a href="?a=1&amp;b" title="&quot;q&quot;">x</a>',
    ],
    ["xml:lang is lang", '<div><p xml:lang="fr">x</p></div>', '<p lang="fr">x</p>'],
    ["comments go", "<div>a<!-- b -->c</div>", "ac"],
    // HTML Living Standard §13.1.2: `<a/>` would be an open tag, and `<br></br>` two breaks.
    ["an empty element is closed", '<div><a id="n"/>x<script/></div>', '<a id="n"></a>x<script></script>'],
    ["an element that HTML closes is not", "<div>a<br/>b<hr></hr><img src='c'/></div>", 'a<br>b<hr><img src="c">'],
  ])("%s", (_, markup, expected) => {
    expect(toXhtml(only(markup))).toBe(expected);
  });

  it("keeps the line break that a <pre> begins with (HTML Living Standard §13.2.6.4.7)", () => {
    expect(toXhtml(only("<div><pre>\n1</pre><pre>2</pre><p>\n3</p></div>"))).toBe(
      "<pre>\n\n1</pre><pre>2</pre><p>\n3</p>",
    );
  });

  it("says to a reader what the XML said, whatever the text", () => {
    fc.assert(
      fc.property(fc.stringMatching(/^[!-~]{1,30}$/), (text) => {
        const escaped = text.replaceAll("&", "&amp;").replaceAll("<", "&lt;");
        expect(htmlToText(toXhtml(xml(`<div><p>${escaped}</p></div>`)))).toBe(text);
      }),
    );
  });
});
