import fc from "fast-check";
import { SaxesParser } from "saxes";
import { describe, expect, it, test } from "vitest";
import { liftCdata } from "../../../src/verify/parse/cdata.ts";

describe("CDATA sections are lifted", () => {
  it.each([
    ["none", "<a>x</a>", { skeleton: "<a>x</a>", bodies: [] }],
    ["one", "<a><![CDATA[<b> & c]]></a>", { skeleton: "<a><![CDATA[0]]></a>", bodies: ["<b> & c"] }],
    [
      "several, in their order",
      "<a><![CDATA[x]]>-<![CDATA[]]><![CDATA[y]]></a>",
      { skeleton: "<a><![CDATA[0]]>-<![CDATA[1]]><![CDATA[2]]></a>", bodies: ["x", "", "y"] },
    ],
    [
      "with the letters that start one inside",
      "<a><![CDATA[<![CDATA[]]></a>",
      { skeleton: "<a><![CDATA[0]]></a>", bodies: ["<![CDATA["] },
    ],
    [
      "with line ends made one (XML 1.0 §2.11)",
      "<a><![CDATA[1\r\n2\r3\n]]></a>",
      { skeleton: "<a><![CDATA[0]]></a>", bodies: ["1\n2\n3\n"] },
    ],
    [
      "after an XML declaration and a style sheet",
      '<?xml version="1.0"?>\n<?xml-stylesheet href="x"?><a><![CDATA[x]]></a>',
      { skeleton: '<?xml version="1.0"?>\n<?xml-stylesheet href="x"?><a><![CDATA[0]]></a>', bodies: ["x"] },
    ],
  ])("%s", (_, text, lifted) => {
    expect(liftCdata(text)).toEqual(lifted);
  });
});

describe("the parser has to see a document whole", () => {
  it.each([
    ["where a section is not closed", "<a><![CDATA[x</a>"],
    ["where a section holds a control character", "<a><![CDATA[\u0008]]></a>"],
    ["where a section holds U+FFFE", "<a><![CDATA[\ufffe]]></a>"],
    ["where a comment might hold the letters of a section", "<a><!-- <![CDATA[ --><b/><!-- ]]> --></a>"],
    ["where a comment stands at all", "<a><!-- x --></a>"],
    ["where an instruction might", "<a><?x <![CDATA[ ?>]]></a>"],
    ["where there is a document type", "<!DOCTYPE a><a><![CDATA[x]]></a>"],
    ["where a second style sheet is named", "<?xml-stylesheet a?><?xml-stylesheet b?><a/>"],
  ])("%s", (_, text) => {
    expect(liftCdata(text)).toBeNull();
  });
});

test("a skeleton, filled again, is what a parser sees of the document itself", () => {
  const body = fc.oneof(
    fc.string({ unit: "grapheme" }),
    fc.constantFrom("]]", "<![CDATA[", "0", "\r\n", "\r", "<!-- -->", "</a>", "&amp;"),
  );
  const text = fc
    .array(fc.tuple(body, fc.constantFrom("", "x", "<b/>", "&amp;", "\n")))
    .map((parts) => parts.map(([body, rest]) => `<![CDATA[${body.replaceAll("]]>", "")}]]>${rest}`).join(""));
  fc.assert(
    fc.property(text, (inner) => {
      const document = `<a>${inner}</a>`;
      const lifted = liftCdata(document);
      // A body with a character that XML has not is left to the parser.
      if (lifted !== null)
        expect(textOf(lifted.skeleton, (data) => lifted.bodies[Number(data)] ?? "")).toBe(textOf(document));
      else expect(() => textOf(document)).toThrow();
    }),
  );
});

function textOf(xml: string, toData = (data: string): string => data): string {
  const parser = new SaxesParser();
  let text = "";
  parser.on("text", (data) => {
    text += data;
  });
  parser.on("cdata", (data) => {
    text += toData(data);
  });
  parser.write(xml).close();
  return text;
}
