import { describe, expect, it } from "vitest";
import type { Entry, Feed } from "../../../src/feed/feed.ts";
import { renderAtom } from "../../../src/render/atom.ts";
import { bareEntry, bareFeed, deletedEntry, sampleFeed } from "../../verify/sample.ts";
import { frameText } from "../texts.ts";

const DECLARATION = '<?xml version="1.0" encoding="utf-8"?>';
const SHARED = 'xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:media="http://search.yahoo.com/mrss/"';
const OPEN = `<feed xml:lang="en" ${SHARED} xmlns="http://www.w3.org/2005/Atom">`;
const ID =
  "<id>tag:gazette.example,2026:feeds/local</id><title>Gazette &#x26; Co: &#x3C;local&#x3E;</title>" +
  "<updated>2026-03-01T10:00:00.250Z</updated>";
const GENERATOR = "<generator>Wireproof</generator>";
const AUTHOR = "<author><name>Gazette &#x26; Co</name><uri>https://gazette.example/</uri></author>";
const LINKS =
  '<link rel="alternate" href="https://gazette.example/local?a=1&#x26;b=2"/>' +
  '<link rel="self" href="https://feeds.example/feeds/local.atom"/>';
const SUBTITLE = "<subtitle>All the news &#x26; views, 1 &#x3C; 2</subtitle>";

const head = (fields: Partial<Feed>): string => frameText(renderAtom, fields)[0];

describe("an Atom feed", () => {
  it("with nothing optional holds what RFC 4287 §4.1.1 asks for, and no empty element", () => {
    expect(frameText(renderAtom, {})).toEqual([
      `${DECLARATION}${OPEN}${ID}${GENERATOR}${AUTHOR}${LINKS}${SUBTITLE}`,
      "</feed>",
    ]);
  });

  it.each<[what: string, fields: Partial<Feed>, elements: string]>([
    ["its rights", { rights: "© <us>" }, "<rights>© &#x3C;us&#x3E;</rights>"],
    [
      "a logo, by its address alone (RFC 4287 §4.2.8)",
      { logo: { url: "https://x.example/1.png?a&b", width: 144, height: 40 } },
      "<logo>https://x.example/1.png?a&#x26;b</logo>",
    ],
    ["an icon", { icon: "https://x.example/icon.png?a&b" }, "<icon>https://x.example/icon.png?a&#x26;b</icon>"],
  ])("holds %s", (_, fields, elements) => {
    expect(head(fields)).toBe(`${DECLARATION}${OPEN}${ID}${GENERATOR}${AUTHOR}${LINKS}${SUBTITLE}${elements}`);
  });

  it("has a publisher without an address, where there is none", () => {
    expect(head({ publisher: { name: "Us & them" } })).toBe(
      `${DECLARATION}${OPEN}${ID}${GENERATOR}<author><name>Us &#x26; them</name></author>${LINKS}${SUBTITLE}`,
    );
  });

  it("of an archive is marked, and linked to its neighbours (RFC 5005 §4)", () => {
    const feed = `<feed xml:lang="en" ${SHARED} xmlns:fh="http://purl.org/syndication/history/1.0" xmlns="http://www.w3.org/2005/Atom">`;
    expect(head({ history: sampleFeed.history })).toBe(
      `${DECLARATION}${feed}${ID}<fh:archive/>` +
        '<link rel="prev-archive" href="https://feeds.example/feeds/local/archive/1.atom"/>' +
        '<link rel="next-archive" href="https://feeds.example/feeds/local/archive/3.atom"/>' +
        '<link rel="current" href="https://feeds.example/feeds/main.atom"/>' +
        `${GENERATOR}${AUTHOR}${LINKS}${SUBTITLE}`,
    );
  });

  it("names its hub behind its own address (WebSub §4)", () => {
    expect(head({ hub: "https://x.example/hub?a&b" })).toBe(
      `${DECLARATION}${OPEN}${ID}${GENERATOR}${AUTHOR}${LINKS}` +
        `<link rel="hub" href="https://x.example/hub?a&#x26;b"/>${SUBTITLE}`,
    );
  });

  it("names its style sheet before the root element", () => {
    expect(head({ stylesheet: "/feeds/local.css" })).toBe(
      `${DECLARATION}<?xml-stylesheet type="text/css" href="/feeds/local.css"?>` +
        `${OPEN}${ID}${GENERATOR}${AUTHOR}${LINKS}${SUBTITLE}`,
    );
  });

  it("has a partner's logo ahead of its entries, in a namespace that is declared", () => {
    const feed = `<feed xml:lang="en" ${SHARED} xmlns:snf="http://www.smartnews.be/snf" xmlns="http://www.w3.org/2005/Atom">`;
    expect(head({ partner_logo: "https://x.example/wide.png" })).toBe(
      `${DECLARATION}${feed}${ID}<snf:logo><url>https://x.example/wide.png</url></snf:logo>` +
        `${GENERATOR}${AUTHOR}${LINKS}${SUBTITLE}`,
    );
  });

  it("says nothing of what Atom has no element for: ttl, and when its newest entry came", () => {
    expect(renderAtom({ ...bareFeed, ttl: 15, published: "2026-03-01T00:00:00Z" })).toEqual(renderAtom(bareFeed));
  });

  it("escapes every text of its own", () => {
    const text = `<a href="x">&amp;</a>`;
    const rendered = head({
      id: text,
      title: text,
      description: text,
      home: text,
      self: { ...bareFeed.self, atom: text },
      hub: text,
      publisher: { name: text, url: text },
      rights: text,
      logo: { url: text, width: 1, height: 1 },
      icon: text,
    });
    expect(rendered).not.toContain(text);
    expect(rendered.split("&#x3C;a href=&#x22;x&#x22;&#x3E;&#x26;amp;&#x3C;/a&#x3E;")).toHaveLength(11 + 1);
  });
});

describe("what was taken back", () => {
  const render = (...entries: Entry[]) => renderAtom({ ...bareFeed, entries });
  const NAMESPACE = 'xmlns:at="http://purl.org/atompub/tombstones/1.0"';

  it("has a tombstone in place of its entry, after all entries (RFC 6721 §3)", () => {
    const { text, entries } = render(bareEntry, deletedEntry);
    expect(text.slice(entries[1]?.[0], entries[1]?.[1])).toBe(
      '<at:deleted-entry ref="tag:gazette.example,2026:a-4" when="2026-03-01T09:30:00Z">' +
        "<at:comment>wrong &#x26; unfair</at:comment></at:deleted-entry>",
    );
    expect(text.slice(entries[1]?.[1])).toBe("</feed>");
    expect(text).toContain(NAMESPACE);
    expect(text).not.toContain("Withdrawn");
  });

  it("has no comment where no reason is stored", () => {
    const { text, entries } = render({ ...deletedEntry, deleted: { at: "2026-03-01T09:30:00Z" } });
    expect(text.slice(entries[0]?.[0], entries[0]?.[1])).toBe(
      '<at:deleted-entry ref="tag:gazette.example,2026:a-4" when="2026-03-01T09:30:00Z"/>',
    );
  });

  it("is nothing a public feed has to declare", () => {
    expect(render(bareEntry).text).not.toContain("tombstones");
  });
});
