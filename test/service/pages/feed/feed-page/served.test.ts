import { beforeEach, describe, expect, it } from "vitest";
import { MAX_TITLE } from "../../../../../src/article/limits.ts";
import { article } from "../../../newsroom.ts";
import { entry, MAX_PAGE, type Reader, reader } from "../../reader.ts";

let on: Reader;
beforeEach(async () => {
  on = await reader();
});

describe("a feed's page", () => {
  it("shows the latest stories as a reader does, and full text on demand", async () => {
    await on.publish(
      article("a", {
        title: "A <b>",
        summary: "In short",
        authors: [{ name: "Ada" }, { name: "Bo" }],
        images: [{ url: "https://gazette.example/a.jpg", caption: "The pier" }],
        content_html: "<h4>Sub</h4><p>Whole.</p><p id='main' class='skip'>Two</p>",
        corrections: [{ at: "2026-01-02T00:00:00Z", note: "It was <four>." }],
      }),
    );
    const list = await on.page("/feeds/all");
    for (const part of ["A &lt;b&gt;</a>", "In short", "Ada, Bo", '<img src="https://gazette.example/a.jpg"'])
      expect(list).toContain(part);
    expect(list).not.toContain("Whole.");
    const full = await on.page(`/feeds/all?${entry("a")}`);
    for (const part of [
      "<h1>A &lt;b&gt;</h1>",
      "<h2>Sub</h2>",
      "<p>Whole.</p>",
      "<p>Two</p>",
      "The pier",
      "It was &#x3C;four>.",
    ])
      expect(full).toContain(part);
    expect(full).toContain('href="https://gazette.example/a" rel="noopener">Read it on gazette.example');
    expect((await on.get(`/feeds/all?${entry("no")}`)).status).toBe(404);
  });

  it("is found by readers, search engines and sites that show a card", async () => {
    await on.publish(article("a", { title: "</script><script>x" }));
    const html = await on.page("/feeds/all");
    expect(
      [...html.matchAll(/<link rel="alternate" type="([^"]+)" title="([^"]+)" href="([^"]+)"/g)].map((m) => m.slice(1)),
    ).toEqual([
      ["application/rss+xml", "The Test Gazette (RSS)", "https://feeds.example/feeds/all.rss"],
      ["application/atom+xml", "The Test Gazette (Atom)", "https://feeds.example/feeds/all.atom"],
      ["application/feed+json", "The Test Gazette (JSON Feed)", "https://feeds.example/feeds/all.json"],
    ]);
    expect(html).toContain('<link rel="canonical" href="https://feeds.example/feeds/all"');
    expect(html).toContain('<meta property="og:title" content="The Test Gazette"');
    const [, json = ""] = /<script type="application\/ld\+json">(.*?)<\/script>/.exec(html) ?? [];
    expect(JSON.parse(json)).toMatchObject({
      "@type": "DataFeed",
      dataFeedElement: [{ item: { headline: "</script><script>x", url: "https://gazette.example/a" } }],
    });
  });

  it("offers links that readers take", async () => {
    const html = await on.page("/feeds/politics");
    const url = "https://feeds.example/feeds/politics.rss";
    for (const link of [
      `https://feedly.com/i/subscription/feed%2F${encodeURIComponent(url)}`,
      `https://www.inoreader.com/?add_feed=${encodeURIComponent(url)}`,
      `https://www.newsblur.com/?url=${encodeURIComponent(url)}`,
      `https://feedbin.com/?subscribe=${encodeURIComponent(url)}`,
      `https://theoldreader.com/feeds/subscribe?url=${encodeURIComponent(url)}`,
      `feed:${url}`,
    ])
      expect(html).toContain(`href="${link}"`);
    expect(html).toContain(`<output id="url-rss">${url}</output>`);
  });

  it("sets each story in its own language and direction", async () => {
    await on.publish(
      article("ar", { title: "الميناء", language: "ar" }),
      article("ja", { title: "港", language: "ja" }),
    );
    const html = await on.page("/feeds/all");
    expect(html).toContain('<article class="story" lang="ar" dir="rtl">');
    expect(html).toContain('<article class="story" lang="ja" dir="ltr">');
  });

  it("leads into the archive, which is browsed page by page", async () => {
    await on.publish(...Array.from({ length: 13 }, (_, index) => article(`n${index}`)));
    for (let round = 0; round < 4; round += 1) await on.desk.publish();
    const html = await on.page("/feeds/all");
    const pages = Number(/in (\d+) pages/.exec(html)?.[1] ?? 1);
    expect(pages).toBeGreaterThan(1);
    expect(html).toContain(`href="/feeds/all/archive/${pages}"`);
    const oldest = await on.page("/feeds/all/archive/1");
    expect(oldest).toContain("Title of n0</a>");
    expect(oldest).toContain('href="/feeds/all/archive/2?page=last"');
    expect(await on.page(`/feeds/all/archive/1?${entry("n0")}`)).toContain("Text of n0.");
    for (const number of [pages + 1, 999_999_999])
      expect((await on.get(`/feeds/all/archive/${number}`)).status).toBe(404);
  });

  it("is small, and all in pages, whatever its stories hold", async () => {
    on = await reader([{ slug: "all", title: "All", description: "x", entries: 200 }]);
    const longest = "文".repeat(MAX_TITLE);
    await on.publish(
      ...Array.from({ length: 60 }, (_, index) =>
        article(`n${index}`, { title: longest, summary: longest, language: "zh" }),
      ),
      article("long", { content_html: `<div>${"<p>A paragraph of the whole text.</p>".repeat(3_000)}</div>` }),
    );
    const seen = new Set<string>();
    for (let number = 1; number < 70; number += 1) {
      const html = await on.page(`/feeds/all?page=${number}`);
      expect(Buffer.byteLength(html)).toBeLessThan(MAX_PAGE);
      for (const [, id] of html.matchAll(/2026%3A(n?\w+)"/g)) seen.add(id ?? "");
      if (!html.includes('rel="next"')) break;
    }
    expect(seen.size).toBe(61);
    let paragraphs = 0;
    for (let number = 1; number < 30; number += 1) {
      const html = await on.page(`/feeds/all?${entry("long")}&page=${number}`);
      expect(Buffer.byteLength(html)).toBeLessThan(MAX_PAGE);
      paragraphs += html.split("A paragraph of").length - 1;
      if (!html.includes('rel="next"')) break;
    }
    expect(paragraphs).toBe(3_000);
  });
});
