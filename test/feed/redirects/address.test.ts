import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { addressText, below, MAX_ADDRESS, parseAddress } from "../../../src/feed/redirects/address.ts";

const textOf = (url: string) => {
  const address = parseAddress(url);
  return address && addressText(address);
};

describe("an address", () => {
  it.each([
    ["/feed/", "/feed"],
    ["https://gazette.example//Feed/", "/feed"],
    ["/tag/Z%C3%BCrich/feed", "/tag/zürich/feed"],
    ["/tag/Zu%CC%88rich/feed", "/tag/zürich/feed"],
    ["/?feed=RSS2&utm_source=x&token=secret", "/?feed=rss2"],
    ["/?tag=b&feed=rss2", "/?feed=rss2&tag=b"],
    ["/a%2Fb%0A%3Cb%3E/feed", "/a%2Fb%0A%3Cb%3E/feed"],
    ["/feed#top", "/feed"],
    ["/%FF/feed", null],
  ])("%s is told as %s", (url, text) => expect(textOf(url)).toBe(text));

  it("has one text, which is an address again with the same text, however long and strange it is", () => {
    fc.assert(
      fc.property(fc.array(fc.string({ unit: "grapheme", maxLength: 90 })), fc.webQueryParameters(), (parts, query) => {
        const text = textOf(`/${parts.map((part) => encodeURIComponent(part.toWellFormed())).join("/")}?${query}`);
        if (text === null) return;
        expect(text.length).toBeLessThanOrEqual(MAX_ADDRESS);
        expect(text).not.toMatch(/[\s\p{Cc}<>"]/u);
        if (text.length < MAX_ADDRESS - 20) expect(textOf(text)).toBe(text);
      }),
    );
  });

  it("may be that of a site in a folder", () => {
    const address = parseAddress("/Blog/feed/atom?x=1");
    expect(address && below(address, ["blog"])).toMatchObject({ path: "/feed/atom", segments: ["feed", "atom"] });
    expect(address && below(address, ["blog", "en"])).toBeNull();
  });
});
