import fc from "fast-check";
import { parseFragment } from "parse5";
import { SaxesParser } from "saxes";
import { describe, expect, it, test } from "vitest";
import { escapeXmlText, splitCdata, textAsHtml } from "../../src/render/escape.ts";

/** What XML may hold at all (XML 1.0 §2.2): parsing an article strips the rest. */
const text = fc
  .string({ unit: "binary" })
  .map((any) => any.replace(/[^\t\n\r\x20-\ud7ff\ue000-\ufffd\u{10000}-\u{10ffff}]/gu, ""));
const hard = fc
  .array(
    fc.oneof(text, fc.constantFrom("&", "<", ">", '"', "'", "]]>", "]]", "&amp;", "&#x26;", "\t", "\n", "\r", " ")),
  )
  .map((parts) => parts.join(""));

describe("text in XML", () => {
  it.each([
    ["ampersands", "a & b &amp; c", "a &#x26; b &#x26;amp; c"],
    ["both angle brackets, so that ]]> does not stand in text (XML 1.0 §2.4)", "a<b>]]>", "a&#x3C;b&#x3E;]]&#x3E;"],
    ["double quotes, which end an attribute", `"it's"`, "&#x22;it's&#x22;"],
    ["white space other than a space (XML 1.0 §3.3.3)", "a\tb\nc\rd e", "a&#x9;b&#xA;c&#xD;d e"],
    ["no other letters", "Ünï 👩‍👩‍👧 \u00a0\u2028", "Ünï 👩‍👩‍👧 \u00a0\u2028"],
    ["nothing", "", ""],
  ])("has references for %s", (_, stored, written) => {
    expect(escapeXmlText(stored)).toBe(written);
  });

  test("comes back from element content and attributes as it was stored", () => {
    fc.assert(
      fc.property(hard, (stored) => {
        const written = escapeXmlText(stored);
        expect(parsed(`<a b="${written}">${written}</a>`)).toEqual({ attribute: stored, content: stored });
      }),
    );
  });
});

describe("HTML in a CDATA section", () => {
  it.each([
    ["is as it is", "<p>a & b</p>", "<p>a & b</p>"],
    ["is parted at what ends a section", "a]]>b", "a]]]]><![CDATA[>b"],
    ["is parted at each of them", "]]>]]>", "]]]]><![CDATA[>]]]]><![CDATA[>"],
    ["is not parted at brackets alone", "a]] >b]>", "a]] >b]>"],
    ["may hold the letters that start one", "<![CDATA[x", "<![CDATA[x"],
  ])("%s", (_, stored, written) => {
    expect(splitCdata(stored)).toBe(written);
  });

  test("comes back as it was stored, but for line ends, which XML 1.0 §2.11 makes one", () => {
    fc.assert(
      fc.property(hard, (stored) => {
        const { content } = parsed(`<a b=""><![CDATA[${splitCdata(stored)}]]></a>`);
        expect(content).toBe(stored.replace(/\r\n?/g, "\n"));
      }),
    );
  });
});

describe("text as HTML", () => {
  it.each([
    ["ampersands", "S&P &amp; &copy", "S&amp;P &amp;amp; &amp;copy"],
    ["tags", "<b>x</b>", "&lt;b&gt;x&lt;/b&gt;"],
    ["no quotes: it is content", `"it's"`, `"it's"`],
  ])("has references for %s", (_, stored, written) => {
    expect(textAsHtml(stored)).toBe(written);
  });

  test("is shown by an HTML parser as the text itself", () => {
    fc.assert(
      fc.property(hard, (stored) => {
        fc.pre(stored !== "" && !stored.includes("\r"));
        const { childNodes } = parseFragment(textAsHtml(stored));
        expect(childNodes).toMatchObject([{ nodeName: "#text", value: stored }]);
      }),
    );
  });
});

function parsed(xml: string): { attribute: string | undefined; content: string } {
  const parser = new SaxesParser({ xmlns: false });
  let [attribute, content]: [string | undefined, string] = [undefined, ""];
  parser.on("opentag", ({ attributes }) => {
    attribute = attributes.b;
  });
  for (const event of ["text", "cdata"] as const)
    parser.on(event, (data) => {
      content += data;
    });
  parser.write(xml).close();
  return { attribute, content };
}
