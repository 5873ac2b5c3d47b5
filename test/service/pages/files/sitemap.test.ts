import { describe, expect, it } from "vitest";
import { article, newsroom } from "../../newsroom.ts";
import { FILE_FEEDS, tree } from "./parsed.ts";

const HOUR = 3_600_000;
const START = Date.now();
const ago = (milliseconds: number) => new Date(START - milliseconds).toISOString().replace(/\.\d+Z/, "Z");

describe("the news sitemap", () => {
  it("names what was published in the last two days and may be seen, once, the newest first", async () => {
    const desk = await newsroom(FILE_FEEDS);
    for (const one of [
      article("old", { published_at: ago(49 * HOUR), updated_at: ago(HOUR) }),
      article("a", { published_at: ago(47 * HOUR), section: "Politics", title: "A & <b>" }),
      article("b", { published_at: ago(HOUR), language: "zh-Hant" }),
      article("later", { published_at: ago(HOUR), embargo_until: new Date(Date.now() + HOUR).toISOString() }),
      article("held", { published_at: ago(HOUR), status: "withheld" }),
      article("gone", { published_at: ago(2 * HOUR), expires_at: ago(HOUR) }),
    ])
      await desk.put(one);
    const response = await desk.request("GET", "/news-sitemap.xml");
    expect(response.headers.get("content-type")).toBe("application/xml; charset=utf-8");
    const urls = tree(await response.text()).children.map((url) => {
      const [loc, news] = url.children;
      const [publication, date, title] = news?.children ?? [];
      return [loc?.text, ...(publication?.children.map(({ text }) => text) ?? []), date?.text, title?.text];
    });
    expect(urls).toEqual([
      ["https://gazette.example/b", "The Test Gazette", "zh-tw", ago(HOUR), "Title of b"],
      ["https://gazette.example/a", "The Test Gazette", "en", ago(47 * HOUR), "A & <b>"],
    ]);
  });

  it("is named in robots.txt", async () => {
    const text = await (await (await newsroom(FILE_FEEDS)).request("GET", "/robots.txt")).text();
    expect(text).toContain("\nSitemap: https://feeds.example/news-sitemap.xml\n");
  });
});
