import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { parseXml } from "../../../src/import/feeds/parse-xml.ts";
import { elements, textOf, type XmlElement } from "../../../src/import/feeds/xml.ts";
import { xml } from "../helpers.ts";

/** An element in short: its name, what is set of the rest, and its children. */
function brief({ name, attributes, children, cutOff }: XmlElement): unknown {
  return [
    name,
    ...(attributes.size > 0 ? [Object.fromEntries(attributes)] : []),
    ...(cutOff ? ["cut off"] : []),
    ...children.map((child) => (typeof child === "string" ? `“${child}”` : brief(child))),
  ];
}

describe("a well-formed document", () => {
  it("becomes a tree, whole", () => {
    const root = xml(
      '<?xml version="1.0"?><!-- c --><rss version="2.0"><channel a="1"><title>A &amp; B</title><ttl/></channel></rss>',
    );
    expect(brief(root)).toEqual(["rss", { version: "2.0" }, ["channel", { a: "1" }, ["title", "“A & B”"], ["ttl"]]]);
    expect(root).toMatchObject({ base: [], lang: undefined, cutOff: false });
  });

  it("keeps CDATA as it stands, and decodes what is not in it", () => {
    expect(textOf(xml("<a><![CDATA[&amp; <b>]]> &amp; &lt;</a>"))).toBe("&amp; <b> & <");
  });

  it("gives attributes decoded", () => {
    expect(brief(xml("<a b='1 &lt; &quot;2&quot;' c='&#x41;'/>"))).toEqual(["a", { b: '1 < "2"', c: "A" }]);
  });

  it("names are independent of the prefixes that it chose", () => {
    const root = xml(
      '<x:feed xmlns:x="http://www.w3.org/2005/Atom" xmlns="http://purl.org/dc/elements/1.1/"><x:title/><creator x:a="1" b="2"/></x:feed>',
    );
    // Namespaces in XML §6.2: the default namespace does not apply to attributes.
    expect(brief(root)).toEqual(["atom:feed", ["atom:title"], ["dc:creator", { "atom:a": "1", b: "2" }]]);
  });

  it("declares a prefix again within an element, and only there", () => {
    const root = xml(
      '<a xmlns:p="http://purl.org/dc/elements/1.1/"><b xmlns:p="http://www.w3.org/2005/Atom"><p:c/></b><p:c/></a>',
    );
    expect(brief(root)).toEqual(["a", ["b", ["atom:c"]], ["dc:c"]]);
  });

  it("collects xml:base from the outside in, and inherits it", () => {
    const root = xml('<a xml:base="https://gazette.example/"><b xml:base="x/"><c/></b><d/></a>');
    const [b, d] = elements(root);
    expect([root.base, b?.base, b && elements(b)[0]?.base, d?.base]).toEqual([
      ["https://gazette.example/"],
      ["https://gazette.example/", "x/"],
      ["https://gazette.example/", "x/"],
      ["https://gazette.example/"],
    ]);
  });

  it('inherits xml:lang, which "" takes back (XML 1.0 §2.12)', () => {
    const root = xml('<a xml:lang="de"><b/><c xml:lang="fr"/><d xml:lang=""><e/></d></a>');
    const [b, c, d] = elements(root);
    expect([b?.lang, c?.lang, d?.lang, d && elements(d)[0]?.lang]).toEqual(["de", "fr", "", ""]);
  });
});

describe("a document as it should not be", () => {
  it.each([
    ["blank lines before the declaration", '\n\n<?xml version="1.0"?><a>b</a>', ["a", "“b”"]],
    ["HTML's entities", "<a>x&nbsp;&eacute;</a>", ["a", "“x\u00a0é”"]],
    ["a reference that nobody knows", "<a>&bogus; R&D</a>", ["a", "“&bogus; R&D”"]],
    ["a prefix that was never declared", "<a><dc:b c:d='1'/></a>", ["a", ["dc:b", { "c:d": "1" }]]],
    ["an attribute twice", '<a b="1" b="2"/>', ["a", { b: "1" }]],
    ["a second root", "<a/><b/>", ["a"]],
    ["text around the root", "x<a/>y", ["a"]],
    ["an end tag too many", "<a></b></a></a>", ["a"]],
    ["a wrong namespace for a known prefix", '<a xmlns:dc="urn:x"><dc:b/></a>', ["a", ["{urn:x}b"]]],
  ])("is read: %s", (_, text, expected) => {
    expect(brief(xml(text))).toEqual(expected);
  });

  it("that was cut short says which elements it ends in", () => {
    expect(brief(xml("<rss><item><title>A</title></item><item><title>B"))).toEqual([
      "rss",
      "cut off",
      ["item", ["title", "“A”"]],
      ["item", "cut off", ["title", "cut off", "“B”"]],
    ]);
  });

  it("with an end tag missing within is not cut off", () => {
    expect(brief(xml("<a><b>x</a>"))).toEqual(["a", ["b", "“x”"]]);
  });

  it.each(["", " ", "text", "<!-- -->", "<?xml version='1.0'?>", "<!DOCTYPE rss>"])("%j has no element", (text) => {
    expect(parseXml(text)).toBeNull();
  });

  it("that nests without end is a tree that can be walked, with all its text", () => {
    const deep = 20_000;
    const root = xml(`${"<a>".repeat(deep)}x${"</a>".repeat(deep)}<b>y</b>`);
    const depth = (element: XmlElement): number => 1 + Math.max(0, ...elements(element).map(depth));
    expect(depth(root)).toBeLessThanOrEqual(401);
    expect(textOf(root)).toBe("x");
  });

  it("that nests xml:base without end is told of the outermost ten, so that no element carries all of them", () => {
    let element: XmlElement | undefined = xml(
      Array.from({ length: 300 }, (_, index) => `<a xml:base="${index}/">`).join(""),
    );
    for (let depth = 1; depth < 300; depth += 1) element = element && elements(element)[0];
    expect(element?.base.join("")).toBe("0/1/2/3/4/5/6/7/8/9/");
  });

  it("that declares as many namespaces as it has elements is read in all of them", () => {
    const many = 20_000;
    const root = xml(
      `<a ${Array.from({ length: many }, (_, index) => `xmlns:p${index}="urn:${index}"`).join(" ")}>${'<b xmlns:dc="http://purl.org/dc/elements/1.1/"><dc:c/></b>'.repeat(many)}</a>`,
    );
    expect(new Set(elements(root).map((element) => elements(element).map(({ name }) => name)[0]))).toEqual(
      new Set(["dc:c"]),
    );
  });
});

describe("any text", () => {
  it("of a text node comes back as it was", () => {
    fc.assert(
      fc.property(fc.string({ unit: "binary" }), (text) => {
        const escaped = text.replaceAll("&", "&amp;").replaceAll("<", "&lt;");
        expect(textOf(xml(`<a>${escaped}</a>`))).toBe(text);
      }),
    );
  });

  it("of an attribute comes back as it was", () => {
    fc.assert(
      fc.property(fc.string({ unit: "binary" }), (text) => {
        const escaped = text.replaceAll("&", "&amp;").replaceAll('"', "&quot;");
        expect(xml(`<a b="${escaped}"/>`).attributes.get("b")).toBe(text);
      }),
    );
  });
});
