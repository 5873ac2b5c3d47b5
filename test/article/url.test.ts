import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { parseHttpUrl, parseLink } from "../../src/article/url.ts";

const BASE = "https://gazette.example/2026/story";

describe("a URL", () => {
  it.each([
    ["https://G.example", "https://g.example/"],
    [" https://g.example/a \n", "https://g.example/a"],
    ["HTTPS://g.example:443/a/../b", "https://g.example/b"],
    ["http://g.example:8080/", "http://g.example:8080/"],
    ["https://g.example/é?q=ü#ö", "https://g.example/%C3%A9?q=%C3%BC#%C3%B6"],
    ["https://g.example/[a]{b}|c^d`e", "https://g.example/%5Ba%5D%7Bb%7D%7Cc%5Ed%60e"],
    ["https://g.example/100%", "https://g.example/100%25"],
    ["https://g.example/%41%zz", "https://g.example/%41%25zz"],
    ["https://[::1]:8080/[x]", "https://[::1]:8080/%5Bx%5D"],
    ["https://user:pa%ss@g.example/", "https://user:pa%ss@g.example/"],
    ["https://bücher.example/", "https://xn--bcher-kva.example/"],
    ["https://g.example\\a", "https://g.example/a"],
  ])("%j is written %s (RFC 3986 §2)", (text, url) => expect(parseHttpUrl(text)).toBe(url));

  it.each([
    "",
    "g.example",
    "/a",
    "//g.example/",
    "mailto:a@b.example",
    "javascript:x",
    "https://",
    "https://a b/",
    "file:///a",
  ])("is not %j", (text) => expect(parseHttpUrl(text)).toBeNull());

  it.each([
    ["/a", "https://gazette.example/a"],
    ["a", "https://gazette.example/2026/a"],
    ["//g.example/", "https://g.example/"],
    ["#note", "https://gazette.example/2026/story#note"],
    ["javascript:x", null],
    ["mailto:a@b.example", null],
  ])("%j beside an article is %s", (text, url) => expect(parseHttpUrl(text, BASE)).toBe(url));

  it("is ASCII that needs no escaping in XML but for `&`, and its own URL, whatever was put in", () => {
    const part = fc.string({ unit: "binary" });
    fc.assert(
      fc.property(part, part, part, (path, query, fragment) => {
        const url = parseHttpUrl(`https://g.example/${path}?${query}#${fragment}`) ?? "";
        expect(url).toMatch(/^https:\/\/g\.example\/[\x21-\x7e]*$/);
        expect(url).not.toMatch(/[<>"{}|\\^`]|%(?![0-9A-Fa-f]{2})/);
        expect(parseHttpUrl(url)).toBe(url);
      }),
    );
  });

  it("is never an error, whatever was put in", () => {
    fc.assert(
      fc.property(fc.oneof(fc.string({ unit: "binary" }), fc.webUrl()), (text) => {
        const url = parseHttpUrl(text);
        expect(url === null || /^https?:\/\/[^/]/.test(url)).toBe(true);
      }),
    );
  });
});

describe("a link in a body", () => {
  it.each([
    ["mailto:desk@g.example", "mailto:desk@g.example"],
    ["MAILTO:desk@g.example?subject=a|b", "mailto:desk@g.example?subject=a%7Cb"],
    ["tel:+44-1", "tel:+44-1"],
    ["/a", "https://gazette.example/a"],
    ["https://g.example/", "https://g.example/"],
    ["sms:+44", null],
    ["javascript:alert(1)", null],
    ["https://", null],
  ])("%j is %s", (text, link) => expect(parseLink(text, BASE)).toBe(link));
});
