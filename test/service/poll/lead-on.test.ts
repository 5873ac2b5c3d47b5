import { beforeAll, describe, expect, it } from "vitest";
import type { FeedInput } from "../../../src/feed/catalog.ts";
import type { RedirectsInput } from "../../../src/feed/redirects/rules.ts";
import { here } from "../../homes/here.ts";
import { SITE } from "../../site.ts";
import { logged } from "../logged.ts";
import { article, type Newsroom, newsroom } from "../newsroom.ts";
import { isDown, watchStore } from "../watched-store.ts";

const FEEDS: FeedInput[] = [
  { slug: "all", title: "All", description: "D" },
  { slug: "politics", title: "Politics", description: "D", select: { any: [{ section: "Politics" }] } },
  { by: "section", slug: "section/{value}", title: "{value}", description: "D" },
  { by: "tag", slug: "tag/{value}", title: "{value}", description: "D", least: 2, except: ["Spam"] },
  { by: "author", slug: "author/{value}", title: "{value}", description: "D" },
];
const REDIRECTS: RedirectsInput = [
  "wordpress",
  "blogger",
  { "/news.xml": "politics.atom", "/topics/{value}.xml": "tag/{value}.rss", "/old": "gone" },
];

let room: Newsroom;
const ask = (path: string, method = "GET", headers = {}) => room.request(method, path, undefined, headers);
const base = "https://feeds.example/feeds/";

async function open(): Promise<void> {
  room = await newsroom(FEEDS, { ...SITE, redirects: REDIRECTS });
  const authors = [{ name: "Ada Quayle" }];
  await room.put(article("first-boat", { section: "Weather", tags: ["C++", "Zürich", "Spam", "Once"], authors }));
  await room.put(article("a", { section: "Politics", tags: ["C++", "Zürich", "Spam"] }));
  await room.put(article("held", { status: "withheld" }));
  await room.publish();
}

describe("an old address of a feed", () => {
  beforeAll(open);

  it.each([
    ["/feed/", "all.rss"],
    ["/feed/atom/", "all.atom"],
    ["/feed/json", "all.json"],
    ["/?feed=rss2", "all.rss"],
    ["/index.php?feed=atom", "all.atom"],
    ["/wp-rss2.php", "all.rss"],
    ["/feed/?utm_source=x", "all.rss"],
    ["/category/weather/feed/", "section/weather.rss"],
    ["/category/region/weather/feed/atom/", "section/weather.atom"],
    ["/category/c/feed/", "tag/c.rss"],
    ["/weather/feed/", "section/weather.rss"],
    ["/tag/Z%C3%BCrich/feed/", "tag/zurich.rss"],
    ["/tag/politics/feed/", "section/politics.rss"],
    ["/author/ada-quayle/feed/", "author/ada-quayle.rss"],
    ["/feeds/posts/default", "all.atom"],
    ["/feeds/posts/default/-/C%2B%2B?alt=rss", "tag/c.rss"],
    ["/news.xml", "politics.atom"],
    ["/News.XML/?x=1", "politics.atom"],
    ["/topics/zurich.xml", "tag/zurich.rss"],
  ])("%s leads to %s for good (RFC 9110 §15.4.2)", async (path, document) => {
    const answer = await ask(path);
    expect([answer.status, answer.headers.get("location")]).toEqual([301, base + document]);
    expect(answer.headers.get("cache-control")).toMatch(/^public, max-age=86400, s-maxage=\d+$/);
    expect(answer.headers.get("access-control-allow-origin")).toBe("*");
    const head = await ask(path, "HEAD");
    expect([head.status, head.headers.get("location"), await head.text()]).toEqual([301, base + document, ""]);
    expect((await ask(new URL(base + document).pathname)).status).toBe(200);
  });

  it.each([
    ["/comments/feed/", "This was a feed of comments."],
    ["/first-boat/feed/", "This was a feed of comments."],
    ["/search/x/feed/", "This was a feed of a search."],
    ["/2024/05/feed/", "This was a feed of a day, month or year."],
    ["/old/", "This feed has ended."],
  ])("%s is of what has ended for good (RFC 9110 §15.5.11)", async (path, why) => {
    const answer = await ask(path);
    expect([answer.status, answer.headers.get("cache-control")?.startsWith("public, max-age=86400")]).toEqual([
      410,
      true,
    ]);
    expect(await answer.text()).toContain(why);
  });

  it.each([
    ["a value that has no feed", "/tag/spam/feed/"],
    ["a value of too few stories", "/tag/once/feed/"],
    ["a value that nobody has", "/category/nothing/feed/"],
    ["an author by another name", "/author/ada/feed/"],
    ["another value with the same slug", "/feeds/posts/default/-/C"],
    ["a number", "/?cat=3&feed=rss2"],
    ["a story that is withheld", "/held/feed/"],
    ["a story that is not known", "/2024/05/unknown/feed/"],
    ["a value of one's own rule that has no feed", "/topics/spam.xml"],
    ["no site that is known", "/rss/news/index.xml"],
  ])("of %s leads nowhere: %s", async (_, path) => {
    const answer = await ask(path);
    expect([answer.status, answer.headers.get("location")]).toEqual([404, null]);
  });

  it("is no other method's", async () => expect((await ask("/feed/", "POST")).status).toBe(404));

  it("leaves what the service has as it is", async () => {
    for (const path of ["/", "/?q=x", "/feeds/all", "/feeds/all.rss", "/feeds/tag", "/robots.txt"])
      expect([path, (await ask(path)).status]).toEqual([path, 200]);
    const none = await ask("/feeds/none.rss");
    expect([none.status, await none.text(), none.headers.get("cache-control")]).toEqual([
      404,
      "No feed is here.\n",
      "no-store",
    ]);
    expect((await ask("/feeds/none.rss", "PUT")).status).toBe(405);
  });

  it("waits for the store where that has to be asked, rather than say that nothing is there", async () => {
    logged();
    const store = watchStore();
    const on = await newsroom(FEEDS, { ...SITE, redirects: REDIRECTS }, { db: store.db }, { keep: true });
    store.before = isDown;
    expect((await on.request("GET", "/category/weather/feed/")).status).toBe(503);
    expect((await on.request("GET", "/feed/")).status).toBe(301);
  });
});

describe("the account of old addresses", () => {
  beforeAll(open);

  it("has those that lead on, and what looks like a feed and leads nowhere, and nothing else", async () => {
    const reader = { "user-agent": "FreshRSS/1.26.3 (Linux; https://freshrss.org)" };
    for (const path of ["/feed/", "/feed?x=1", "/rss/old.xml", "/?cat=3&feed=rss2", "/feeds/none.atom"])
      await ask(path, "GET", reader);
    for (const path of ["/wp-login.php", "/", "/feeds/all.rss", "/feeds/tag/none.rss", "/comments/feed/", "/nothing"])
      await ask(path);
    await ask("/api/redirects");
    const { results } = await here.db
      .prepare("SELECT address, product, leads_to, asked FROM old_address ORDER BY address")
      .all();
    expect(results).toEqual([
      { address: "/?cat=3&feed=rss2", product: "FreshRSS", leads_to: null, asked: 1 },
      { address: "/feed", product: "FreshRSS", leads_to: "all.rss", asked: 2 },
      { address: "/feeds/none.atom", product: "FreshRSS", leads_to: null, asked: 1 },
      { address: "/rss/old.xml", product: "FreshRSS", leads_to: null, asked: 1 },
    ]);
  });
});
