import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { escapeXmlText, splitCdata, textAsHtml } from "../../../src/render/escape.ts";
import { forBrowser } from "../../../src/service/poll/opened.ts";
import { parseXmlStrictly } from "../../../src/verify/parse/xml.ts";

const rss = (description: string) =>
  `<?xml version="1.0" encoding="utf-8"?><rss version="2.0"><channel><title>T</title><item><description>${description}</description></item></channel></rss>`;
const cdata = (text: string) => `<![CDATA[${splitCdata(textAsHtml(text))}]]>`;

describe("a document as a browser is given it", () => {
  it("begins with a link to the page for people", () => {
    expect(forBrowser(rss(cdata("A")), "./all")).toContain(
      '<rss version="2.0"><a xmlns="http://www.w3.org/1999/xhtml" href="./all">Its page for people, with all ways to follow it</a><channel>',
    );
    expect(forBrowser('<feed xmlns="http://www.w3.org/2005/Atom"><id/></feed>', './a&"<b')).toContain(
      '<feed xmlns="http://www.w3.org/2005/Atom"><a xmlns="http://www.w3.org/1999/xhtml" href="./a&amp;&quot;&lt;b">',
    );
  });

  it("shows descriptions as plain text, whatever stands in them", () => {
    fc.assert(
      fc.property(
        fc.string({ unit: fc.constantFrom("a", "&", "<", ">", "]", "]]>", "é", '"', "<![CDATA[") }),
        (text) => {
          const shown = forBrowser(rss(cdata(text)), "./all");
          expect(/<description>(.*)<\/description>/s.exec(shown)?.[1]).toBe(textAsHtml(text));
          expect(parseXmlStrictly(shown).status).toBe("parsed");
        },
      ),
    );
  });

  it("is else as it was", () => {
    const document = rss(escapeXmlText("No section & none"));
    expect(forBrowser(document, "./all").replace(/<a .*<\/a>/, "")).toBe(document);
  });
});
