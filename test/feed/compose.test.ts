import { describe, expect, it } from "vitest";
import type { Article } from "../../src/article/article.ts";
import { newestUpdate, toArchivePage, toFeed } from "../../src/feed/compose.ts";
import { definitionSchema, siteSchema } from "../../src/feed/definition.ts";
import { anArticle } from "../article/an-article.ts";
import { SITE } from "../site.ts";
import { stored } from "../stored.ts";

const site = siteSchema.parse({ ...SITE, rights: "© The Gazette", icon: "https://gazette.example/icon.png" });
const news = definitionSchema.parse({ slug: "news", title: "News", description: "All the news" });
const radio = definitionSchema.parse({ ...news, slug: "radio", access: "partner", partner: "radio", profile: "wire" });

const story = (id: string, fields: Partial<Article> = {}) =>
  stored(`tag:gazette.example,2026:${id}`, anArticle({ id, content_html: "<p>Text.</p>", ...fields }));

const urls = (path: string) => ({
  rss: `https://feeds.example/${path}.rss`,
  atom: `https://feeds.example/${path}.atom`,
  json: `https://feeds.example/${path}.json`,
});

describe("a feed", () => {
  it("says of itself what its definition says, and the site where that says nothing", () => {
    const { entries, ...feed } = toFeed(site, news, [story("a"), story("b", { published_at: "2026-03-01T09:00:00Z" })]);
    expect(feed).toEqual({
      slug: "news",
      id: "tag:gazette.example,2026:feeds/news",
      title: "News",
      description: "All the news",
      home: "https://gazette.example/",
      self: urls("feeds/news"),
      hub: "https://feeds.example/hub",
      language: "en",
      updated: "2026-03-01T09:00:00Z",
      publisher: { name: "The Test Gazette", url: "https://gazette.example/" },
      rights: "© The Gazette",
      logo: undefined,
      icon: "https://gazette.example/icon.png",
      ttl: undefined,
      stylesheet: "/feeds/news.css",
      history: undefined,
    });
    expect(entries.map(({ id }) => id)).toEqual(["tag:gazette.example,2026:a", "tag:gazette.example,2026:b"]);
  });

  it("says it in its own way where the definition does", () => {
    const logo = { url: "https://gazette.example/logo.png", width: 144, height: 40 };
    const own = { language: "fr", home: "https://gazette.example/fr", logo, ttl: 15 };
    expect(toFeed(site, { ...news, ...own }, [])).toMatchObject(own);
    expect(toFeed(site, { ...news, language: "fr" }, [story("a")]).entries[0]?.language).toBe("fr");
  });

  it("is the same each time, and its entries keep the order in which they were chosen", () => {
    const chosen = [story("b"), story("a"), story("c")];
    expect(toFeed(site, news, chosen)).toEqual(toFeed(site, news, chosen));
    expect(toFeed(site, news, chosen).entries.map(({ id }) => id.at(-1))).toEqual(["b", "a", "c"]);
  });

  it("of a partner is served under /partner/, without a page for people, and by the partner's rights", () => {
    const feed = toFeed(site, radio, [story("a", { syndication: { allow: "all", summary_only: ["radio"] } })]);
    expect([feed.self, feed.stylesheet]).toEqual([urls("partner/radio"), undefined]);
    expect(feed.hub).toBe("https://feeds.example/hub");
    expect(feed.entries[0]?.content_html).toBeUndefined();
  });

  it("for machines tells first what there is, then what is no more", () => {
    const taken = (id: string) => story(id, { status: "canceled" });
    const chosen = [taken("x"), story("a"), taken("y"), story("b")];
    const order = (kind: "wire" | "public") =>
      toFeed(site, { ...news, kind }, chosen)
        .entries.map(({ id }) => id.at(-1))
        .join("");
    expect([order("wire"), order("public")]).toEqual(["abxy", "xayb"]);
  });

  it("leads to the newest page of its archive, where there is one (RFC 5005 §4)", () => {
    expect(toFeed(site, news, [], 3).history).toEqual({ archive: false, previous: urls("feeds/news/archive/3") });
    expect(toFeed(site, radio, [], 1).history).toEqual({ archive: false, previous: urls("partner/radio/archive/1") });
  });
});

describe("a page of the archive (RFC 5005 §4)", () => {
  it("has an address of its own, and leads to its neighbours and to the subscription document", () => {
    const page = toArchivePage(site, news, [story("a")], 2);
    expect(page).toEqual({
      ...toFeed(site, news, [story("a")]),
      self: urls("feeds/news/archive/2"),
      // Nobody subscribes to what is past (RFC 5005 §4).
      hub: undefined,
      history: {
        archive: true,
        previous: urls("feeds/news/archive/1"),
        next: urls("feeds/news/archive/3"),
        current: urls("feeds/news"),
      },
    });
  });

  it("has nothing before it where it is the oldest", () =>
    expect(toArchivePage(site, radio, [], 1).history).toEqual({
      archive: true,
      previous: undefined,
      next: urls("partner/radio/archive/2"),
      current: urls("partner/radio"),
    }));
});

describe("when a feed was updated", () => {
  const updatedAt = (...times: string[]) =>
    newestUpdate(
      site,
      toFeed(
        site,
        news,
        times.map((time, index) => story(`${index}`, { published_at: time })),
      ).entries,
    );

  it("is when its newest entry was, by the clock and not by its text", () => {
    expect(updatedAt("2026-03-01T09:00:00Z", "2026-03-01T10:00:00Z", "2026-03-01T08:00:00Z")).toBe(
      "2026-03-01T10:00:00Z",
    );
    expect(updatedAt("2026-03-01T10:00:00Z", "2026-03-01T10:00:00.500Z")).toBe("2026-03-01T10:00:00.500Z");
  });

  it.each([
    ["2026", "2026-01-01T00:00:00Z"],
    ["2026-03", "2026-03-01T00:00:00Z"],
    ["2026-03-15", "2026-03-15T00:00:00Z"],
  ])("is the day of the site's ids while it has no entry: %s is %s (RFC 4151 §2.1)", (date, time) =>
    expect(newestUpdate(siteSchema.parse({ ...SITE, tag: { ...SITE.tag, date } }), [])).toBe(time),
  );
});
