import { beforeEach, describe, expect, it } from "vitest";
import { feedStyle } from "../../../../src/service/pages/files/feed-style.ts";
import { article } from "../../newsroom.ts";
import { definitionOf, siteWith } from "../fixtures.ts";
import { type Reader, reader } from "../reader.ts";

let on: Reader;
beforeEach(async () => {
  on = await reader();
});

describe("a document opened in a browser", () => {
  it.each(["rss", "atom"])(
    "%s is XML with a style sheet that leads to the feed's page; readers get its own type",
    async (format) => {
      await on.publish(article("a"));
      const opened = await on.get(`/feeds/all.${format}`, { "sec-fetch-dest": "document" });
      expect(opened.headers.get("content-type")).toBe("application/xml; charset=utf-8");
      const text = await opened.text();
      expect(text).toMatch(
        /^<\?xml version="1\.0" encoding="utf-8"\?><\?xml-stylesheet type="text\/css" href="\/feeds\/all\.css"\?></,
      );
      const read = await on.get(`/feeds/all.${format}`);
      expect(read.headers.get("content-type")).toBe(`application/${format}+xml; charset=utf-8`);
      const link =
        '<a xmlns="http://www.w3.org/1999/xhtml" href="./all">Its page for people, with all ways to follow it</a>';
      expect(text).toContain(link);
      expect(await read.text()).not.toContain("xhtml");
      expect(read.headers.get("vary")).toContain("sec-fetch-dest");
      const sheet = await on.get("/feeds/all.css");
      expect(sheet.headers.get("content-type")).toBe("text/css; charset=utf-8");
      expect(await sheet.text()).toContain("https://feeds.example/feeds/all.rss");
    },
  );
});

describe("the style of a feed's documents", () => {
  const contentOf = (base: string) =>
    /^rss::before,feed::before\{content:"((?:[^"\\\n]|\\[0-9a-f]+ )*)"\}\n/.exec(
      feedStyle(siteWith({ base }), definitionOf({ slug: "politics" })),
    )?.[1];

  it("names the address to subscribe to, with its line break escaped (CSS Syntax 3 §4.3.5)", () => {
    expect(contentOf("https://feeds.example")).toBe(
      "This is a feed, made for feed readers. In one, subscribe to\\a https://feeds.example/feeds/politics.rss",
    );
  });

  it.each([
    ['https://a.example/"', "\\22 "],
    ["https://a.example/\\", "\\5c "],
    ["https://a.example/</style>", "\\3c /style>"],
  ])("escapes what would end its string: %s", (base, escaped) => expect(contentOf(base)).toContain(escaped));
});
