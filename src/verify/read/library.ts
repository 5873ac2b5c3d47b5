import Parser from "rss-parser";
import type { Format } from "../../feed/feed.ts";
import { fromRfc822, fromRfc3339 } from "../dates-as-read.ts";
import type { Value } from "../discrepancy.ts";
import type { Places, Reading } from "./reading.ts";

export type LibraryReading = { status: "read"; reading: Reading } | { status: "failed"; reason: string };

/**
 * What a program built on `rss-parser` sees. In the tables below the names of places stand on the left, the library's own
 * on the right. It takes the first of what repeats, and sees no namespaces: a strict reader has to go before it.
 */
export async function readWithLibrary(format: Exclude<Format, "json">, text: string): Promise<LibraryReading> {
  const markup: string[] = [];
  const parser = new Parser<Seen, Seen>({
    customFields: { item: [["dc:creator", "creators", { keepArray: true }]] as never },
    xml2js: { valueProcessors: [(value: string) => setAside(value, markup)] },
  });
  withoutPositions(parser);
  try {
    const output = putBack(await parser.parseString(text), markup) as Seen;
    const items = (output.items as Seen[] | undefined) ?? [];
    const [readFeed, readItem] = READERS[format];
    return { status: "read", reading: { feed: readFeed(output), entries: items.map(readItem), unexpected: [] } };
  } catch (error) {
    return { status: "failed", reason: error instanceof Error ? error.message : String(error) };
  }
}

/** Counting lines and columns, which nobody reads, is a quarter of sax's time; the option goes through neither library on the way to it. */
function withoutPositions(parser: object): void {
  const { saxParser } = (parser as { xmlParser?: { saxParser?: { trackPosition: boolean } } }).xmlParser ?? {};
  if (saxParser) saxParser.trackPosition = false;
}

/**
 * The library makes a snippet of every body, which nobody here reads, by expressions that go through the rest of a text at
 * each of its tags. So what holds tags is a number to it, after a character that no document holds (XML 1.0 §2.2).
 */
function setAside(value: string, markup: string[]): string {
  return value.includes("<") ? `\0${markup.push(value) - 1}` : value;
}

function putBack(seen: unknown, markup: string[]): unknown {
  if (typeof seen === "string") return seen.startsWith("\0") ? markup[Number(seen.slice(1))] : seen;
  if (Array.isArray(seen)) return seen.map((one) => putBack(one, markup));
  return typeof seen === "object" && seen !== null
    ? Object.fromEntries(Object.entries(seen).map(([key, value]) => [key, putBack(value, markup)]))
    : seen;
}

/** Strings mostly; objects where it meets attributes, arrays where asked for. */
type Seen = Record<string, unknown>;

const rssChannel = (feed: Seen): Places => {
  const image = asObject(feed.image);
  return {
    title: asValue(feed.title),
    link: asValue(feed.link),
    description: asValue(feed.description),
    language: asValue(feed.language),
    copyright: asValue(feed.copyright),
    ttl: asValue(feed.ttl),
    lastBuildDate: readRfc822(feed.lastBuildDate),
    "atom:link[self]": asValue(asObject(feed.paginationLinks).self),
    // The first whatever its rel.
    "atom:link[1]": asValue(feed.feedUrl),
    "image/url": asValue(image.url),
    "image/title": asValue(image.title),
    "image/link": asValue(image.link),
    "image/width": asValue(image.width),
    "image/height": asValue(image.height),
  };
};

const rssItem = (item: Seen): Places => {
  const enclosure = asObject(item.enclosure);
  return {
    id: asValue(item.guid),
    link: asValue(item.link),
    title: asValue(item.title),
    // The description as HTML that was decoded: what a list of headlines shows under each.
    description: asValue(item.contentSnippet),
    "content:encoded": asValue(item["content:encoded"]),
    pubDate: asValue(item.isoDate),
    "dc:creator": asValue(item.creators) ?? [],
    category: asValue(item.categories) ?? [],
    "enclosure@url": asValue(enclosure.url),
    "enclosure@type": asValue(enclosure.type),
    "enclosure@length": asValue(enclosure.length),
    "dc:rights": asValue(item.rights),
  };
};

const atomFeed = (feed: Seen): Places => ({
  title: asValue(feed.title),
  updated: readRfc3339(feed.lastBuildDate),
  "link[alternate]": asValue(feed.link),
  "link[self]": asValue(feed.feedUrl),
});

const atomEntry = (item: Seen): Places => ({
  id: asValue(item.id),
  "link[alternate]": asValue(item.link),
  title: asValue(item.title),
  summary: asValue(item.summary),
  content: asValue(item.content),
  published: asValue(item.isoDate),
  "author[1]/name": asValue(item.author),
});

const READERS = { rss: [rssChannel, rssItem], atom: [atomFeed, atomEntry] } as const;

const asObject = (seen: unknown): Seen => (typeof seen === "object" && seen !== null ? (seen as Seen) : {});

const asValue = (seen: unknown): Value => seen as Value;

const readRfc822 = (seen: unknown): Value => (typeof seen === "string" ? fromRfc822(seen) : asValue(seen));

const readRfc3339 = (seen: unknown): Value => (typeof seen === "string" ? fromRfc3339(seen) : asValue(seen));
