import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { type FeedInput, feedsOf, parseCatalog } from "../../src/feed/catalog.ts";
import { valuesOf } from "../../src/feed/family.ts";
import { type OldAddress, oldAddresses, suggestRedirect } from "../../src/feed/old-addresses.ts";
import { type Address, addressText, parseAddress } from "../../src/feed/redirects/address.ts";
import type { RedirectsInput } from "../../src/feed/redirects/rules.ts";
import { valueSlug } from "../../src/feed/value-slug.ts";
import { anArticle } from "../article/an-article.ts";
import { SITE } from "../site.ts";

const FEEDS: FeedInput[] = [
  { slug: "lines", title: "Lines", description: "D", content: "headline" },
  { slug: "all", title: "All", description: "D" },
  { slug: "wire", title: "Wire", description: "D", kind: "wire" },
  { slug: "politics", title: "Politics", description: "D", select: { any: [{ section: "Politics" }] } },
  { slug: "local", title: "L", description: "D", select: { all: [{ section: "Local" }], none: [{ credit: "Wire" }] } },
  { slug: "either", title: "E", description: "D", select: { any: [{ section: "Sport" }, { tag: "Sport" }] } },
  { by: "section", slug: "section/{value}", title: "T", description: "D" },
  { by: "tag", slug: "tag/{value}", title: "T", description: "D", least: 3 },
  { by: "tag", slug: "own/{value}", title: "T", description: "D", select: { none: [{ credit: "Wire" }] } },
  { by: ["tag", "language"], slug: "pair/{value}", title: "T", description: "D" },
  { by: "author", slug: "radio/{value}", title: "T", description: "D", access: "partner", partner: "radio" },
  { slug: "ada", title: "Ada", description: "D", select: { any: [{ author: "Ada Quayle" }] } },
];
const catalogOf = (redirects: RedirectsInput, feeds = FEEDS) => parseCatalog({ ...SITE, redirects }, feeds);
const addressOf = (url: string) => parseAddress(url) as Address;
const find = (url: string, redirects: RedirectsInput = ["wordpress"], feeds = FEEDS) =>
  oldAddresses(catalogOf(redirects, feeds))(addressOf(url));

function inShort(old: OldAddress): string {
  if (old.status === "unknown") return "unknown";
  if (old.status === "gone") return `gone: ${old.what}`;
  const list = old.successors.map(
    ({ slug, family, label }) => `${slug}${family ? "?" : ""}${label ? `=${label}` : ""}`,
  );
  return `${list.join(" ")} ${old.format}${old.comments ? ` unless /${old.comments.join("/")}` : ""}`;
}

describe("an old address", () => {
  it.each<[string, RedirectsInput, string]>([
    ["/feed/", ["wordpress"], "all lines wire rss"],
    ["/feed/atom/", ["wordpress"], "all lines wire atom"],
    ["/category/politics/feed/", ["wordpress"], "section/politics? politics tag/politics? rss"],
    ["/category/local/feed/", ["wordpress"], "section/local? tag/local? rss"],
    ["/category/sport/feed/", ["wordpress"], "section/sport? tag/sport? rss"],
    ["/tag/politics/feed/", ["wordpress"], "tag/politics? section/politics? politics rss"],
    ["/author/ada-quayle/feed/", ["wordpress"], "ada rss"],
    ["/author/ada/feed/", ["wordpress"], " rss"],
    ["/first-boat/feed/", ["wordpress"], "section/first-boat? tag/first-boat? rss unless /first-boat"],
    ["/2024/05/first-boat/feed/", ["wordpress"], " rss unless /2024/05/first-boat"],
    ["/comments/feed/", ["wordpress"], "gone: comments"],
    ["/feed/", [], "unknown"],
    ["/feed/", ["blogger"], "unknown"],
    ["/feeds/posts/default", ["blogger"], "all lines wire atom"],
    [
      "/feeds/posts/default/-/C++",
      ["blogger"],
      "tag/c?=C++ tag/c-b7d4a3d5?=C++ section/c?=C++ section/c-b7d4a3d5?=C++ atom",
    ],
    ["/feeds/posts/default/-/POLITICS", ["blogger"], ""],
    ["/atom.xml", ["hexo", "wordpress"], "all lines wire atom"],
    ["/feed.xml", ["eleventy", { "/feed.xml": "politics.rss" }], "politics rss"],
    ["/Tags/Z%C3%BCrich.xml", [{ "/tags/{value}.xml": "tag/{value}.atom" }], "tag/zurich? atom"],
    ["/tags/!.xml", [{ "/tags/{value}.xml": "tag/{value}.atom" }], "unknown"],
    ["/tags/x.xml", [{ "/tags/{value}.xml": "all.rss" }], "all rss"],
    ["/old.xml", [{ "/old.xml": "gone" }], "gone: null"],
    ["/blog/feed/", [{ "/blog": "wordpress" }], "all lines wire rss"],
    ["/blog/x/feed/", [{ "/blog": "wordpress" }], "section/x? tag/x? rss unless /blog/x"],
    ["/feed/", [{ "/blog": "wordpress" }], "unknown"],
    ["/?feed=rss2", ["wordpress"], "all lines wire rss"],
    ["/", ["wordpress"], "unknown"],
    ["/feeds/all.rss", ["wordpress"], "unknown"],
  ])("%s, with %j, leads to %s", (url, redirects, expected) => {
    const found = inShort(find(url, redirects));
    if (expected !== "") expect(found.replace(/-[0-9a-f]{8}/g, "-b7d4a3d5")).toBe(expected);
    else expect(found).toMatch(/ politics atom$/);
  });
});

describe("what an old address leads to", () => {
  const value = fc.stringMatching(/^[a-z0-9]{1,5}(?:-[a-z0-9]{1,5}){0,2}$/).filter((text) => valueSlug(text) === text);
  const asked = fc.record({
    value,
    format: fc.constantFrom("rss", "atom"),
    of: fc.constantFrom("category", "tag", "author"),
  });

  it("is there by the definitions, in the format asked for, and holds every story with the value", () => {
    const feeds: FeedInput[] = [...FEEDS, { by: "author", slug: "by/{value}", title: "T", description: "D" }];
    const catalog = catalogOf(["wordpress"], feeds);
    fc.assert(
      fc.property(asked, ({ of, value: text, format }) => {
        const old = find(`/${of}/${text}/feed/${format}/`, ["wordpress"], feeds);
        if (old.status !== "moved") throw new Error(old.status);
        expect(old.format).toBe(format);
        expect(old.successors.length).toBeGreaterThan(0);
        for (const { slug, family } of old.successors) {
          const facet = family?.by[0] ?? "section";
          const article = anArticle({
            ...(facet === "section" ? { section: text } : {}),
            ...(facet === "tag" ? { tags: [text] } : {}),
            ...(facet === "author" ? { authors: [{ name: text }] } : {}),
            credit: { name: "Wire" },
          });
          const own = feedsOf(catalog, article).map((definition) => definition.slug);
          const members = family
            ? valuesOf(family, article, catalog.site).map(({ labels }) => `${family.slug}/${valueSlug(labels.join())}`)
            : [];
          expect([...own, ...members]).toContain(slug);
        }
      }),
    );
  });

  it("has no feed but of every story for what is of everything", () =>
    expect(inShort(find("/feed/", ["wordpress"], FEEDS.slice(3)))).toBe(" rss"));
});

describe("what is suggested for an address that leads nowhere", () => {
  it.each<[string, RedirectsInput, string]>([
    ["/feed", [], '"wordpress"'],
    ["/tag/storm/rss", [], '"wordpress"'],
    ["/tag/storm/rss", ["wordpress"], '"ghost"'],
    ["/index.xml", ["wordpress"], '"hugo"'],
    ["/news.xml", [], '{ "/news.xml": "all.rss" }'],
    ["/atom/news", [], '{ "/atom/news": "all.atom" }'],
    ["/category/none/feed/atom", ["wordpress"], '{ "/category/none/feed/atom": "section/none.atom" }'],
    ["/author/ada/feed", ["wordpress"], '{ "/author/ada/feed": "gone" }'],
    ["/?cat=3&feed=atom", ["wordpress"], '{ "/?cat=3&feed=atom": "all.atom" }'],
  ])("%s, with %j, is %s", (url, redirects, suggested) =>
    expect(suggestRedirect(catalogOf(redirects), addressOf(url))).toBe(suggested),
  );

  it("can be put into the list as it is, and the address leads somewhere then", () => {
    const parts = fc.array(
      fc.oneof(
        fc.constantFrom("feed", "rss", "news.xml", "atom", "tag", "a b", "{value}"),
        fc.string({ unit: "grapheme", minLength: 1, maxLength: 8 }),
      ),
      { minLength: 1, maxLength: 4 },
    );
    fc.assert(
      fc.property(parts, (segments) => {
        const parsed = parseAddress(`/${segments.map((one) => encodeURIComponent(one.toWellFormed())).join("/")}`);
        if (
          !parsed ||
          find(addressText(parsed), []).status !== "unknown" ||
          /^\/(?:api|desk|partner|feeds)?(?:\/|$)/.test(parsed.path)
        )
          return;
        const suggested = JSON.parse(suggestRedirect(catalogOf([]), parsed).replace(/^\{ (.*) \}$/, "{$1}"));
        expect(oldAddresses(catalogOf([suggested]))(parsed).status, JSON.stringify(suggested)).not.toBe("unknown");
      }),
    );
  });
});
