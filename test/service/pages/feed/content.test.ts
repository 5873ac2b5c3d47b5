import fc from "fast-check";
import { parseFragment } from "parse5";
import { describe, expect, it } from "vitest";
import { guestHtml } from "../../../../src/service/pages/feed/content.ts";

const guest = (html: string) => guestHtml(html).join("");

describe("a guest's headings", () => {
  it.each([
    ["start below the page's own", "<h1>A</h1>", "<h2>A</h2>"],
    ["start there whatever their level", "<h5>A</h5>", "<h2>A</h2>"],
    ["leave no gap", "<h2>A</h2><h4>B</h4><h6>C</h6>", "<h2>A</h2><h3>B</h3><h4>C</h4>"],
    ["come back to the level that they left", "<h1>A</h1><h3>B</h3><h2>C</h2>", "<h2>A</h2><h3>B</h3><h3>C</h3>"],
    ["stand beside those of their level", "<h3>A</h3><h3>B</h3>", "<h2>A</h2><h2>B</h2>"],
    ["are none without text", "<h2> </h2><h2><br></h2><h3>A</h3>", "<div> </div><div><br></div><h2>A</h2>"],
    ["are found wherever they stand", "<div><h4><b>A</b></h4></div><p>x</p>", "<div><h2><b>A</b></h2></div><p>x</p>"],
  ])("%s", (_, html, shown) => expect(guest(html)).toBe(shown));
});

describe("a guest's elements", () => {
  it.each(["main", "header", "footer", "nav", "aside", "section", "article", "address"])(
    "%s is a plain block: the page has its own (WAI-ARIA §5.3.4)",
    (name) => expect(guest(`<${name}>A</${name}><p>x</p>`)).toBe("<div>A</div><p>x</p>"),
  );

  it.each([
    ["li", "<li>A</li><p>x</p>", "<div>A</div><p>x</p>"],
    ["dt and dd", "<dt>A</dt><dd>B</dd>", "<div>A</div><div>B</div>"],
    ["summary", "<summary>A</summary><p>x</p>", "<div>A</div><p>x</p>"],
    ["figcaption", "<p>x</p><figcaption>A</figcaption>", "<p>x</p><div>A</div>"],
  ])("%s astray is a plain block", (_, html, shown) => expect(guest(html)).toBe(shown));

  it.each([
    "<ul><li>A</li></ul>",
    "<ol><li>A</li></ol>",
    "<dl><dt>A</dt><dd>B</dd></dl>",
    "<dl><div><dt>A</dt><dd>B</dd></div></dl>",
    "<details><summary>A</summary>B</details>",
    "<figure><figcaption>A</figcaption></figure>",
    "<blockquote><p>A <em>b</em> <code>c</code></p></blockquote>",
  ])("at home stay as they are: %s", (html) => expect(guest(html)).toBe(html));

  it("of a table get a block that scrolls, one for a table in a table", () => {
    const inner = "<table><tbody><tr><td>A</td></tr></tbody></table>";
    const scroller = (table: string) =>
      `<div class="scroller" role="group" aria-label="Table" tabindex="0">${table}</div>`;
    expect(guest(`<p>x</p>${inner}`)).toBe(`<p>x</p>${scroller(inner)}`);
    const nested = `<table><tbody><tr><td>${inner}</td></tr></tbody></table>`;
    expect(guest(`<p>x</p>${nested}`)).toBe(`<p>x</p>${scroller(nested)}`);
  });
});

describe("a guest's attributes", () => {
  it.each([
    'id="main"',
    'class="skip"',
    'style="position:fixed"',
    'name="q"',
    'data-x="1"',
    'aria-hidden="true"',
    'onclick="alert(1)"',
  ])("%s goes", (attribute) => expect(guest(`<p ${attribute}>A</p>`)).toBe("<p>A</p>"));

  it.each([
    ['<p lang="ar" dir="rtl">A</p>', '<p lang="ar" dir="rtl">A</p>'],
    ['<p lang="zh-Hant-TW">A</p>', '<p lang="zh-Hant-TW">A</p>'],
    ['<p lang="english please">A</p>', "<p>A</p>"],
    ['<p lang="" dir="AUTO">A</p>', '<p dir="AUTO">A</p>'],
    ['<p dir="sideways">A</p>', "<p>A</p>"],
    ['<p title="t">A</p>', '<p title="t">A</p>'],
  ])("of language and direction stay where they are valid: %s", (html, shown) => expect(guest(html)).toBe(shown));
});

describe("a guest's links and media", () => {
  const REL = 'rel="noopener noreferrer nofollow"';
  const LAZY = 'loading="lazy" decoding="async" referrerpolicy="no-referrer"';

  it.each([
    [
      "a link tells nobody where it was followed from",
      '<a href="https://a.example/" rel="me">A</a>',
      `<a href="https://a.example/" ${REL}>A</a>`,
    ],
    [
      "a link without a word is none",
      '<p><a href="https://a.example/"> </a></p>',
      `<p><span href="https://a.example/" ${REL}> </span></p>`,
    ],
    [
      "a picture that is a link has a name",
      '<a href="https://a.example/"><img src="https://a.example/b.jpg"></a>',
      `<a href="https://a.example/" ${REL}><img src="https://a.example/b.jpg" ${LAZY} alt="Picture"></a>`,
    ],
    [
      "a picture that says nothing is decoration",
      '<img src="https://a.example/b.jpg">',
      `<img src="https://a.example/b.jpg" ${LAZY} alt="">`,
    ],
    [
      "a picture keeps what it says",
      '<img alt="A pier" src="https://a.example/b.jpg">',
      `<img alt="A pier" src="https://a.example/b.jpg" ${LAZY}>`,
    ],
    [
      "sound and film wait to be wanted",
      '<video src="https://a.example/b.mp4" autoplay loop muted></video>',
      '<video src="https://a.example/b.mp4" controls preload="none"></video>',
    ],
    [
      "so does sound",
      '<audio src="https://a.example/b.mp3" autoplay></audio>',
      '<audio src="https://a.example/b.mp3" controls preload="none"></audio>',
    ],
  ])("%s", (_, html, shown) => expect(guest(html)).toBe(shown));
});

describe("a guest's blocks", () => {
  it.each([
    ["nothing, of nothing", "", []],
    ["nothing, of white space", " \n\t ", []],
    ["one each, of what stands side by side", "<p>A</p>\n<p>B</p>", ["<p>A</p>", "<p>B</p>"]],
    ["text and elements, as they come", "A <b>b</b>", ["A ", "<b>b</b>"]],
    [
      "those in a single wrapper, each in a copy of it",
      '<div lang="cy"><p>A</p> <p>B</p></div>',
      ['<div lang="cy"><p>A</p></div>', '<div lang="cy"><p>B</p></div>'],
    ],
    [
      "those in a single landmark",
      "<article><p>A</p><p>B</p></article>",
      ["<div><p>A</p></div>", "<div><p>B</p></div>"],
    ],
    [
      "a wrapper that has a neighbour, whole",
      "<div><p>A</p><p>B</p></div><p>C</p>",
      ["<div><p>A</p><p>B</p></div>", "<p>C</p>"],
    ],
    ["one that is no wrapper, whole", "<ul><li>A</li><li>B</li></ul>", ["<ul><li>A</li><li>B</li></ul>"]],
  ])("are %s", (_, html, blocks) => expect(guestHtml(html)).toEqual(blocks));
});

describe("any guest", () => {
  const name = fc.constantFrom(
    "p",
    "div",
    "h1",
    "h4",
    "h6",
    "section",
    "nav",
    "ul",
    "li",
    "dd",
    "a",
    "table",
    "span",
    "figure",
    "figcaption",
    "details",
    "summary",
    "img",
    "b",
  );
  const word = fc.constantFrom("word", " ", "x < y", "&amp;", "文", '"');
  const attributes = fc.constantFrom(
    "",
    ' id="main"',
    ' class="c" lang="fr"',
    ' href="https://a.example/"',
    ' onclick="x"',
    " dir=x",
    ' headers="h"',
  );
  const { node } = fc.letrec<{ node: string; element: string }>((tie) => ({
    node: fc.oneof({ maxDepth: 4, depthSize: "small" }, word, tie("element")),
    element: fc
      .tuple(name, attributes, fc.array(tie("node"), { maxLength: 3 }))
      .map(([tag, attribute, inner]) => `<${tag}${attribute}>${inner.join("")}</${tag}>`),
  }));
  const guests = fc.array(node, { maxLength: 5 }).map((nodes) => nodes.join(""));

  it("keeps its words, in their order", () => {
    fc.assert(fc.property(guests, (html) => void expect(words(guest(html))).toBe(words(html))));
  });

  it("brings no id, class, handler or landmark of its own, and no heading that is the page's", () => {
    fc.assert(
      fc.property(guests, (html) => {
        const shown = guest(html).replaceAll('<div class="scroller"', "<div");
        expect(shown).not.toMatch(/<[^>]*\s(id|class|headers|on\w+|style)=/);
        expect(shown).not.toMatch(/<(h1|section|nav)\b/);
      }),
    );
  });

  it("never skips a level of headings on the way down", () => {
    fc.assert(
      fc.property(guests, (html) => {
        const levels = [...guest(html).matchAll(/<h(\d)/g)].map(([, level]) => Number(level));
        for (const [index, level] of levels.entries()) expect(level).toBeLessThanOrEqual((levels[index - 1] ?? 1) + 1);
      }),
    );
  });
});

/** The text of a fragment, as a browser has it, without the white space between blocks. */
function words(html: string): string {
  type Node = { value?: string; childNodes?: Node[] };
  const textOf = ({ value, childNodes = [] }: Node): string => value ?? childNodes.map(textOf).join("");
  return textOf(parseFragment(html) as Node).replace(/\s+/g, "");
}
