import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { documentUrl } from "../../src/feed/addresses.ts";
import { parseCatalog } from "../../src/feed/catalog.ts";
import { FORMATS } from "../../src/feed/feed.ts";
import { parseTopic, topicUrl } from "../../src/hub/topic.ts";
import { SITE } from "../site.ts";

const { site } = parseCatalog(SITE, []);

describe("a topic", () => {
  it.each([
    ["https://feeds.example/feeds/all.rss", { folder: "feeds", slug: "all", format: "rss" }],
    ["https://feeds.example/feeds/tag/z%C3%BCrich.atom", { folder: "feeds", slug: "tag/zürich", format: "atom" }],
    ["https://feeds.example/partner/radio.json", { folder: "partner", slug: "radio", format: "json" }],
  ])("names a document: %s", (url, topic) => {
    expect(parseTopic(site, url)).toEqual(topic);
  });

  it.each([
    "http://feeds.example/feeds/all.rss",
    "https://FEEDS.example/feeds/all.rss",
    "https://feeds.example:443/feeds/all.rss",
    "https://feeds.example/feeds/all.rss?",
    "https://feeds.example/feeds/all.rss#",
    "https://feeds.example/feeds/all",
    "https://feeds.example/feeds/%61ll.rss",
    "https://feeds.example/feeds/tag/z%c3%bcrich.atom",
    "https://feeds.example/feeds/tag/zürich.atom",
    "https://feeds.example/feeds/%.rss",
    "https://feeds.example/feeds/%FF.rss",
    "https://feeds.example//feeds/all.rss",
    "https://other.example/feeds/all.rss",
    " https://feeds.example/feeds/all.rss",
    "",
  ])("is that to the letter: %j is none", (url) => {
    expect(parseTopic(site, url)).toBeNull();
  });

  it("of any slug is its document's address, and the other way round", () => {
    const slug = fc.string({ unit: "grapheme", minLength: 1 }).filter((text) => text.isWellFormed());
    fc.assert(
      fc.property(slug, fc.constantFrom(...FORMATS), fc.constantFrom("feeds", "partner"), (text, format, folder) => {
        const url = documentUrl(site, text, format, folder);
        const topic = parseTopic(site, url);
        expect(topic && topicUrl(site, topic)).toBe(url);
        expect(topic?.slug).toBe(decodeURI(encodeURI(text)));
      }),
    );
  });

  it("is nothing but that, whatever is sent", () => {
    fc.assert(
      fc.property(fc.oneof(fc.string({ unit: "binary" }), fc.webUrl()), (text) => {
        const topic = parseTopic(site, `https://feeds.example/feeds/${text}`);
        if (topic) expect(topicUrl(site, topic)).toBe(`https://feeds.example/feeds/${text}`);
      }),
    );
  });
});
