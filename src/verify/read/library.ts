import Parser from "rss-parser";
import type { Format } from "../../feed/feed.ts";
import type { Value } from "../discrepancy.ts";
import { fromRfc822, fromRfc3339 } from "../time.ts";
import type { Places, Reading } from "./reading.ts";

export type LibraryReading = { status: "read"; reading: Reading } | { status: "failed"; reason: string };

/**
 * What a program built on `rss-parser` sees: its own names on the left of each line are ours for the places, its
 * properties on the right. It takes the first of what repeats, and it sees no namespaces, so strict readers go before it.
 */
export async function readWithLibrary(format: Exclude<Format, "json">, text: string): Promise<LibraryReading> {
  const parser = new Parser<Seen, Seen>({
    customFields: { item: [["dc:creator", "creators", { keepArray: true }]] as never },
  });
  try {
    const output: Seen = await parser.parseString(text);
    const items = (output.items as Seen[] | undefined) ?? [];
    const [readFeed, readItem] = READERS[format];
    return { status: "read", reading: { feed: readFeed(output), entries: items.map(readItem), unexpected: [] } };
  } catch (error) {
    return { status: "failed", reason: error instanceof Error ? error.message : String(error) };
  }
}

/** Strings mostly; objects where it meets attributes, arrays where asked for. */
type Seen = Record<string, unknown>;

const rssChannel = (feed: Seen): Places => {
  const image = inner(feed.image);
  return {
    title: value(feed.title),
    link: value(feed.link),
    description: value(feed.description),
    language: value(feed.language),
    copyright: value(feed.copyright),
    ttl: value(feed.ttl),
    lastBuildDate: rfc822(feed.lastBuildDate),
    // Not `feedUrl`, which is the first atom:link whatever its rel.
    "atom:link[self]": value(inner(feed.paginationLinks).self),
    "image/url": value(image.url),
    "image/title": value(image.title),
    "image/link": value(image.link),
    "image/width": value(image.width),
    "image/height": value(image.height),
  };
};

const rssItem = (item: Seen): Places => {
  const enclosure = inner(item.enclosure);
  return {
    id: value(item.guid),
    link: value(item.link),
    title: value(item.title),
    // The description as HTML that was decoded: what a list of headlines shows under each.
    description: value(item.contentSnippet),
    "content:encoded": value(item["content:encoded"]),
    pubDate: value(item.isoDate),
    "dc:creator": value(item.creators) ?? [],
    category: value(item.categories) ?? [],
    "enclosure@url": value(enclosure.url),
    "enclosure@type": value(enclosure.type),
    "enclosure@length": value(enclosure.length),
    "dc:rights": value(item.rights),
  };
};

const atomFeed = (feed: Seen): Places => ({
  title: value(feed.title),
  updated: rfc3339(feed.lastBuildDate),
  "link[alternate]": value(feed.link),
  "link[self]": value(feed.feedUrl),
});

const atomEntry = (item: Seen): Places => ({
  id: value(item.id),
  "link[alternate]": value(item.link),
  title: value(item.title),
  summary: value(item.summary),
  content: value(item.content),
  published: value(item.isoDate),
  "author[1]/name": value(item.author),
});

const READERS = { rss: [rssChannel, rssItem], atom: [atomFeed, atomEntry] } as const;

const inner = (seen: unknown): Seen => (typeof seen === "object" && seen !== null ? (seen as Seen) : {});

const value = (seen: unknown): Value => seen as Value;

const rfc822 = (seen: unknown): Value => (typeof seen === "string" ? fromRfc822(seen) : value(seen));

const rfc3339 = (seen: unknown): Value => (typeof seen === "string" ? fromRfc3339(seen) : value(seen));
