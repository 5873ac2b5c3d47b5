import fc from "fast-check";
import { SaxesParser } from "saxes";
import { describe, expect, it } from "vitest";
import { cleanHtml } from "../../../src/article/html/clean.ts";
import { htmlToText } from "../../../src/article/html/text.ts";

const BASE = "https://gazette.example/2026/03/storm";

function clean(html: string): string {
  const result = cleanHtml(html, BASE);
  if (result.status !== "clean") throw new Error(result.status);
  return result.html;
}

describe("cleaning HTML", () => {
  it.each([
    ["a script, with what it holds", "<p>a<script>alert(1)</script></p>", "<p>a</p>"],
    ["an event handler", '<p onclick="x()">a</p>', "<p>a</p>"],
    ["a style element and attribute", '<style>p{}</style><p style="max-width:1px">a</p>', "<p>a</p>"],
    ["a javascript: link", '<a href="javascript:alert(1)">a</a>', "<a>a</a>"],
    ["a javascript: link with a tab in it", '<a href="java\tscript:alert(1)">a</a>', "<a>a</a>"],
    ["SVG that says nothing", "<p>a<svg><script>x</script></svg></p>", "<p>a</p>"],
    ["a custom element, keeping its text", "<my-box>a</my-box>", "a"],
    ["a comment", "a<!-- b -->c", "ac"],
    ["a form control", '<form action="/x"><input value="y"><button>b</button></form>', "b"],
    ["a control character written as a reference", "<p>a&#1;b&#xFFFF;c</p>", "<p>abc</p>"],
  ])("takes out %s", (_, dirty, expected) => expect(clean(dirty)).toBe(expected));

  it.each([
    ["a link", '<a href="/a?b=1&c=2">x</a>', '<a href="https://gazette.example/a?b=1&#x26;c=2">x</a>'],
    ["a protocol-relative image", '<img src="//img.example/a.png">', '<img src="https://img.example/a.png">'],
    ["a fragment", '<a href="#fn1">1</a>', '<a href="https://gazette.example/2026/03/storm#fn1">1</a>'],
    [
      "every candidate of a srcset",
      '<img src="a.png" srcset="a.png 1x, /b.png 2x">',
      '<img src="https://gazette.example/2026/03/a.png" srcset="https://gazette.example/2026/03/a.png 1x, https://gazette.example/b.png 2x">',
    ],
    [
      "a poster",
      '<video poster="/p.jpg" src="/v.mp4"></video>',
      '<video poster="https://gazette.example/p.jpg" src="https://gazette.example/v.mp4"></video>',
    ],
  ])("makes %s absolute", (_, dirty, expected) => expect(clean(dirty)).toBe(expected));

  it("leaves a link in the place of a frame", () =>
    expect(clean('<iframe src="//video.example/1"></iframe>')).toBe(
      '<a href="https://video.example/1">https://video.example/1</a>',
    ));

  it("keeps figures, pictures, tables, times and data attributes", () => {
    const html =
      '<figure data-kind="lead"><picture><source srcset="https://a.example/b.avif" type="image/avif"><img src="https://a.example/b.jpg" alt="B"></picture><figcaption>Boats</figcaption></figure>' +
      '<table><thead><tr><th scope="col">A</th></tr></thead><tbody><tr><td colspan="2"><time datetime="2026-03-01">1 March</time></td></tr></tbody></table>';
    expect(clean(html)).toBe(html);
  });

  it("keeps the empty lines a preformatted text begins with", () =>
    expect(clean(clean("<pre>\n\n\n1</pre>"))).toBe("<pre>\n\n\n1</pre>"));

  it("parts a block from the paragraph that held it", () =>
    expect(clean("<p>a<div>b</div>c</p>")).toBe("<p>a</p><div>b</div>c<p></p>"));

  it("says what it took out, and how often", () => {
    const result = cleanHtml(
      '<p onclick="a" onblur="b">x</p><p onclick="c">y</p><script>1</script><script>2</script>',
      BASE,
    );
    expect(result.status === "clean" && [...result.removed]).toEqual([
      ["p[onclick]", 2],
      ["p[onblur]", 1],
      ["script", 2],
    ]);
  });

  it("refuses what nests deeper than any parser follows", () =>
    expect(cleanHtml("<div>".repeat(100_000), BASE)).toEqual({
      status: "refused",
      detail: "nests deeper than 200 elements",
    }));

  it("leaves nothing that ends a CDATA section", () => {
    expect(clean('<p title="]]>">a]]>b]]&gt;</p>')).not.toContain("]]>");
    expect(htmlToText(clean("<p>a]]>b</p>"))).toBe("a]]>b");
  });

  it("changes nothing that is clean already, whatever was put in", () => {
    const fragments = fc.constantFrom(
      ..."<p> </p> <b> <a href=x> <a href='#y'> </a> <table> <tr> <td> <li> <ul> <pre>\n\n <img src=/a?b&c> <svg> <p/> <br> <script> </script> <select> <option> ]]> &amp;lt; &#13; &#0; <!-- --> <template> <textarea> <h1> <ruby> <rt> <dl> <dd>".split(
        " ",
      ),
      ..."<noscript> </noscript> <picture> </picture> <source> <math> <mfrac> <object> </object> <x-a> <dialog>".split(
        " ",
      ),
      ...[
        '<img data-src="/c.jpg" src="data:,x">',
        "<img srcset='/a.jpg 1x' alt=words>",
        '<source srcset="/s.webp">',
        "<img src='http://' alt=words>",
        '<div data-src="https://a.example/1">',
        '<iframe srcdoc="<p hidden>a<iframe src=/b>"></iframe>',
        "<object data=/d>",
        '<lite-youtube videoid="v">',
        '<span aria-hidden="true">',
        '<span class="sr-only">',
        '<p style="display:none">',
        '<td style="text-align:right">',
        '<script type="math/tex">x</script>',
      ],
    );
    const html = fc
      .array(fc.oneof(fragments, fc.string({ unit: "binary" })), { maxLength: 12 })
      .map((parts) => parts.join(""));
    fc.assert(
      fc.property(html, (dirty) => {
        const once = clean(dirty);
        expect(clean(once)).toBe(once);
        expect(() => new SaxesParser().write(`<a><![CDATA[${once}]]></a>`).close()).not.toThrow();
      }),
      { numRuns: 500 },
    );
  });

  it.each([
    [
      "two elements that share a name of what went",
      "<p onclick=a>x</p><script onclick=b>y</script>",
      [
        ["p[onclick]", 1],
        ["script", 1],
      ],
    ],
    [
      "an address that is none",
      '<a href="javascript:x">a</a><img src="data:image/png;base64,AA">',
      [
        ["a[href]", 1],
        ["img", 1],
      ],
    ],
    ["nothing", '<p class="lead" data-x="1">a</p>', []],
    ["a frame, in whose place a link stands", '<iframe src="https://v.example/1" allow="x"></iframe>', [["iframe", 1]]],
  ] as [string, string, [string, number][]][])("says what it took out: %s", (_, html, removed) => {
    const result = cleanHtml(html, BASE);
    expect(result.status === "clean" && [...result.removed]).toEqual(removed);
  });

  it.each([
    [
      "an embedded player",
      '<embed src="https://v.example/1">',
      '<a href="https://v.example/1">https://v.example/1</a>',
    ],
    ["a plug-in's object", '<object data="//v.example/1">x</object>', '<a href="https://v.example/1">x</a>'],
    ["a frame of no address", "<iframe></iframe>", ""],
    ["a frame of a script", '<iframe src="javascript:alert(1)"></iframe>', ""],
    [
      "a frame of the site's own",
      '<iframe src="/embed/1"></iframe>',
      '<a href="https://gazette.example/embed/1">https://gazette.example/embed/1</a>',
    ],
  ])("leaves a link or nothing in the place of %s", (_, dirty, expected) => expect(clean(dirty)).toBe(expected));

  it.each([
    [
      "a link's target and name",
      '<a href="https://a.example/" target="_blank" name="x">a</a>',
      '<a href="https://a.example/">a</a>',
    ],
    ["a link that carries data", '<a href="data:text/html,x">a</a>', "<a>a</a>"],
    [
      "a base that would turn every address",
      '<base href="https://evil.example/"><a href="/a">a</a>',
      '<a href="https://gazette.example/a">a</a>',
    ],
    ["a refresh", '<meta http-equiv="refresh" content="0">a', "a"],
    ["a row outside of a table", "<tr><td>a</td></tr>", "a"],
    ["a template, with what it holds", "<template><p>a</p></template>b", "b"],
    ["a title, with what it holds", "<title>a</title>b", "b"],
  ])("takes out %s", (_, dirty, expected) => expect(clean(dirty)).toBe(expected));

  it.each([
    ["to write to", '<a href="mailto:desk@gazette.example">a</a>', '<a href="mailto:desk@gazette.example">a</a>'],
    ["to call, its scheme in capital letters", '<a href="TEL:+1">a</a>', '<a href="tel:+1">a</a>'],
    [
      "whose scheme is in capital letters (RFC 3986 §3.1)",
      '<a href="HTTPS://A.example/">a</a>',
      '<a href="https://a.example/">a</a>',
    ],
    [
      "with white space around it (HTML §2.5.1)",
      '<a href="\n https://a.example/ ">a</a>',
      '<a href="https://a.example/">a</a>',
    ],
  ])("keeps a link %s", (_, dirty, expected) => expect(clean(dirty)).toBe(expected));

  it.each([
    ['<img src=" HTTP://a.example/b.jpg">', '<img src="http://a.example/b.jpg">'],
    ['<video poster="HTTPS://a.example/b.jpg"></video>', '<video poster="https://a.example/b.jpg"></video>'],
  ])("keeps what a browser shows: %s", (dirty, expected) => expect(clean(dirty)).toBe(expected));

  it.each([
    " javascript:alert(1)",
    "JavaScript:alert(1)",
    "java\nscript:alert(1)",
    "\u0001javascript:x",
    "vbscript:x",
    "data:text/html,x",
  ])("keeps no link of a script, however it is written: %j", (href) =>
    expect(clean(`<a href="${href}">a</a>`)).toBe("<a>a</a>"),
  );

  it("follows as many levels as it may, and not one more", () => {
    const nested = (levels: number) => cleanHtml("<div>".repeat(levels), BASE).status;
    expect([nested(200), nested(201)]).toEqual(["clean", "refused"]);
  });
});
