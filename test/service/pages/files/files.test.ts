import { describe, expect, it } from "vitest";
import { SITE } from "../../../site.ts";
import { newsroom } from "../../newsroom.ts";
import { FILE_FEEDS } from "./parsed.ts";

describe("the files that go with the pages", () => {
  it.each([
    ["/feeds.opml", "text/x-opml; charset=utf-8", "public, max-age=300, s-maxage=5"],
    ["/feeds/all.css", "text/css; charset=utf-8", "public, max-age=86400, s-maxage=5"],
    ["/news-sitemap.xml", "application/xml; charset=utf-8", "public, max-age=300, s-maxage=5"],
    ["/robots.txt", "text/plain; charset=utf-8", "public, max-age=300, s-maxage=5"],
  ])("%s has its own type and age, and is not taken for anything else", async (path, type, age) => {
    const { status, headers } = await (await newsroom(FILE_FEEDS, SITE)).request("GET", path);
    expect([status, headers.get("content-type"), headers.get("cache-control")]).toEqual([200, type, age]);
    expect(headers.get("x-content-type-options")).toBe("nosniff");
  });

  it.each(["/feeds/none.css", "/feeds/ALL.css", "/feeds/none/at/all.css", "/style.0000000000.css"])(
    "%s is not there",
    async (path) => {
      expect((await (await newsroom(FILE_FEEDS, SITE)).request("GET", path)).status).toBe(404);
    },
  );
});
