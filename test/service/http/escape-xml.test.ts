import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { escapeXml } from "../../../src/service/http/escape-xml.ts";
import { tree } from "../pages/files/parsed.ts";

describe("text in XML", () => {
  it.each([
    ["plain", "plain"],
    ["a & b", "a &amp; b"],
    ["&amp;", "&amp;amp;"],
    ['<b title="x">', "&lt;b title=&quot;x&quot;&gt;"],
    ["]]>", "]]&gt;"],
    ["it's", "it's"],
  ])("%s is written %s", (text, written) => expect(escapeXml(text)).toBe(written));

  it("comes back from an element and from an attribute as it was (XML 1.0 §2.4)", () => {
    const line = fc.string({ unit: fc.constantFrom("a", " ", "&", "<", ">", '"', "'", ";", "]", "é", "文", "😀") });
    fc.assert(
      fc.property(line, (text) => {
        const root = tree(`<a b="${escapeXml(text)}">${escapeXml(text)}</a>`);
        expect([root.attributes.get("b"), root.text]).toEqual([text, text]);
      }),
    );
  });
});
