import { describe, expect, it } from "vitest";
import { Alternates, Card, DataFeed } from "../../../../src/service/pages/feed/discovery.tsx";
import type { FeedItem } from "../../../../src/service/pages/feed/items.ts";
import { render } from "../../render.ts";
import { definitionOf, itemOf, site, siteWith } from "../fixtures.ts";

describe("autodiscovery", () => {
  const links = (count: number) =>
    [
      ...render(Alternates, {
        site,
        feeds: Array.from({ length: count }, (_, index) => definitionOf({ slug: `f${index}`, title: `Feed ${index}` })),
      }).matchAll(/<link rel="alternate" type="([^"]+)" title="([^"]+)" href="([^"]+)"\/>/g),
    ].map((match) => match.slice(1));

  it("offers each format of a feed, told apart by title and type", () => {
    expect(links(1)).toEqual([
      ["application/rss+xml", "Feed 0 (RSS)", "https://feeds.example/feeds/f0.rss"],
      ["application/atom+xml", "Feed 0 (Atom)", "https://feeds.example/feeds/f0.atom"],
      ["application/feed+json", "Feed 0 (JSON Feed)", "https://feeds.example/feeds/f0.json"],
    ]);
  });

  it("offers the first ten feeds of many", () => {
    expect(links(11)).toHaveLength(30);
    expect(links(11).at(-1)?.[2]).toBe("https://feeds.example/feeds/f9.json");
  });
});

describe("a card", () => {
  const card = (image?: string) =>
    render(Card, { site, title: 'A "b" <c>', description: "D", url: "https://feeds.example/feeds/all", image });

  it("says what other sites show, as text, and the address that it is known by", () => {
    expect(card("https://gazette.example/icon.png")).toBe(
      '<link rel="canonical" href="https://feeds.example/feeds/all"/>' +
        '<meta name="description" content="D"/>' +
        '<meta property="og:type" content="website"/>' +
        '<meta property="og:site_name" content="The Test Gazette"/>' +
        '<meta property="og:title" content="A &quot;b&quot; &lt;c&gt;"/>' +
        '<meta property="og:description" content="D"/>' +
        '<meta property="og:url" content="https://feeds.example/feeds/all"/>' +
        '<meta property="og:image" content="https://gazette.example/icon.png"/>',
    );
  });

  it("has no picture where the site has none", () => expect(card()).not.toContain("og:image"));
});

describe("the feed for search engines", () => {
  const dataOf = (items: FeedItem[], input = {}, changes = {}) => {
    const html = render(DataFeed, { site: siteWith(changes), definition: definitionOf(input), items });
    const [, json = ""] = /^<script type="application\/ld\+json">([^<]*)<\/script>$/.exec(html) ?? [];
    return JSON.parse(json);
  };

  it("is a DataFeed of schema.org", () => {
    const items = [
      itemOf({ date_modified: "2026-03-03T08:00:00Z" }),
      itemOf({ url: "https://gazette.example/b", title: "B", date_modified: "2026-03-02T08:00:00Z" }),
    ];
    const element = (headline: string, url: string, dateModified: string) => ({
      "@type": "DataFeedItem",
      dateModified,
      item: { "@type": "NewsArticle", headline, url, datePublished: "2026-03-01T08:00:00Z" },
    });
    expect(dataOf(items, { language: "cy" }, { rights: "© Gazette" })).toEqual({
      "@context": "https://schema.org",
      "@type": "DataFeed",
      name: "Everything",
      description: "All the news",
      url: "https://feeds.example/feeds/all",
      inLanguage: "cy",
      dateModified: "2026-03-03T08:00:00Z",
      publisher: { "@type": "NewsMediaOrganization", name: "The Test Gazette", url: "https://gazette.example/" },
      copyrightNotice: "© Gazette",
      distribution: [
        ["application/rss+xml", "rss"],
        ["application/atom+xml", "atom"],
        ["application/feed+json", "json"],
      ].map(([encodingFormat, format]) => ({
        "@type": "DataDownload",
        encodingFormat,
        contentUrl: `https://feeds.example/feeds/all.${format}`,
      })),
      dataFeedElement: [
        element("Title of a", "https://gazette.example/a", "2026-03-03T08:00:00Z"),
        element("B", "https://gazette.example/b", "2026-03-02T08:00:00Z"),
      ],
    });
  });

  it("has no time and no story where the feed has none", () => {
    expect(dataOf([])).toMatchObject({ inLanguage: "en", dataFeedElement: [] });
    expect(dataOf([])).not.toHaveProperty("dateModified");
  });

  it("tells a few stories, and as much of a headline as is shown", () => {
    const { dataFeedElement } = dataOf(Array.from({ length: 9 }, () => itemOf({ title: "word ".repeat(60) })));
    expect(dataFeedElement).toHaveLength(5);
    expect(dataFeedElement[0].item.headline).toMatch(/^(word ){10,}word…$/);
    expect(dataFeedElement[0].item.headline.length).toBeLessThanOrEqual(111);
  });

  it.each(["</script><script>x()</script>", "<!--<script>", "\u2028", '"}]'])("holds %j as data", (title) => {
    expect(dataOf([itemOf({ title })]).dataFeedElement[0].item.headline).toBe(title.trim());
  });
});
