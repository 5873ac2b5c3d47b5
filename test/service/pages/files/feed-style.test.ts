import { beforeEach, describe, expect, it } from "vitest";
import { article } from "../../newsroom.ts";
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
      expect(await read.text()).toBe(text);
      expect(read.headers.get("vary")).toContain("sec-fetch-dest");
      const sheet = await on.get("/feeds/all.css");
      expect(sheet.headers.get("content-type")).toBe("text/css; charset=utf-8");
      expect(await sheet.text()).toContain("https://feeds.example/feeds/all\\a ");
    },
  );
});
