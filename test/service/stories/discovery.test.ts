import Parser from "rss-parser";
import { beforeAll, describe, expect, it } from "vitest";
import type { FeedInput } from "../../../src/feed/catalog.ts";
import { coldPoll, FORMATS, type Poll } from "../cold-poll.ts";
import { article } from "../newsroom.ts";
import { basic, syndicate } from "../partner/syndicate.ts";

const FEEDS: FeedInput[] = [
  { slug: "all", title: "All", description: "All", entries: 2 },
  { slug: "radio", title: "Radio", description: "All", access: "partner", partner: "radio", entries: 2 },
  { by: "tag", slug: "tag/{value}", title: "{value}", description: "{value}", entries: 2 },
];

/** A feed of each kind. */
const TOPICS = ["/feeds/all", "/partner/radio", "/feeds/tag/東京"].map(encodeURI);

let poll: Poll;
/** Of the edition before the current one, by path. */
const former = new Map<string, string>();

beforeAll(async () => {
  const desk = await syndicate(FEEDS);
  await desk.partner("radio");
  const { key } = await desk.key("radio");
  const reader = (): Poll => {
    const cold = coldPoll(undefined, FEEDS);
    return (path, headers, method) => cold(path, { ...basic(key), ...headers }, method);
  };
  for (const id of ["a", "b", "c", "d", "e"]) await desk.put(article(id, { tags: ["東京"] }));
  await desk.publish();
  for (const path of TOPICS.flatMap((topic) => FORMATS.map((format) => `${topic}.${format}`)))
    former.set(path, (await reader()(path)).headers.get("etag") ?? "");
  await desk.put(article("f", { tags: ["東京"] }));
  await desk.publish();
  poll = reader();
});

/** The links of an answer by their relations, as a subscriber reads them (RFC 8288 §3). */
function linked({ headers }: Response): Record<string, string[]> {
  const links: Record<string, string[]> = {};
  for (const [, url = "", rel = ""] of (headers.get("link") ?? "").matchAll(/<([^>]*)>\s*;\s*rel="([^"]*)"/g))
    links[rel] = [...(links[rel] ?? []), url];
  return links;
}

describe.each(TOPICS.flatMap((topic) => FORMATS.map((format) => [`${topic}.${format}`, format] as const)))(
  "%s names its hub and itself (WebSub §4)",
  (path, format) => {
    const topic = `https://feeds.example${path}`;

    it("in every answer that is of it, and itself exactly once", async () => {
      const etag = former.get(path) ?? "";
      const current = (await poll(path)).headers.get("etag") ?? "";
      expect(current).not.toBe(etag);
      const answers = [
        [200, await poll(path)],
        // From memory, whatever it was asked for before.
        [200, await poll(path)],
        [200, await poll(path, {}, "HEAD")],
        [200, await poll(`${path}?utm_source=x`)],
        [200, await poll(path, { "sec-fetch-dest": "document" })],
        [304, await poll(path, { "if-none-match": current })],
        [304, await poll(path, { "if-none-match": current })],
        [304, await poll(path, { "if-none-match": current }, "HEAD")],
        [226, await poll(path, { "if-none-match": etag, "a-im": "feed" })],
      ] as const;
      for (const [status, answer] of answers) {
        expect(answer.status).toBe(status);
        expect(linked(answer)).toEqual({ hub: ["https://feeds.example/hub"], self: [topic] });
      }
    });

    it.each([
      ["the document", {}],
      ["a delta", { "a-im": "feed" }],
    ])("within, byte for byte the same: %s", async (_, headers) => {
      const text = await (await poll(path, { "if-none-match": former.get(path) ?? "", ...headers })).text();
      if (format === "json")
        return expect(JSON.parse(text)).toMatchObject({
          feed_url: topic,
          hubs: [{ type: "WebSub", url: "https://feeds.example/hub" }],
        });
      const hrefs = (rel: string) =>
        (text.match(/<(?:atom:)?link\b[^>]*>/g) ?? [])
          .filter((link) => link.includes(`rel="${rel}"`))
          .map((link) => /href="([^"]*)"/.exec(link)?.[1]);
      expect([hrefs("hub"), hrefs("self")]).toEqual([["https://feeds.example/hub"], [topic]]);
      // It takes the first link of an RSS channel for it, whatever its rel, and the second of an Atom feed without a self.
      expect((await new Parser().parseString(text)).feedUrl).toBe(topic);
    });
  },
);

describe("what is no topic names no hub", () => {
  it.each(TOPICS.flatMap((topic) => FORMATS.map((format) => `${topic}/archive/1.${format}`)))(
    "a page of an archive: what is new comes with the document that it names (%s)",
    async (path) => {
      const page = await poll(path);
      expect([page.status, page.headers.get("link")]).toEqual([200, null]);
      const text = await page.text();
      expect(text).toContain("Title of a");
      expect(text).not.toMatch(/rel="hub"|"hubs"/);
    },
  );

  it.each(["/feeds/all", "/feeds/nothing.rss", "/feeds/all/archive/9.rss", "/partner/nothing.rss"])(
    "%s",
    async (path) => {
      const answer = await poll(path);
      expect(linked(answer).hub).toBeUndefined();
      expect(await answer.text()).not.toContain('rel="hub"');
    },
  );
});
