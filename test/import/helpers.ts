import type { Article } from "../../src/article/article.ts";
import { parseArticle } from "../../src/article/parse.ts";
import type { Draft, FeedFacts } from "../../src/import/draft.ts";
import { parseXml } from "../../src/import/feeds/parse-xml.ts";
import { elements, type XmlElement } from "../../src/import/feeds/xml.ts";
import { readSource } from "../../src/import/read.ts";
import type { ImportSource } from "../../src/import/source.ts";
import type { ReadItem, SourceReading } from "../../src/import/source-reading.ts";

export const NOW = "2026-11-24T12:00:00Z";

export const read = (text: string, source: Partial<ImportSource> = {}): Promise<SourceReading> =>
  readSource(new TextEncoder().encode(text), { name: "source", now: NOW, ...source });

/** The only item of a source, as JSON says it. */
export async function readOne(text: string, source: Partial<ImportSource> = {}): Promise<ReadItem> {
  const reading = await read(text, source);
  const [item] = reading.items;
  if (!item || reading.items.length > 1) throw new Error(`one item was expected: ${JSON.stringify(reading)}`);
  return { ...item, article: JSON.parse(JSON.stringify(item.article)) };
}

/** What would be stored of it, were it seen now for the first time. */
export function stored(item: ReadItem): Article {
  const parsed = parseArticle(item.undated === undefined ? item.article : { ...item.article, published_at: NOW });
  if (parsed.status === "problems") throw new Error(`${item.where}: ${JSON.stringify(parsed.problems)}`);
  return parsed.article;
}

export const rss = (item: string, channel = ""): string =>
  `<?xml version="1.0"?><rss version="2.0" xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:content="http://purl.org/rss/1.0/modules/content/"
    xmlns:media="http://search.yahoo.com/mrss/" xmlns:itunes="http://www.itunes.com/dtds/podcast-1.0.dtd"><channel>
    <title>The Gazette</title><link>https://gazette.example/</link>${channel}
    <item>${item}</item></channel></rss>`;

export const atom = (entry: string, feed = ""): string =>
  `<feed xmlns="http://www.w3.org/2005/Atom"><id>urn:x</id><title>The Gazette</title><link href="https://gazette.example/"/>${feed}
    <updated>2026-01-01T00:00:00Z</updated><entry>${entry}</entry></feed>`;

/** The first element of a text of XML, read as a feed's is. */
export function xml(text: string): XmlElement {
  const element = parseXml(text);
  if (!element) throw new Error(`no element in ${text}`);
  return element;
}

/** The elements directly in a root, under whose namespaces they stand: `fragment("<dc:creator>Jane</dc:creator>")`. */
export const fragment = (inner: string): XmlElement[] => elements(xml(`<${ROOT}>${inner}</root>`));

/** The one element of a fragment. */
export function only(inner: string): XmlElement {
  const [one, ...others] = fragment(inner);
  if (!one || others.length > 0) throw new Error(`one element was expected in ${inner}`);
  return one;
}

const ROOT =
  'root xmlns:atom="http://www.w3.org/2005/Atom" xmlns:media="http://search.yahoo.com/mrss/" xmlns:wp="http://wordpress.org/export/1.2/" xmlns:itunes="http://www.itunes.com/dtds/podcast-1.0.dtd" xmlns:x="http://www.w3.org/1999/xhtml"';

export const SOURCE: ImportSource = { name: "source", now: NOW };

export const feedFacts = (facts: Partial<FeedFacts> = {}): FeedFacts => ({ authors: [], ...facts });

export const draft = (fields: Partial<Draft> = {}): Draft => ({
  where: "item 1",
  base: [],
  authors: [],
  tags: [],
  media: [],
  notes: [],
  ...fields,
});
