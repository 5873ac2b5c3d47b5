import { describe, expect, it } from "vitest";
import { FamilyPage } from "../../../../src/service/pages/families/family-page.tsx";
import type { Listing } from "../../../../src/service/pages/families/listing.ts";
import type { CountedFeed } from "../../../../src/service/store/family-values.ts";
import { text } from "../../desk/browser.ts";
import { render } from "../../render.ts";
import { familyOf, site } from "../fixtures.ts";
import { MAX_PAGE } from "../reader.ts";

const feed = (name: string, fields: Partial<CountedFeed> = {}): CountedFeed => ({
  slug: `tag/${name}`,
  family: "tag",
  labels: [name],
  stories: 3,
  ...fields,
});
const page = (listing: Partial<Listing> = {}, family = familyOf()) =>
  render(FamilyPage, { site, family, listing: { isFirst: true, feeds: [], next: null, ...listing } });
const status = (html: string) => text(/<p role="status"[^>]*>(.*?)<\/p>/.exec(html)?.[1] ?? "").trim();

describe("a family's page", () => {
  it("leads to each feed's page, and says how many stories it has", () => {
    const html = page({ feeds: [feed("sea"), feed("sky", { stories: 1 }), feed("all", { stories: 501 })] });
    expect(html).toContain('<li><a href="/feeds/tag/sea"><bdi>sea</bdi></a> <span class="meta">3 stories</span></li>');
    expect(html).toContain('<span class="meta">1 story</span>');
    expect(html).toContain('<span class="meta">500+ stories</span>');
    expect(html).toContain("<h1>Topics</h1>");
    expect(html).toContain('<link rel="canonical" href="https://feeds.example/feeds/tag"/>');
    expect(html).toContain('href="/feeds.opml?section=tag"');
    expect(html).not.toContain("noindex");
  });

  it("sets each name in its own direction, and lets none be markup", () => {
    const html = page({ feeds: [feed("سياسة", { labels: ["سياسة", "<b>"] })] });
    expect(html).toContain(`<a href="/feeds/tag/${encodeURI("سياسة")}"><bdi>سياسة</bdi>, <bdi>&lt;b&gt;</bdi></a>`);
  });

  it.each<[string, Partial<Listing>]>([
    ["No topic has enough stories yet.", {}],
    ["1 topic.", { feeds: [feed("a")] }],
    ["2 topics.", { feeds: [feed("a"), feed("b")] }],
    ["In the order of the alphabet.", { feeds: [feed("a")], next: "tag/a" }],
    ["In the order of the alphabet. Show all", { feeds: [feed("a")], isFirst: false }],
    ["No topic for “x”. Show all", { query: "x" }],
    ["1 topic for “x”. Show all", { query: "x", feeds: [feed("x")] }],
    ["1 topic for “x”; there are more. Show all", { query: "x", feeds: [feed("x")], next: "tag/x" }],
  ])("says what is listed: %s", (words, listing) => {
    const html = page(listing);
    expect(status(html)).toBe(words);
    expect(html.includes("noindex")).toBe(words.includes("Show all"));
  });

  it("goes on after its last feed; what a search finds is not gone through", () => {
    expect(page({ feeds: [feed("a b?")], next: "tag/a b?" })).toContain('href="/feeds/tag?after=a%20b%3F" rel="next"');
    expect(page({ query: "a", feeds: [feed("a")], next: "tag/a" })).not.toContain('rel="next"');
  });

  it("has no more feeds than it has room for, and loses none of them", () => {
    const feeds = Array.from({ length: 100 }, (_, index) => {
      const name = `${"文".repeat(57)}${index}`;
      return feed(name, { labels: [name] });
    });
    const seen: string[] = [];
    for (let rest = feeds; rest.length > 0; ) {
      const html = page({ feeds: rest });
      expect(Buffer.byteLength(html)).toBeLessThan(MAX_PAGE);
      seen.push(...[...html.matchAll(/<bdi>(.*?)<\/bdi>/g)].map(([, name]) => name ?? ""));
      const after = /\?after=([^"]+)/.exec(html)?.[1];
      rest =
        after === undefined
          ? []
          : feeds.slice(feeds.findIndex(({ slug }) => slug === `tag/${decodeURIComponent(after)}`) + 1);
    }
    expect(seen).toEqual(feeds.map(({ labels }) => labels[0]));
  });

  it("is called by what its feeds are of", () => {
    expect(page({}, familyOf({ by: ["author", "section"] }))).toContain("<h1>Authors by section</h1>");
  });
});
