import { describe, expect, it } from "vitest";
import { atomText, hasMarkup } from "../../../src/import/feeds/atom-text.ts";
import { only } from "../helpers.ts";

const html = (value: string) => ({ type: "html", value });
const text = (value: string) => ({ type: "text", value });

describe("a text construct (RFC 4287 §3.1)", () => {
  it.each([
    ["§3.1: without a type is text", "<t>1 &lt; 2 &amp;amp;</t>", text("1 < 2 &amp;")],
    [
      "§3.1.1.1: text is no markup, whatever it looks like",
      '<t type="text">&lt;b&gt;a&lt;/b&gt;</t>',
      text("<b>a</b>"),
    ],
    [
      "§3.1.1.2: html is unescaped once",
      '<t type="html">&lt;b&gt;a &amp;amp; b&lt;/b&gt;</t>',
      html("<b>a &amp; b</b>"),
    ],
    [
      "§3.1.1.3: xhtml is what stands in the div",
      '<t type="xhtml"> <x:div>a <x:b>b</x:b></x:div> </t>',
      html("a <b>b</b>"),
    ],
    ["xhtml without the div is read all the same", '<t type="xhtml">a <x:b>b</x:b></t>', html("a <b>b</b>")],
    [
      "xhtml of two divs keeps both",
      '<t type="xhtml"><x:div>a</x:div><x:div>b</x:div></t>',
      html("<div>a</div><div>b</div>"),
    ],
    ["xhtml of another element keeps it", '<t type="xhtml"><x:p>a</x:p></t>', html("<p>a</p>")],
    ["text beside the div makes it a part", '<t type="xhtml">a<x:div>b</x:div></t>', html("a<div>b</div>")],
    ["a type is read in any case", '<t type=" HTML ">&lt;b&gt;a&lt;/b&gt;</t>', html("<b>a</b>")],
    ["html that was left unescaped is markup", '<t type="html">a <x:b>b</x:b></t>', html("a <b>b</b>")],
    ["text that was left unescaped is markup", "<t>a <x:b>b</x:b></t>", html("a <b>b</b>")],
  ])("%s", (_, element, expected) => {
    const notes: string[] = [];
    expect(atomText(only(element), notes)).toEqual(expected);
    expect(notes).toEqual([]);
  });
});

describe("content of a media type (RFC 4287 §4.1.3.3)", () => {
  it.each([
    ["text/html is html", '<c type="text/html">&lt;b&gt;a&lt;/b&gt;</c>', html("<b>a</b>")],
    ["application/xhtml+xml is xhtml", '<c type="application/xhtml+xml"><x:div>a</x:div></c>', html("a")],
    ["text/plain is text", '<c type="text/plain">&lt;b&gt;</c>', text("<b>")],
    ["text/x-markdown is text", '<c type="text/x-markdown"># a</c>', text("# a")],
  ])("%s", (_, element, expected) => {
    expect(atomText(only(element), [])).toEqual(expected);
  });

  it.each(["application/pdf", "image/svg+xml", "application/xml"])("%s is no text for reading, and noted", (type) => {
    const notes: string[] = [];
    expect(atomText(only(`<c type="${type}">AAAA</c>`), notes)).toBeUndefined();
    expect(notes).toEqual([`content of type ${type} is left out`]);
  });

  it("elsewhere (§4.1.3.2) has nothing here, which is not noted", () => {
    const notes: string[] = [];
    expect(atomText(only('<c type="application/pdf" src="a.pdf"/>'), notes)).toBeUndefined();
    expect(notes).toEqual([]);
  });
});

describe("Atom 0.3's mode", () => {
  it("escaped: markup of any type", () => {
    expect(atomText(only('<c type="text/html" mode="escaped">&lt;b&gt;a&lt;/b&gt;</c>'), [])).toEqual(html("<b>a</b>"));
    expect(atomText(only('<c type="application/xhtml+xml" mode="escaped">&lt;b&gt;a&lt;/b&gt;</c>'), [])).toEqual(
      html("<b>a</b>"),
    );
  });

  it("xml: markup as it stands", () => {
    expect(atomText(only('<c type="text/html" mode="xml"><x:b>a</x:b></c>'), [])).toEqual(html("<b>a</b>"));
  });

  it.each([
    ["mode says so", '<c type="text/html" mode="base64">\n  PHA+S8O2\n  bG48L3A+\n</c>', html("<p>Köln</p>")],
    ["its type has no other form (RFC 4287 §4.1.3.3)", '<c type="application/octet-stream">S8O2bG4=</c>', text("Köln")],
  ])("text in base64 is read where %s", (_, element, expected) => {
    const notes: string[] = [];
    expect(atomText(only(element), notes)).toEqual(expected);
    expect(notes).toEqual([]);
  });

  it("base64 that is no text is left out, with a note", () => {
    const notes: string[] = [];
    expect(atomText(only('<c type="text/html" mode="base64">AAAA</c>'), notes)).toBeUndefined();
    expect(notes).toEqual(["content in base64 is left out"]);
  });
});

describe("markup that was escaped within markup", () => {
  it.each([
    ["html in a div", '<t type="html"><x:div>a &lt;b&gt;c&lt;/b&gt;</x:div></t>', html("a <b>c</b>")],
    ["xhtml that is all tags", '<t type="xhtml">&lt;p&gt;a&lt;/p&gt;</t>', html("<p>a</p>")],
    ["xhtml that is all tags in a div", '<t type="xhtml"><x:div>&lt;p&gt;a&lt;/p&gt;</x:div></t>', html("<p>a</p>")],
    ["xhtml that shows one", '<t type="xhtml">the &lt;p&gt; tag</t>', html("the &lt;p&gt; tag")],
  ])("%s", (_, element, expected) => {
    expect(atomText(only(element), [])).toEqual(expected);
  });
});

describe("what says nothing", () => {
  it.each(["<t/>", '<t type="html"> </t>', '<t type="xhtml"><x:div> </x:div></t>'])("%s is none", (element) => {
    expect(atomText(only(element), [])).toBeUndefined();
  });

  it("and what is missing is none", () => {
    expect(atomText(undefined, [])).toBeUndefined();
  });
});

describe("markup", () => {
  it.each([
    ["<t>a<b/></t>", true],
    ["<t>a</t>", false],
    ["<t><![CDATA[<b/>]]></t>", false],
  ])("in %s: %s", (element, expected) => {
    expect(hasMarkup(only(element))).toBe(expected);
  });
});
