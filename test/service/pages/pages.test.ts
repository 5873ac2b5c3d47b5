import { beforeEach, describe, expect, it, vi } from "vitest";
import { MAX_TITLE } from "../../../src/article/limits.ts";
import type { DefinitionInput } from "../../../src/feed/definition.ts";
import { relativeTime, rhythm } from "../../../src/service/pages/frame/time.tsx";
import { SITE } from "../../site.ts";
import { article, type Newsroom, newsroom } from "../newsroom.ts";

const FEEDS: DefinitionInput[] = [
  { slug: "all", title: "The Test Gazette", description: "All the news", entries: 4 },
  {
    slug: "politics",
    title: "The Test Gazette: Politics",
    description: "Votes",
    select: { any: [{ section: "Politics" }] },
  },
  {
    slug: "storm",
    title: "Storm",
    description: "Wind & <water>",
    content: "summary",
    select: { any: [{ tag: "Storm" }] },
  },
  { slug: "old", formerly: ["older"], title: "Old", description: "Renamed", select: { any: [{ tag: "none" }] } },
  { slug: "ended", title: "Ended", description: "Over", retired: true },
];

const HOUR = 3_600_000;
/** The most that a page may take without its pictures, in bytes. */
const MAX_PAGE = 30_000;

let desk: Newsroom;
beforeEach(async () => {
  desk = await newsroom(FEEDS);
});

const get = (path: string, headers: Record<string, string> = {}) => desk.request("GET", path, undefined, headers);
const page = async (path: string): Promise<string> => {
  const response = await get(path);
  expect(response.status, path).toBe(200);
  expect(response.headers.get("content-type")).toMatch(/^text\/html/);
  return response.text();
};
const ago = (milliseconds: number) => new Date(Date.now() - milliseconds).toISOString();
const entry = (id: string) => `entry=${encodeURIComponent(`tag:gazette.example,2026:${id}`)}`;

async function publish(...articles: ReturnType<typeof article>[]): Promise<void> {
  for (const one of articles) expect((await desk.put(one)).status).toBeLessThan(300);
  await desk.publish();
}

describe("the directory", () => {
  it("tells of each feed what is in it, how often it changes, when it last did, and that it was proofread", async () => {
    await publish(
      article("a", { section: "Politics", published_at: ago(27 * HOUR) }),
      article("b", { section: "Politics", published_at: ago(3 * HOUR) }),
    );
    const html = await page("/");
    const start = html.indexOf(">Politics</a>");
    const politics = html.slice(start, html.indexOf("politics.json", start));
    expect(politics).toContain("2 stories, full text");
    expect(politics).toMatch(
      /About a story a day, the last <time datetime="[^"]+" title="[^"]+ UTC">3 hours ago<\/time>/,
    );
    expect(politics).toMatch(/<b>Proofread<\/b> <time [^>]+>just now<\/time>: 3 formats, \d\d fields a story/);
    for (const format of ["rss", "atom", "json"])
      expect(html).toContain(`href="https://feeds.example/feeds/politics.${format}"`);
    expect(html).not.toContain("/feeds/ended");
  });

  it("groups feeds by what they select", async () => {
    const html = await page("/");
    expect([...html.matchAll(/<h2 id="(\w+)">([^<]+)/g)].map(([, key, title]) => [key, title])).toEqual([
      ["all", "The whole paper"],
      ["topics", "Running stories"],
      ["sections", "Sections"],
    ]);
    expect(html).toContain("Wind &amp; &lt;water&gt;");
  });

  it("stays small with many feeds, in pages that hold each of them once", async () => {
    const many = Array.from({ length: 120 }, (_, index) => ({
      slug: `f${index}`,
      title: `Feed ${index}`,
      description: "x".repeat(300),
      select: { any: [{ section: `S${index}` }] },
    }));
    desk = await newsroom(many);
    const seen: string[] = [];
    for (let number = 1; number < 50; number += 1) {
      const html = await page(`/?page=${number}`);
      expect(Buffer.byteLength(html)).toBeLessThan(MAX_PAGE);
      seen.push(...[...html.matchAll(/href="\/feeds\/(f\d+)"/g)].map(([, slug]) => slug ?? ""));
      if (!html.includes('rel="next"')) break;
    }
    expect(seen).toEqual(many.map(({ slug }) => slug));
  });
});

describe("search", () => {
  it("finds feeds and the stories that stand in them now, whatever their accents and case", async () => {
    await publish(article("zoe", { title: "Zoë & the <wind>", tags: ["Storm"] }), article("b", { title: "Other" }));
    const html = await page("/?q=ZOE+wind");
    expect(html).toContain("Zoë &amp; the &lt;wind&gt;</a>");
    expect(html).toContain(`href="/feeds/all?${entry("zoe")}"`);
    expect(html).toContain("in The Test Gazette, Storm");
    expect(html).not.toContain("Other");
    expect(await page("/?q=votes")).toContain('href="/feeds/politics"');
    expect(await page("/?q=nothing-like-it")).toContain("no feeds and no current stories");
  });

  it("shows what was searched for as text", async () => {
    expect(await page(`/?q=${encodeURIComponent('"><script>alert(1)</script>')}`)).not.toContain("<script>alert");
  });

  it("finds nothing that is embargoed, withheld, taken back or no longer in a feed", async () => {
    await publish(article("first", { title: "Secret first" }));
    expect(await page("/?q=secret")).toContain("Secret first");
    await publish(
      article("later", { title: "Secret later", embargo_until: new Date(Date.now() + HOUR).toISOString() }),
      article("held", { title: "Secret held", status: "withheld" }),
    );
    await desk.request("DELETE", "/api/articles/first");
    // Still in the edition, and already gone for those who search.
    desk = await newsroom(FEEDS, SITE, {}, { keep: true });
    expect(await page("/?q=secret")).toContain("no current stories");
    await publish(
      ...Array.from({ length: 5 }, (_, index) => article(`n${index}`)),
      article("z", { section: "Politics" }),
    );
    expect(await page("/?q=title+of+n0")).toContain("no current stories");
    expect(await page("/?q=title+of+n4")).toContain("1 current story");
  });
});

describe("a feed's page", () => {
  it("shows the latest stories as a reader does, and full text on demand", async () => {
    await publish(
      article("a", {
        title: "A <b>",
        summary: "In short",
        authors: [{ name: "Ada" }, { name: "Bo" }],
        images: [{ url: "https://gazette.example/a.jpg", caption: "The pier" }],
        content_html: "<h4>Sub</h4><p>Whole.</p><p id='main' class='skip'>Two</p>",
        corrections: [{ at: "2026-01-02T00:00:00Z", note: "It was <four>." }],
      }),
    );
    const list = await page("/feeds/all");
    for (const part of ["A &lt;b&gt;</a>", "In short", "Ada, Bo", '<img src="https://gazette.example/a.jpg"'])
      expect(list).toContain(part);
    expect(list).not.toContain("Whole.");
    const full = await page(`/feeds/all?${entry("a")}`);
    for (const part of [
      "<h1>A &lt;b&gt;</h1>",
      "<h2>Sub</h2>",
      "<p>Whole.</p>",
      "<p>Two</p>",
      "The pier",
      "It was &lt;four>.",
    ])
      expect(full.replaceAll("&gt;.", ">.")).toContain(part);
    expect(full).toContain('href="https://gazette.example/a" rel="noopener">Read it on gazette.example');
    expect((await get(`/feeds/all?${entry("no")}`)).status).toBe(404);
  });

  it("is found by readers, search engines and sites that show a card", async () => {
    await publish(article("a", { title: "</script><script>x" }));
    const html = await page("/feeds/all");
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
    const html = await page("/feeds/politics");
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
    expect(html).toContain(`readonly="" value="${url}"`);
  });

  it("sets each story in its own language and direction", async () => {
    await publish(article("ar", { title: "الميناء", language: "ar" }), article("ja", { title: "港", language: "ja" }));
    const html = await page("/feeds/all");
    expect(html).toContain('<article class="story" lang="ar" dir="rtl">');
    expect(html).toContain('<article class="story" lang="ja" dir="ltr">');
  });

  it("leads into the archive, which is browsed page by page", async () => {
    await publish(...Array.from({ length: 13 }, (_, index) => article(`n${index}`)));
    for (let round = 0; round < 4; round += 1) await desk.publish();
    const html = await page("/feeds/all");
    const pages = Number(/in (\d+) pages/.exec(html)?.[1] ?? 1);
    expect(pages).toBeGreaterThan(1);
    expect(html).toContain(`href="/feeds/all/archive/${pages}"`);
    const oldest = await page("/feeds/all/archive/1");
    expect(oldest).toContain("Title of n0</a>");
    expect(oldest).toContain('href="/feeds/all/archive/2"');
    expect(await page(`/feeds/all/archive/1?${entry("n0")}`)).toContain("Text of n0.");
    for (const number of [pages + 1, 999_999_999]) expect((await get(`/feeds/all/archive/${number}`)).status).toBe(404);
  });

  it("is small, and all in pages, whatever its stories hold", async () => {
    desk = await newsroom([{ slug: "all", title: "All", description: "x", entries: 200 }]);
    const longest = "文".repeat(MAX_TITLE);
    await publish(
      ...Array.from({ length: 60 }, (_, index) =>
        article(`n${index}`, { title: longest, summary: longest, language: "zh" }),
      ),
      article("long", { content_html: `<div>${"<p>A paragraph of the whole text.</p>".repeat(3_000)}</div>` }),
    );
    const seen = new Set<string>();
    for (let number = 1; number < 70; number += 1) {
      const html = await page(`/feeds/all?page=${number}`);
      expect(Buffer.byteLength(html)).toBeLessThan(MAX_PAGE);
      for (const [, id] of html.matchAll(/2026%3A(n?\w+)"/g)) seen.add(id ?? "");
      if (!html.includes('rel="next"')) break;
    }
    expect(seen.size).toBe(61);
    let paragraphs = 0;
    for (let number = 1; number < 30; number += 1) {
      const html = await page(`/feeds/all?${entry("long")}&page=${number}`);
      expect(Buffer.byteLength(html)).toBeLessThan(MAX_PAGE);
      paragraphs += html.split("A paragraph of").length - 1;
      if (!html.includes('rel="next"')) break;
    }
    expect(paragraphs).toBe(3_000);
  });

  it("says what has moved, ended, or never was", async () => {
    expect([(await get("/feeds/older")).status, (await get("/feeds/older")).headers.get("location")]).toEqual([
      301,
      "/feeds/old",
    ]);
    const ended = await get("/feeds/ended");
    expect([ended.status, await ended.text()]).toEqual([410, expect.stringContaining("<h1>This feed has ended</h1>")]);
    expect((await get("/feeds/missing")).status).toBe(404);
    const nowhere = await get("/nowhere", { accept: "text/html,*/*;q=0.8" });
    expect([nowhere.status, nowhere.headers.get("content-type")]).toEqual([404, expect.stringContaining("text/html")]);
    expect(nowhere.headers.get("content-security-policy")).toContain("default-src 'none'");
    expect((await get("/nowhere")).headers.get("content-type")).toContain("application/problem+json");
  });
});

describe("every page", () => {
  it.each(["/", "/?q=a", "/feeds/all", `/feeds/all?${entry("a")}`, "/feeds/missing"])(
    "%s lets nothing run and is kept for a minute",
    async (path) => {
      await publish(article("a"));
      const { headers } = await get(path);
      const policy = headers.get("content-security-policy") ?? "";
      expect(policy).toContain("default-src 'none'");
      expect(policy).toContain("style-src 'self'");
      expect(policy).not.toMatch(/script-src|unsafe/);
      expect(headers.get("cache-control")).toBe("public, max-age=60");
    },
  );

  it("has one style sheet, at an address of its contents' own", async () => {
    const [, href = ""] = /<link rel="stylesheet" href="([^"]+)"/.exec(await page("/")) ?? [];
    const response = await get(href);
    expect([response.headers.get("content-type"), response.headers.get("cache-control")]).toEqual([
      "text/css; charset=utf-8",
      "public, max-age=31536000, immutable",
    ]);
  });

  it("needs under 100 ms for a full feed", async () => {
    desk = await newsroom([{ slug: "all", title: "All", description: "x", entries: 200 }]);
    await publish(
      ...Array.from({ length: 200 }, (_, index) =>
        article(`n${index}`, { content_html: `<p>${"Words of a story. ".repeat(200)}</p>` }),
      ),
    );
    for (const path of ["/", "/?q=title", "/feeds/all", `/feeds/all?${entry("n7")}`]) {
      await page(path);
      const times: number[] = [];
      for (let round = 0; round < 5; round += 1) {
        const start = performance.now();
        await page(path);
        times.push(performance.now() - start);
      }
      expect(Math.min(...times), path).toBeLessThan(100);
    }
  });
});

describe("a document opened in a browser", () => {
  it.each(["rss", "atom"])(
    "%s is XML with a style sheet that leads to the feed's page; readers get its own type",
    async (format) => {
      await publish(article("a"));
      const opened = await get(`/feeds/all.${format}`, { "sec-fetch-dest": "document" });
      expect(opened.headers.get("content-type")).toBe("application/xml; charset=utf-8");
      const text = await opened.text();
      expect(text).toMatch(
        /^<\?xml version="1\.0" encoding="utf-8"\?><\?xml-stylesheet type="text\/css" href="\/feeds\/all\.css"\?></,
      );
      const read = await get(`/feeds/all.${format}`);
      expect(read.headers.get("content-type")).toBe(`application/${format}+xml; charset=utf-8`);
      expect(await read.text()).toBe(text);
      expect(read.headers.get("vary")).toContain("sec-fetch-dest");
      const sheet = await get("/feeds/all.css");
      expect(sheet.headers.get("content-type")).toBe("text/css; charset=utf-8");
      expect(await sheet.text()).toContain("https://feeds.example/feeds/all\\a ");
    },
  );
});

describe("times in words", () => {
  it.each([
    [0, "just now"],
    [59_000, "just now"],
    [61_000, "1 minute ago"],
    [26 * HOUR, "yesterday"],
    [9 * 24 * HOUR, "last week"],
    [400 * 24 * HOUR, "last year"],
    [-HOUR, "just now"],
  ])("%d ms: %s", (passed, words) => expect(relativeTime(1e12, 1e12 + passed)).toBe(words));

  it.each([
    [[], undefined],
    [[1], undefined],
    [[2 * HOUR, HOUR, 0], "many stories a day"],
    [[72 * HOUR, 48 * HOUR, 24 * HOUR], "about a story a day"],
    [[1e12, 0], "a few stories a year"],
  ])("a feed that changed at %j has %s", (changes, words) => expect(rhythm(changes)).toBe(words));
});
vi.setConfig({ testTimeout: 60_000 });
