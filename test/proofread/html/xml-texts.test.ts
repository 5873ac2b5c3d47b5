import { describe, expect, it } from "vitest";
import { proofread } from "../../../src/proofread/proofread.ts";
import { documentOf } from "../../../src/proofread/xml/examples.ts";

/** The rules of HTML that a document breaks. */
const broken = async (text: string): Promise<string[]> =>
  [...(await proofread(text)).counts.keys()].filter((rule) => rule.startsWith("html/"));

const inRss = (entry: string) => broken(documentOf("rss", { entry }));
const inAtom = (entry: string) => broken(documentOf("atom", { entry }));

describe("in RSS", () => {
  it.each<[what: string, entry: string, rules: string[]]>([
    ["a title may be plain", "<title>Boats &amp; tides</title>", []],
    ["a title may have characters as the profile writes them", "<title>AT&#x26;amp;T</title>", []],
    ["a title may not have them escaped twice", "<title>AT&amp;amp;T</title>", ["html/plain-text"]],
    [
      "a title may have no tags, however they are written",
      "<title>&#x3C;b>Boats&#x3C;/b></title>",
      ["html/plain-text"],
    ],
    ["a title may have no tags in CDATA", "<title><![CDATA[<b>Boats</b>]]></title>", ["html/plain-text"]],
    ["a title may not look like markup", "<title>1 &lt;a</title>", ["html/character-data"]],
    ["a description may have HTML", "<description>&lt;b>Boats&lt;/b></description>", []],
    ["a description may not have half a tag", "<description>&lt;b>Boats&lt;/b> &lt;i</description>", ["html/syntax"]],
    [
      "media:title is plain unless it says otherwise",
      '<media:content url="https://gazette.example/1.jpg"><media:title>&lt;b>a&lt;/b></media:title></media:content>',
      ["html/undeclared"],
    ],
    [
      "media:title may say that it is HTML",
      '<media:content url="https://gazette.example/1.jpg"><media:title type="html">&lt;b>a&lt;/b></media:title></media:content>',
      [],
    ],
    ["a name of its own may be anything", "<x:title xmlns:x='https://x.example/'>&lt;b>a&lt;/b></x:title>", []],
  ])("%s", async (_, entry, rules) => {
    expect(await inRss(entry)).toEqual(rules);
  });

  it("0.91 has no HTML in descriptions", async () => {
    const description = "<description>&lt;b>Boats&lt;/b></description>";
    const text = documentOf("rss", { entry: description }).replace('version="2.0"', 'version="0.91"');
    expect(await broken(text)).toEqual(["html/plain-text"]);
  });
});

describe("in Atom", () => {
  const xhtml = (markup: string) =>
    `<content type="xhtml"><div xmlns="http://www.w3.org/1999/xhtml">${markup}</div></content>`;

  it.each<[what: string, entry: string, rules: string[]]>([
    ["a text may be plain", "<title>1 &lt; 2</title>", []],
    ["a text may not have markup unless it says so", "<title>&lt;b>Boats&lt;/b></title>", ["html/undeclared"]],
    ["a text may say so in capitals", '<title type="HTML">&lt;b>Boats&lt;/b></title>', []],
    ["XHTML is known in capitals, too", '<content type=" XHTML "><div>Boats</div></content>', ["html/xhtml-namespace"]],
    ["a text may say so", '<title type="html">&lt;b>Boats&lt;/b></title>', []],
    ["HTML may have no script", '<content type="html">&lt;script>1&lt;/script></content>', ["html/unsafe-element"]],
    ["XHTML may have no script", xhtml("<script>1</script>"), ["html/unsafe-element"]],
    ["XHTML may have tags as letters", xhtml("&lt;script&gt; &lt;/b>"), []],
    [
      "XHTML may draw",
      xhtml('<svg xmlns="http://www.w3.org/2000/svg"><circle r="3"/></svg>'),
      ["html/dropped-element"],
    ],
    ["addresses are absolute", xhtml('<a href="/boat">a</a>'), ["html/relative-url"]],
    [
      "addresses are relative to xml:base",
      '<content type="html" xml:base="https://gazette.example/">&lt;a href="/boat">a&lt;/a></content>',
      [],
    ],
    ["a part of a page is of the type html", '<content type="text/html">&lt;p>a</content>', ["html/fragment"]],
    [
      "a whole page may be text/html",
      '<content type="text/html">&lt;html>&lt;head>&lt;title>a&lt;/title>&lt;/head>&lt;body>b&lt;/body>&lt;/html></content>',
      [],
    ],
    ["other types are others' affair", '<content type="text/x-boat">&lt;/b></content>', []],
    ["a name is plain", "<author><name>&lt;b>Ada&lt;/b></name></author>", ["html/plain-text"]],
    ["a label is plain", '<category term="a" label="S&amp;amp;P"/>', ["html/plain-attribute"]],
  ])("%s", async (_, entry, rules) => {
    expect(await inAtom(entry)).toEqual(rules);
  });
});

it("a fault in XHTML is told with its own line", async () => {
  const entry =
    '<content type="xhtml"><div xmlns="http://www.w3.org/1999/xhtml">\n<p>a</p>\n<p onclick="b">c</p></div></content>';
  const text = documentOf("atom", { entry });
  const line = text.split("\n").findIndex((one) => one.includes("onclick")) + 1;
  expect((await proofread(text)).findings.filter(({ rule }) => rule === "html/event-handler")).toMatchObject([
    { line },
  ]);
});
