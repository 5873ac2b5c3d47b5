import { describe, expect, it } from "vitest";
import type { Feed } from "../../../src/feed/feed.ts";
import { renderJson } from "../../../src/render/json.ts";
import { bareFeed, sampleFeed } from "../../verify/sample.ts";

const feed = (fields: Partial<Feed>): Record<string, unknown> =>
  JSON.parse(renderJson({ ...bareFeed, ...fields, entries: [] }).text);

const BARE = {
  version: "https://jsonfeed.org/version/1.1",
  title: "Gazette & Co: <local>",
  home_page_url: "https://gazette.example/local?a=1&b=2",
  feed_url: "https://feeds.example/feeds/local.json",
  description: "All the news & views, 1 < 2",
  language: "en",
  authors: [{ name: "Gazette & Co", url: "https://gazette.example/" }],
  _wireproof: { about: "https://feeds.example/" },
  items: [],
};

describe("a JSON Feed", () => {
  it("with nothing optional has version 1.1, its addresses, and a description of its extension", () => {
    expect(feed({})).toEqual(BARE);
  });

  it("has its items last, as the finishing step takes for granted", () => {
    expect(
      Object.keys(feed({ icon: "https://x.example/i.png", rights: "©", history: sampleFeed.history })).at(-1),
    ).toBe("items");
  });

  it.each<[what: string, fields: Partial<Feed>, expected: object]>([
    ["an icon", { icon: "https://x.example/i.png" }, { ...BARE, icon: "https://x.example/i.png" }],
    [
      "its rights, in the extension",
      { rights: "© <us>" },
      { ...BARE, _wireproof: { about: "https://feeds.example/", rights: "© <us>" } },
    ],
    [
      "the page of its archive before this as next_url, and no other",
      { history: sampleFeed.history },
      { ...BARE, next_url: "https://feeds.example/feeds/local/archive/1.json" },
    ],
    ["no next_url, where it has no page before", { history: { archive: true } }, BARE],
    [
      "its hub, as one of WebSub",
      { hub: "https://x.example/hub?a&b" },
      { ...BARE, hubs: [{ type: "WebSub", url: "https://x.example/hub?a&b" }] },
    ],
    ["a publisher without an address", { publisher: { name: "Us" } }, { ...BARE, authors: [{ name: "Us" }] }],
  ])("has %s", (_, fields, expected) => {
    expect(feed(fields)).toEqual(expected);
  });

  it("says nothing of what JSON Feed has no key for", () => {
    expect(
      feed({
        id: "tag:x,2026:other",
        updated: "2026-05-01T00:00:00Z",
        logo: { url: "https://x.example/1.png", width: 1, height: 1 },
        ttl: 15,
        stylesheet: "/x.css",
        published: "2026-05-01T00:00:00Z",
        partner_logo: "https://x.example/wide.png",
      }),
    ).toEqual(BARE);
  });

  it("is on one line, whatever its texts are", () => {
    const { text } = renderJson({ ...sampleFeed, title: 'a\n    "items": [\n        {', description: "\n        }," });
    expect(text).not.toContain("\n");
    expect(JSON.parse(text)).toMatchObject({ title: 'a\n    "items": [\n        {', description: "\n        }," });
  });
});
