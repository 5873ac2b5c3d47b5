import { describe, expect, it, test } from "vitest";
import { findings } from "../../src/proofread/finding.ts";
import { HTML_RULES, htmlBody, xhtmlBody } from "../../src/proofread/html.ts";
import { parseXmlStrictly } from "../../src/verify/parse/xml.ts";
import { type Case, messagesIn, unbroken } from "./clean.ts";

const BODY = "<p>Boats";

const IN_RSS: Case[] = [
  ["a relative link in a body", BODY, '<p><a href="/x">x</a>', "not absolute"],
  ["a link without a scheme in a body", BODY, '<p><img src="//x.example/y">', "not absolute"],
  ["a fragment in a body", BODY, '<p><a href="#fn1">1</a>', "points into"],
  ["a relative srcset in a body", BODY, '<p><img srcset="https://x.example/1 1x, /2 2x">', "<img srcset>"],
  ["a picture without an address in a body", BODY, '<p><img alt="x">', "<img> has no address"],
  ["a script in a body", BODY, "<script>1</script><p>", "drop <script>"],
  ["a custom element in a body", BODY, "<x-card></x-card><p>", "drop <x-card>"],
  ["an event handler in a body", BODY, '<p onclick="1">', "is script"],
  ["a script URL in a body", BODY, '<p><a href="javascript:1">x</a>', "is script"],
  ["a bare ampersand in a body", BODY, '<p><a href="https://x.example/?a=1&b=2">x</a>', "bare &"],
  ["an attribute twice in a body", BODY, '<p class="a" class="b">', "twice"],
];

const IN_ATOM: Case[] = [
  [
    "a relative link in XHTML",
    "<summary>In brief</summary>",
    '<summary type="xhtml"><div xmlns="http://www.w3.org/1999/xhtml"><a href="/x">x</a></div></summary>',
    "not absolute",
  ],
];

describe("a finding for", () => {
  it.each(IN_RSS)("%s", async (_, search, replacement, message) => {
    expect(await messagesIn("rss", search, replacement)).toContain(message);
  });

  it.each(IN_ATOM)("%s", async (_, search, replacement, message) => {
    expect(await messagesIn("atom", search, replacement)).toContain(message);
  });
});

test("every rule is broken by one of the cases above, or it may as well not stand there", async () => {
  expect(
    await unbroken(HTML_RULES, [
      ["rss", IN_RSS],
      ["atom", IN_ATOM],
    ]),
  ).toEqual([]);
});

const messages = (html: string): string[] => findings(HTML_RULES, htmlBody(html, "here")).map(({ message }) => message);

describe("HTML is clean", () => {
  it.each([
    ["of any layout", "<h2>a</h2><p class='x'>b <em>c</em></p><table><tr><td>d</td></tr></table>"],
    ["with absolute addresses", '<a href="https://x.example/?a=1&amp;b=2">x</a><a href="mailto:a@b.example">y</a>'],
    [
      "with pictures of several sizes",
      '<img src="https://x.example/1.jpg" srcset="https://x.example/1.jpg 1x, https://x.example/2.jpg 2x">',
    ],
    ["with an empty address, which says nothing", '<a href="">x</a>'],
    ["with figures, video and time", "<figure><video poster='https://x.example/1.jpg'></video></figure><time>1</time>"],
    ["with data of its own", '<p data-x="javascript">x</p>'],
    ["with numbers that are compared", "1 < 2 and a<2"],
    ["with an ampersand that starts no reference", '<a href="https://x.example/" title="R & B">x</a>'],
    ["with a picture of a srcset alone", '<img srcset="https://x.example/1.jpg 1x">'],
    ["in a comment", '<!-- <script> <a href="/x"> -->'],
    ["in a comment that is not closed", '<p>x</p><!-- <a href="/x">'],
    ["of nothing", ""],
  ])("%s", (_, html) => {
    expect(messages(html)).toEqual([]);
  });
});

describe("HTML is faulted", () => {
  it.each<[what: string, html: string, messages: string[]]>([
    [
      "attributes in any quotes, or none",
      `<a href='/a'>1</a><a href=/b>2</a><a HREF = "/c">3</a>`,
      ['<a href> "/a" is not absolute', '<a href> "/b" is not absolute', '<a href> "/c" is not absolute'],
    ],
    [
      "a picture without an address, in every way",
      '<img src="" alt="a"><img data-src="https://x.example/1.jpg"><img src="data:image/gif;base64,AA" srcset="data:image/png;base64,AA 1x">',
      [
        "<img> has no address",
        "<img> has no address: it stands in data-src, which no reader looks at",
        '<img src> is "data:image/gif;base64,AA", which readers drop',
      ],
    ],
    ["tags in capitals", "<SCRIPT>", ["readers drop <script>"]],
    ["a tag that is not closed", '<img src="/x"', ['<img src> "/x" is not absolute']],
    [
      "each candidate of a srcset",
      '<img srcset="/a 1x, https://x.example/b 2x, /c 3x">',
      ['<img srcset> "/a" is not absolute', '<img srcset> "/c" is not absolute'],
    ],
    [
      "a quotation and a poster",
      '<blockquote cite="/q"></blockquote><video poster="/p"></video>',
      ['<blockquote cite> "/q" is not absolute', '<video poster> "/p" is not absolute'],
    ],
    ["an escaped address", '<a href="/?a&#x26;b">x</a>', ['<a href> "/?a&b" is not absolute']],
    ["what comes after a comment", '<!-- x --><a href="/x">y</a>', ['<a href> "/x" is not absolute']],
    ["script in capitals, with space before it", '<a href=" JavaScript:1">x</a>', ["<a href> is script"]],
  ])("%s", (_, html, expected) => {
    expect(messages(html)).toEqual(expected);
  });

  it("by its first three faults of a kind", () => {
    expect(messages('<a href="/x">y</a>'.repeat(50))).toHaveLength(3);
  });

  it("where it stands", () => {
    expect(findings(HTML_RULES, htmlBody("<iframe>", "item 1, <description>"))).toEqual([
      {
        rule: "RFC 4287 §8.1: active content",
        severity: "warning",
        where: "item 1, <description>",
        message: "readers drop <iframe>",
      },
    ]);
  });

  it("by its first three faults of a kind, where one tag has many", () => {
    expect(messages(`<p ${"x ".repeat(50)}>`)).toEqual(["<p> has x twice", "<p> has x twice", "<p> has x twice"]);
  });

  it("though it is large: tags and attributes without end", () => {
    expect(messages("<".repeat(200_000))).toEqual([]);
    expect(messages(`<p ${Array.from({ length: 50_000 }, (_, index) => `a${index}`).join(" ")}>`)).toEqual([]);
  });
});

describe("XHTML is proofread by its elements", () => {
  const ofXhtml = (xml: string): string[] => {
    const parsed = parseXmlStrictly(`<content><div xmlns="http://www.w3.org/1999/xhtml">${xml}</div></content>`);
    if (parsed.status === "malformed") throw new Error(parsed.faults.join());
    return findings(HTML_RULES, xhtmlBody(parsed.root, "here")).map(({ message }) => message);
  };

  it("at any depth", () => {
    expect(ofXhtml('<p><a href="/x"><script/></a></p>')).toEqual([
      '<a href> "/x" is not absolute',
      "readers drop <script>",
    ]);
  });

  it("and not by its text, in which tags are letters", () => {
    expect(ofXhtml("&lt;script&gt; &lt;a href='/x'&gt;")).toEqual([]);
  });
});
