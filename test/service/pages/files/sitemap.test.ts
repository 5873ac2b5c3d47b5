import { describe, expect, it } from "vitest";
import { toNewsSitemap, toRobots } from "../../../../src/service/pages/files/sitemap.ts";
import { article, newsroom } from "../../newsroom.ts";
import { site, siteWith } from "../fixtures.ts";
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

describe("a news sitemap", () => {
  const news = (language: string | null) => ({
    url: "https://gazette.example/a?x=1&y=2",
    title: "A & <b>",
    published: "2026-03-01T08:00:00Z",
    language,
  });

  it("names each story's address, publication, time and title", () => {
    expect(toNewsSitemap(siteWith({ title: "Wind & Water" }), [news(null)])).toBe(
      '<?xml version="1.0" encoding="UTF-8"?><urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9" xmlns:news="http://www.google.com/schemas/sitemap-news/0.9">' +
        "<url><loc>https://gazette.example/a?x=1&amp;y=2</loc><news:news>" +
        "<news:publication><news:name>Wind &amp; Water</news:name><news:language>en</news:language></news:publication>" +
        "<news:publication_date>2026-03-01T08:00:00Z</news:publication_date><news:title>A &amp; &lt;b&gt;</news:title>" +
        "</news:news></url></urlset>",
    );
  });

  it("without news is whole", () => expect(tree(toNewsSitemap(site, [])).children).toEqual([]));

  it.each([
    ["en-GB", "en"],
    ["PT-br", "pt"],
    ["cy", "cy"],
    ["gsw-CH", "gsw"],
    ["zh", "zh-cn"],
    ["zh-Hans-TW", "zh-cn"],
    ["zh-Hant", "zh-tw"],
    ["zh-TW", "zh-tw"],
    ["zh-hk", "zh-tw"],
    ["zh-Hant-MO", "zh-tw"],
    ["zh-CN", "zh-cn"],
  ])("writes the language %s as %s", (language, written) =>
    expect(toNewsSitemap(site, [news(language)])).toContain(`<news:language>${written}</news:language>`),
  );

  it("takes the site's language for a story that names none", () => {
    expect(toNewsSitemap(siteWith({ language: "cy" }), [news(null)])).toContain("<news:language>cy</news:language>");
  });
});

describe("robots.txt", () => {
  it("keeps crawlers out of what is not for them, and names the sitemap in full (RFC 9309 §2.2)", () => {
    expect(toRobots(siteWith({ base: "https://gazette.example/feeds" })).split("\n")).toEqual([
      "User-agent: *",
      "Disallow: /api/",
      "Disallow: /desk",
      "Allow: /",
      "",
      "Sitemap: https://gazette.example/feeds/news-sitemap.xml",
      "",
    ]);
  });
});
