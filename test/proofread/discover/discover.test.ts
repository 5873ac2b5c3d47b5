import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { commonPlaces, discoverFeeds, withoutFeedScheme } from "../../../src/proofread/discover/discover.ts";
import { growth, LINEAR } from "../../growth.ts";

const BASE = "https://gazette.example/news/";
const urls = (html: string, base = BASE) => discoverFeeds(html, base).map(({ url }) => url);

describe("discoverFeeds", () => {
  it("tells of each feed what the page says of it", () =>
    expect(
      discoverFeeds(
        `<LINK REL="Alternate" TYPE="application/rss+xml; charset=utf-8" TITLE=" Sea &amp;\n shore" HREF="/feed?a=1&amp;b=2#top">`,
        BASE,
      ),
    ).toEqual([
      {
        url: "https://gazette.example/feed?a=1&b=2",
        title: "Sea & shore",
        type: "application/rss+xml",
        how: "link",
        comments: undefined,
      },
    ]));

  it("names a feed that the text links to by the link's letters, not its markup", () =>
    expect(discoverFeeds('<a href="/rss.xml"> Sea &amp; shore&hellip; </a>', BASE).map(({ title }) => title)).toEqual([
      "Sea & shore…",
    ]));

  it.each([
    ["a relation of several words", '<link rel="alternate home" type="application/atom+xml" href="a">'],
    ["rel=feed without a type", '<link rel="feed" href="a">'],
    ["an old type", '<link rel="alternate" type="application/rdf+xml" href="a">'],
    ["a type without quotes", "<link rel=alternate type=application/feed+json href=a>"],
    ["XHTML", '<link rel="alternate" type="application/rss+xml" href="a" />'],
    ["an unclosed head before it", '<head><title>x</title><style>a{}</style><link rel="feed" href="a">'],
    ["the body", '<body><p><link rel="alternate" type="application/rss+xml" href="a"></p>'],
  ])("finds it in %s", (_, html) => expect(urls(html)).toEqual(["https://gazette.example/news/a"]));

  it.each([
    ["a comment", '<!-- <link rel="feed" href="a"> -->'],
    ["a script", '<script>document.write(\'<link rel="feed" href="a">\')</script>'],
    ["a title", '<title><link rel="feed" href="a"></title>'],
    ["another style", '<link rel="alternate stylesheet" type="text/css" href="feed.xml">'],
    ["a translation", '<link rel="alternate" hreflang="de" href="/de/">'],
    ["a page's data", '<link rel="alternate" type="application/json" href="/wp-json/wp/v2/pages/2">'],
    ["an embedding", '<link rel="alternate" type="application/json+oembed" href="/oembed?url=/feed">'],
    ["an address that is none", '<link rel="feed" href="https://"><link rel="feed"><link rel="feed" href="">'],
    ["a script's address", '<link rel="feed" href="javascript:feed()">'],
  ])("finds none in %s", (_, html) => expect(urls(html)).toEqual([]));

  it.each([
    ['<base href="https://other.example/x/">', "https://other.example/x/a"],
    ['<base href="/deep/"><base href="/deeper/">', "https://gazette.example/deep/a"],
    ['<base target="_top"><base href="sub/">', "https://gazette.example/news/sub/a"],
    ['<base href="about:blank">', "https://gazette.example/news/a"],
  ])("starts from the page's own base: %s", (base, url) =>
    expect(urls(`${base}<link rel="feed" href="a">`)).toEqual([url]),
  );

  it("takes vague types where the address is a feed's", () => {
    const link = (type: string, href: string) => `<link rel="alternate" type="${type}" href="${href}">`;
    expect(
      urls(link("text/xml", "/rss.xml") + link("application/json", "/feed.json") + link("text/html", "/feed/")),
    ).toHaveLength(3);
    expect(urls(link("text/xml", "/sitemap.xml") + link("text/html", "/print"))).toEqual([]);
  });

  it("names each address once, in the page's order", () =>
    expect(urls('<link rel="feed" href="b"><link rel="feed" href="a"><link rel="feed" href="./b#x">')).toEqual([
      "https://gazette.example/news/b",
      "https://gazette.example/news/a",
    ]));

  it.each([
    ["/comments/feed/", "The Gazette", true],
    ["/2024/boat/feed/", "The Gazette » Comments Feed", true],
    ["/feed/", "The Gazette", undefined],
    ["/commentary/feed", "Commentary", undefined],
  ])("tells comments apart: %s, %s", (href, title, comments) =>
    expect(discoverFeeds(`<link rel="feed" title="${title}" href="${href}">`, BASE)[0]?.comments).toBe(comments),
  );

  it("looks at the text's links only where there are no others", () => {
    const anchor = '<a href="/rss.xml">All <b>news</b></a>';
    expect(discoverFeeds(anchor, BASE)).toMatchObject([
      { url: "https://gazette.example/rss.xml", title: "All", how: "anchor" },
    ]);
    expect(urls(`${anchor}<link rel="feed" href="a">`)).toEqual(["https://gazette.example/news/a"]);
  });

  it.each<[string, boolean]>([
    ["/feed/", true],
    ["/blog.rss", true],
    ["https://feeds.gazette.example/top", true],
    ["https://feeds.feedburner.com/gazette", true],
    ["feed://gazette.example/all", true],
    ["/?feed=rss2", true],
    ["https://elsewhere.example/feed.xml", false],
    ["/feedback", false],
    ["/index.php", false],
    ["/about", false],
  ])("takes the link of a text for a feed's: %s, %s", (href, isFeed) =>
    expect(urls(`<a href="${href}">x</a>`, "https://www.gazette.example/")).toHaveLength(isFeed ? 1 : 0),
  );

  it("never throws, and gives absolute URLs, whatever the page is", () => {
    const parts = fc.constantFrom(
      "<link ",
      "<a ",
      "<base ",
      "rel=feed ",
      "href=",
      '"',
      "'",
      ">",
      "feed",
      "//",
      "&#0;",
      "<!--",
      "\u0000",
    );
    const pages = fc.array(fc.oneof(parts, fc.string())).map((list) => list.join(""));
    fc.assert(
      fc.property(pages, (html) => {
        for (const { url } of discoverFeeds(html, BASE)) expect(new URL(url).href.split("#")[0]).toMatch(/^https?:/);
      }),
    );
  });

  it("gives no more than anybody wants to see", () =>
    expect(urls(Array.from({ length: 1000 }, (_, index) => `<link rel="feed" href="${index}">`).join(""))).toHaveLength(
      100,
    ));

  it.each(["<link rel=feed href=a>", "<a href=/feed>", "<a ", "<", "<link rel='", "a=b ", "<!--", "<a href=/feeds/"])(
    "takes time as the page is long: %s again and again",
    async (part) => expect(await growth((html) => discoverFeeds(html, BASE), part, 200_000)).toBeLessThan(LINEAR),
  );
});

describe("commonPlaces", () => {
  it("looks at the root of the site, and beside a page that is deeper", () => {
    const root = commonPlaces("https://gazette.example/").map(({ url }) => url);
    expect(root.slice(0, 2)).toEqual(["https://gazette.example/feed", "https://gazette.example/rss.xml"]);
    expect(root).toHaveLength(new Set(root).size);
    const deep = commonPlaces("https://gazette.example/blog/index.html").map(({ url }) => url);
    expect(deep.slice(0, 2)).toEqual(["https://gazette.example/blog/feed", "https://gazette.example/feed"]);
    expect(deep).toHaveLength(2 * root.length);
  });
});

describe("withoutFeedScheme", () => {
  it.each([
    ["feed://gazette.example/feed", "http://gazette.example/feed"],
    ["feed:https://gazette.example/feed", "https://gazette.example/feed"],
    ["FEED:http://gazette.example/feed", "http://gazette.example/feed"],
    ["https://gazette.example/feed:x", "https://gazette.example/feed:x"],
  ])("%s is %s", (url, meant) => expect(withoutFeedScheme(url)).toBe(meant));
});
