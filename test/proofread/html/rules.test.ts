import { describe, expect, it } from "vitest";
import { readMarkup } from "../../../src/proofread/html/markup.ts";
import { HTML_RULES } from "../../../src/proofread/html/rules.ts";

const PART = { hasBase: false, page: false };

/** What is told of HTML, with the rules that tell it. */
const told = (html: string, place = PART): [rule: string, message: string][] => {
  const markup = readMarkup(html, place.page);
  return HTML_RULES.flatMap((rule) =>
    rule.check(markup, place).map(({ message }): [string, string] => [rule.name.replace("html/", ""), message]),
  );
};
const messages = (html: string): string[] => told(html).map(([, message]) => message);

describe("HTML is clean", () => {
  it.each([
    ["of any layout", "<h2>a</h2><p class='x'>b <em>c</em></p><table><tr><td>d</td></tr></table>"],
    ["with absolute addresses", '<a href="https://x.example/?a=1&amp;b=2">x</a><a href="mailto:a@b.example">y</a>'],
    [
      "with pictures of several sizes",
      '<img src="https://x.example/1.jpg" srcset="https://x.example/1.jpg 1x, https://x.example/2.jpg 2x">',
    ],
    [
      "with a picture of a book on JavaScript",
      '<p title="vbscript: a look back"><img src="https://x.example/1.jpg" alt="JavaScript: The Good Parts"></p>',
    ],
    [
      "with commas in the addresses of a srcset",
      '<img srcset="https://x.example/w_1,h_2/1.jpg 1x,https://x.example/2.jpg">',
    ],
    ["with an empty address, which says nothing", '<a href="">x</a>'],
    ["with figures, video and time", "<figure><video poster='https://x.example/1.jpg'></video></figure><time>1</time>"],
    ["with data of its own", '<p data-x="javascript">x</p>'],
    ["with attributes of one's own that begin like a handler", '<p one-link="x">x</p>'],
    ["with an ampersand that starts no reference", '<a href="https://x.example/" title="R & B">x</a>'],
    ["with a picture of a srcset alone", '<img srcset="https://x.example/1.jpg 1x">'],
    ["in a comment", '<!-- <script> <a href="/x"> -->'],
    ["of nothing", ""],
    ["without end tags that may be left out", "<p>a<p>b<ul><li>c<li>d<p>e</ul><dl><dt>f<dd>g</dl>"],
    ["of a table without end tags", "<table><caption>a<thead><tr><th>b<tbody><tr><td>c<td>d<tr><td>e</table>"],
    ["with a paragraph in a cell of a table", "<table><tr><td><p>a<td><p>b</table><p>c</p>"],
    ["with ruby and choices", "<ruby>a<rt>b<rp>c</ruby>"],
    ["with empty tags as XML writes them", "<p>a<br/>b<wbr /></p><hr />"],
    ["with inline elements around a paragraph", "<span><p>a</span>"],
  ])("%s", (_, html) => {
    expect(messages(html)).toEqual([]);
  });
});

describe("HTML is faulted for", () => {
  it.each<[what: string, html: string, found: [rule: string, message: string][]]>([
    [
      "relative addresses in any quotes, or none",
      `<a href='/a'>1</a><a href=b>2</a><a HREF = "#c">3</a>`,
      [
        ["relative-url", '<a href> "/a" is no whole address'],
        ["relative-url", '<a href> "b" is no whole address'],
        ["relative-url", '<a href> "#c" points into a page that readers do not show'],
      ],
    ],
    [
      "an address without a scheme",
      '<img src="//x.example/y">',
      [["relative-url", '<img src> "//x.example/y" is no whole address']],
    ],
    ["an escaped address", '<a href="/?a&#x26;b">x</a>', [["relative-url", '<a href> "/?a&b" is no whole address']]],
    [
      "a quotation and a poster",
      '<blockquote cite="/q"></blockquote><video poster="/p"></video>',
      [
        ["relative-url", '<blockquote cite> "/q" is no whole address'],
        ["relative-url", '<video poster> "/p" is no whole address'],
      ],
    ],
    [
      "each candidate of a srcset",
      '<img srcset="/a 1x, https://x.example/b 2x, /c 3x">',
      [
        ["relative-srcset", '<img srcset> "/a" is no whole address'],
        ["relative-srcset", '<img srcset> "/c" is no whole address'],
      ],
    ],
    [
      "each candidate of a srcset without spaces between them",
      '<img srcset="/a 1x,/b 2x,https://x.example/c 3x,/d">',
      [
        ["relative-srcset", '<img srcset> "/a" is no whole address'],
        ["relative-srcset", '<img srcset> "/b" is no whole address'],
        ["relative-srcset", '<img srcset> "/d" is no whole address'],
      ],
    ],
    [
      "pictures without an address",
      '<img src="" alt="a"><img data-src="https://x.example/1.jpg"><img src="data:image/gif;base64,AA">',
      [
        ["image-address", "<img> has no address"],
        ["image-address", "<img> has no address: it stands in data-src, which no reader looks at"],
        ["image-address", '<img src> is "data:image/gif;base64,AA", which readers drop'],
      ],
    ],
    ["tags in capitals", "<SCRIPT></SCRIPT>", [["unsafe-element", "readers drop <script>"]]],
    [
      "Internet Explorer's import",
      "<?import namespace='a'>",
      [
        ["syntax", 'HTML has no instructions as <?…>: a reader takes it for a comment: "<?import namespace=\'a"'],
        ["unsafe-element", "readers drop <?import>"],
      ],
    ],
    ["script in an address", '<a href=" JavaScript:1">x</a>', [["event-handler", "<a href> is script"]]],
    ["script in a background", '<p background="javascript:1">x</p>', [["event-handler", "<p background> is script"]]],
    ["script in a handler", '<p onclick="1">x</p>', [["event-handler", "<p onclick> is script"]]],
    [
      "elements of one's own",
      "<x-card>a</x-card>",
      [["unknown-element", "readers drop <x-card>, which no page defines for them"]],
    ],
    ["elements that nobody knows", "<boat>a</boat>", [["unknown-element", "HTML has no element <boat>"]]],
    ["forms", "<form>a</form>", [["dropped-element", "many readers drop <form>"]]],
    [
      "a style that leaves its place",
      '<p style="position:fixed;color:red">x</p>',
      [["style", '<p style>: "position" is no property that readers keep']],
    ],
    [
      "a text that breaks off",
      '<p>x <a href="https://x.example/',
      [["syntax", 'the text ends in the middle of a tag: "="https://x.example/"']],
    ],
    [
      "a number that is no letter",
      "<p>it&#146;s",
      [
        [
          "character-reference",
          'a reference names a control character, as of Windows-1252, and no letter: "<p>it&#146;s"',
        ],
      ],
    ],
    [
      "a reference without its end",
      "<p>&eacute t&eacute;",
      [["character-reference", 'a reference to a character has no ; at its end: "<p>&eacute t&eacute;"']],
    ],
    ["a bare ampersand", '<a href="https://x.example/?a=1&b=2">x</a>', [["unescaped", "<a href> has a bare &"]]],
    ["a < that is none of a tag", "1 < 2", [["unescaped", 'a < starts no tag, and is not written as &lt;: "1 < 2"']]],
    [
      "an attribute twice",
      '<p class="a" class="b">x',
      [["repeated-attribute", 'a tag has an attribute twice, and readers drop the second: "<p class="a" class="b">x"']],
    ],
    ["end tags that cross", "<b><i>a</b></i>", [["nesting", "</b> comes before </i>"]]],
    ["an end tag of nothing", "a</div>", [["nesting", "</div> ends nothing"]]],
    ["an element that is never closed", "<p><b>a", [["nesting", "<b> is never closed"]]],
    [
      "a list in a paragraph's element",
      "<p><b><ul><li>a</ul></b>",
      [["nesting", "<ul> cannot stand in <p>, and <b> is still open"]],
    ],
    ["a paragraph that a block has ended", "<p><div>a</div></p>", [["nesting", "</p> ends nothing"]]],
    [
      "a link in a link",
      '<a href="https://x.example/">a<a href="https://x.example/">b</a>',
      [["nesting", "<a> stands in another <a>"]],
    ],
    [
      "a whole page",
      "<html><body>a</body></html>",
      [["nesting", "<html> belongs to a whole page, and this is a part of one"]],
    ],
    [
      "what a drawing must not do",
      "<svg><foreignObject>a</foreignObject></svg>",
      [
        ["foreign-element", "readers drop <foreignobject>, which is none of the elements of SVG that only draw"],
        ["dropped-element", "many readers drop <svg>"],
      ],
    ],
  ])("%s", (_, html, found) => {
    expect(told(html)).toEqual(found);
  });

  it("its first three faults of a kind", () => {
    expect(messages('<a href="/x">y</a>'.repeat(50))).toHaveLength(3);
  });
});

it("relative addresses are in order where something says what they are relative to", () => {
  expect(told('<a href="/x">y</a><img src="1.jpg" srcset="2.jpg 2x">', { ...PART, hasBase: true })).toEqual([]);
});

it("a page has what pages have", () => {
  expect(told("<html><head><title>a</title></head><body><p>b</p></body></html>", { ...PART, page: true })).toEqual([]);
});

it("a fault is told with the line that it is in", () => {
  const markup = readMarkup('<p>a\n\n<a href="/x">y</a>');
  const rule = HTML_RULES.find(({ name }) => name === "html/relative-url");
  expect(rule?.check(markup, PART)).toEqual([{ message: '<a href> "/x" is no whole address', below: 2 }]);
});
