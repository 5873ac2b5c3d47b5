import { describe, expect, it } from "vitest";
import { archiveUrls, documentUrl, documentUrls, folderOf, pageUrl, stylesheetPath } from "../../src/feed/addresses.ts";
import { definitionSchema, siteSchema } from "../../src/feed/definition.ts";
import { SITE } from "../site.ts";

const site = siteSchema.parse(SITE);
const below = siteSchema.parse({ ...SITE, base: "https://gazette.example/feeds & more/" });
const news = definitionSchema.parse({ slug: "news", title: "N", description: "N" });
const radio = definitionSchema.parse({ ...news, slug: "radio", access: "partner", partner: "radio" });

describe("a feed's addresses", () => {
  it("are under /feeds/ for everybody and under /partner/ for a partner, one a format", () => {
    expect([folderOf(news), folderOf(radio)]).toEqual(["feeds", "partner"]);
    expect(documentUrls(site, "news")).toEqual({
      rss: "https://feeds.example/feeds/news.rss",
      atom: "https://feeds.example/feeds/news.atom",
      json: "https://feeds.example/feeds/news.json",
    });
    expect(documentUrls(site, "radio", folderOf(radio))).toEqual({
      rss: "https://feeds.example/partner/radio.rss",
      atom: "https://feeds.example/partner/radio.atom",
      json: "https://feeds.example/partner/radio.json",
    });
    expect(documentUrl(site, "news", "atom")).toBe("https://feeds.example/feeds/news.atom");
  });

  it("of its archive's pages have their number, and stand beside its documents", () => {
    expect(archiveUrls(site, news, 3).rss).toBe("https://feeds.example/feeds/news/archive/3.rss");
    expect(archiveUrls(site, radio, 1)).toEqual({
      rss: "https://feeds.example/partner/radio/archive/1.rss",
      atom: "https://feeds.example/partner/radio/archive/1.atom",
      json: "https://feeds.example/partner/radio/archive/1.json",
    });
  });

  it("follow a base that has a path of its own", () => {
    expect(pageUrl(below, "news")).toBe("https://gazette.example/feeds%20&%20more/feeds/news");
    expect(documentUrl(below, "news", "json")).toBe("https://gazette.example/feeds%20&%20more/feeds/news.json");
  });

  it("of its stylesheet is a path without the origin, in which nothing needs escaping in an instruction", () => {
    expect(stylesheetPath(site, "news")).toBe("/feeds/news.css");
    expect(stylesheetPath(below, "news")).toBe("/feeds%20%26%20more/feeds/news.css");
  });
});
