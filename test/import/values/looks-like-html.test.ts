import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { looksLikeHtml } from "../../../src/import/values/looks-like-html.ts";

describe("markup", () => {
  it.each([
    "<p>One</p>",
    "One</p>",
    "</B >",
    "<h2>Two</h2>",
    "<noscript>a</noscript>",
    "<picture></picture>",
    "a <blink>b</blink>",
    "a <marquee>b</marquee>",
    'a <applet code="b"></applet>',
    '<frameset rows="*"><frame src="a"></frameset>',
    "<x-card>a</x-card>",
    "one<br>two",
    "one<br/>two",
    "<BR />",
    '<img src="a.png">',
    "<hr class=x>",
    '<a href="b">',
    "<a href = 'b'>",
    "one <!-- two",
    "Tom &amp; Jerry",
    "It&#8217;s",
    "It&#x2019;s",
    "caf&eacute;",
    "one&nbsp;two",
  ])("%j looks like it", (text) => {
    expect(looksLikeHtml(text)).toBe(true);
  });
});

describe("text", () => {
  it.each([
    "",
    "a < b and c > d",
    "1<2",
    "List<String>",
    "Map<String, List<Integer>>",
    "The <b> element explained",
    "<p>",
    "AT&T",
    "R&D;",
    "?a=1&b;",
    "?copy=1&copyright;",
    "&bogus;",
    "&#;",
    "&amp",
    "<3 you",
    "jane <jane@gazette.example>",
    "see <https://gazette.example/a>",
    "<a href>",
    "</gadget>",
    "<brand>",
    "<hrx>",
    "<!DOCTYPE",
  ])("%j does not", (text) => {
    expect(looksLikeHtml(text)).toBe(false);
  });

  it("without a `<` and an `&` never does", () => {
    fc.assert(
      fc.property(
        fc.string({ unit: "binary" }).map((text) => text.replace(/[<&]/g, "")),
        (text) => {
          expect(looksLikeHtml(text)).toBe(false);
        },
      ),
    );
  });

  it("with a tag put into it always does", () => {
    fc.assert(
      fc.property(fc.string(), fc.string(), fc.constantFrom("<br>", "</p>", "<!--", "&lt;"), (before, after, tag) => {
        expect(looksLikeHtml(`${before}${tag}${after}`)).toBe(true);
      }),
    );
  });
});
