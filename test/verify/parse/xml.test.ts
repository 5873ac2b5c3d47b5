import fc from "fast-check";
import { SaxesParser } from "saxes";
import { describe, expect, it, test, vi } from "vitest";
import { type ParsedElement, type ParsedXml, parseXmlStrictly } from "../../../src/verify/parse/xml.ts";
import { sources } from "../documents.ts";

const element = (name: string, fields: Partial<ParsedElement> = {}): ParsedElement => ({
  name,
  attributes: new Map(),
  children: [],
  text: "",
  line: 1,
  ...fields,
});

const parsed = (root: ParsedElement, fields: object = {}): ParsedXml => ({
  status: "parsed",
  root,
  instructions: [],
  faults: [],
  ...fields,
});

describe("a well-formed document", () => {
  it.each<[what: string, text: string, parsed: ParsedXml]>([
    ["an element", "<a/>", parsed(element("a"))],
    [
      "elements in their order, with text apart from that of their children",
      "<a>x<b>y</b>z<c/></a>",
      parsed(element("a", { text: "xz", children: [element("b", { text: "y" }), element("c")] })),
    ],
    [
      "attributes, with white space normalised (XML 1.0 §3.3.3)",
      "<a b='1' c='x\ty\nz'/>",
      parsed(
        element("a", {
          attributes: new Map([
            ["b", "1"],
            ["c", "x y z"],
          ]),
          line: 2,
        }),
      ),
    ],
    [
      "namespaces, in Clark's notation, and without their declarations",
      '<f xmlns="urn:a" xmlns:b="urn:b" b:x="1" y="2"><b:c/></f>',
      parsed(
        element("{urn:a}f", {
          attributes: new Map([
            ["{urn:b}x", "1"],
            ["y", "2"],
          ]),
          children: [element("{urn:b}c")],
        }),
      ),
    ],
    [
      "a default namespace that is taken back",
      '<a xmlns="urn:a"><b xmlns=""/></a>',
      parsed(element("{urn:a}a", { children: [element("b")] })),
    ],
    [
      "xml:lang, whose prefix needs no declaration",
      '<a xml:lang="de"/>',
      parsed(element("a", { attributes: new Map([["{http://www.w3.org/XML/1998/namespace}lang", "de"]]) })),
    ],
    [
      "references, decoded once",
      "<a b='&#x26;amp;'>&lt;&#228;&#x1F600;&amp;amp;</a>",
      parsed(element("a", { attributes: new Map([["b", "&amp;"]]), text: "<ä😀&amp;" })),
    ],
    [
      "CDATA sections as text, joined with what stands beside them",
      "<a>1<![CDATA[<2>]]>3<![CDATA[&4;]]></a>",
      parsed(element("a", { text: "1<2>3&4;" })),
    ],
    [
      "a CDATA section that is parted at its end",
      "<a><![CDATA[a]]]]><![CDATA[>b]]></a>",
      parsed(element("a", { text: "a]]>b" })),
    ],
    ["comments, which are nothing", "<!-- a --><a>x<!-- <b/> -->y</a>", parsed(element("a", { text: "xy" }))],
    [
      "line ends, which are all one (XML 1.0 §2.11)",
      "<a>\r\n\r<![CDATA[\r\n\r]]></a>",
      parsed(element("a", { text: "\n\n\n\n" })),
    ],
    [
      "processing instructions, wherever they stand",
      '<?xml version="1.0"?><?xml-stylesheet href="x"?><a><?b c?></a><?d?>',
      parsed(element("a"), { instructions: ['xml-stylesheet href="x"', "b c", "d "] }),
    ],
    [
      "a byte order mark, which is the encoding's (XML 1.0 §4.3.3)",
      '\ufeff<?xml version="1.0" encoding="UTF-8"?><a/>',
      parsed(element("a")),
    ],
    ["characters beyond the basic plane", "<a>👩‍👩‍👧</a>", parsed(element("a", { text: "👩‍👩‍👧" }))],
  ])("gives %s", (_, text, expected) => {
    expect(parseXmlStrictly(text)).toEqual(expected);
  });
});

describe("a document that every reader takes, but not every one as it is", () => {
  it.each([
    [
      "an encoding that is not UTF-8",
      '<?xml version="1.0" encoding="ISO-8859-1"?><a/>',
      ["the encoding ISO-8859-1 is not UTF-8"],
    ],
    ["a document type", "<!DOCTYPE a><a/>", ["there is a document type declaration"]],
    ["another version", '<?xml version="1.1"?><a/>', ["XML version 1.1 is not 1.0"]],
    ["the name of UTF-8 in lower case, which is no fault", '<?xml version="1.0" encoding="utf-8"?><a/>', []],
  ])("has its faults beside its tree: %s", (_, text, faults) => {
    expect(parseXmlStrictly(text)).toMatchObject({ status: "parsed", root: { name: "a" }, faults });
  });
});

describe("a document is malformed with", () => {
  it.each([
    ["nothing in it", ""],
    ["no element", "<!-- a -->"],
    ["an element that is not closed", "<a>"],
    ["elements that overlap", "<a><b></a></b>"],
    ["two roots", "<a/><b/>"],
    ["text after its root", "<a/>x"],
    ["a space before the declaration", ' <?xml version="1.0"?><a/>'],
    ["an attribute twice", '<a b="1" b="2"/>'],
    ["an attribute twice, by two prefixes", '<a xmlns:x="urn:a" xmlns:y="urn:a" x:b="1" y:b="2"/>'],
    ["an attribute without quotes", "<a b=1/>"],
    ["< in an attribute", '<a b="<"/>'],
    ["a prefix that is not declared", "<x:a/>"],
    ["a bare ampersand", "<a>R&B</a>"],
    ["an entity of HTML", "<a>&nbsp;</a>"],
    ["a control character", "<a>\u0001</a>"],
    ["a control character by reference", "<a>&#1;</a>"],
    ["a control character in CDATA", "<a><![CDATA[\u0001]]></a>"],
    ["U+FFFF", "<a>\uffff</a>"],
    ["half a surrogate pair", "<a>\ud800</a>"],
    ["the other half in CDATA", "<a><![CDATA[\udc00]]></a>"],
    ["]]> in text (XML 1.0 §2.4)", "<a>]]></a>"],
    ["a CDATA section that is not closed", "<a><![CDATA[x</a>"],
    ["-- in a comment", "<a><!-- -- --></a>"],
  ])("%s", (_, text) => {
    const result = parseXmlStrictly(text);
    expect(result.status).toBe("malformed");
    expect(result.faults.length).toBeGreaterThan(0);
  });

  it("a namespace longer than any feed's, which would stand in the name of each of its elements", () => {
    const named = (length: number) => parseXmlStrictly(`<a xmlns="${"u".repeat(length)}"/>`);
    expect(named(200).status).toBe("parsed");
    expect(named(201)).toEqual({
      status: "malformed",
      faults: ["the URI of a namespace has more than 200 characters"],
    });
  });

  it("elements deeper than any feed's, in a time that does not grow with their number", () => {
    const nested = (depth: number) => `${"<a>".repeat(depth)}${"</a>".repeat(depth)}`;
    expect(parseXmlStrictly(nested(300)).status).toBe("parsed");
    expect(parseXmlStrictly(nested(301))).toEqual({ status: "malformed", faults: ["elements nest deeper than 300"] });
    expect(parseXmlStrictly("<a>".repeat(1_000_000)).status).toBe("malformed");
  });

  it("many faults, of which the first few are told and no more are looked for", () => {
    const made = vi.spyOn(SaxesParser.prototype, "makeError");
    expect(parseXmlStrictly(`<a>${"<x:b/>".repeat(50)}</a>`).faults).toHaveLength(5);
    expect(made).toHaveBeenCalledTimes(5);
    made.mockRestore();
  });
});

describe("lines", () => {
  it("are those of start tags' ends, after CDATA sections of several lines, too", () => {
    const text = "<a>\n<b>\n</b><c><![CDATA[\n\n<x>\n]]></c><d\ne='1'/></a>";
    const result = parseXmlStrictly(text);
    const children = result.status === "parsed" ? result.root.children : [];
    expect(children.map(({ name, line }) => [name, line])).toEqual([
      ["b", 2],
      ["c", 3],
      ["d", 7],
    ]);
  });

  it("are in what is said of faults", () => {
    expect(parseXmlStrictly("<a><![CDATA[\n\n]]>\n<b></a>").faults[0]).toMatch(/^4:/);
  });
});

test("every document of an edition is parsed", () => {
  for (const document of Object.values(sources).flat())
    if (document.format !== "json")
      expect(parseXmlStrictly(document.text)).toMatchObject({ status: "parsed", faults: [] });
});

test("no text at all makes it throw", () => {
  const piece = fc.oneof(
    fc.string({ unit: "binary", maxLength: 5 }),
    fc.constantFrom(
      "<a>",
      "</a>",
      "<![CDATA[",
      "]]>",
      "<!--",
      "-->",
      "<?",
      "?>",
      "<!DOCTYPE a [",
      "&#",
      "\ud800",
      ' b="',
    ),
  );
  fc.assert(
    fc.property(fc.array(piece), (pieces) => {
      expect(["parsed", "malformed"]).toContain(parseXmlStrictly(pieces.join("")).status);
    }),
  );
});
