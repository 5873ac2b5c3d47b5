import Parser from "rss-parser";
import { htmlToText } from "../../article/html/text.ts";
import { oneLine } from "../../article/text.ts";
import { parseJsonStrictly } from "../parse/json.ts";

/** An item as readers keep it. */
export interface SeenItem {
  /** By this readers know it again: its guid or id, else its link, else its title. */
  id: string;
  link: string;
  title: string;
  /** RFC 3339; null: there is none that could be read. */
  published: string | null;
  /** The longest that it has of its story, as text. */
  text: string;
  enclosures: { url: string; type: string }[];
}

/** Anybody's feed, as a reader sees it. */
export interface SeenFeed {
  format: "RSS" | "Atom" | "JSON Feed";
  title: string;
  /** Undefined where it names none, or where the library does not see it. */
  language?: string;
  items: SeenItem[];
  /** The page of its archive that comes before (RFC 5005 §4). */
  earlier?: string;
}

export type ReaderReading = { status: "read"; feed: SeenFeed } | { status: "failed"; reason: string };

/** Reads anybody's feed as a program built on `rss-parser` does; JSON Feed, which that does not know, by its keys. */
export async function readAsReader(text: string): Promise<ReaderReading> {
  try {
    return { status: "read", feed: /^\s*\{/.test(text) ? readJson(text) : await readXml(text) };
  } catch (error) {
    return { status: "failed", reason: oneLine(error instanceof Error ? error.message : String(error)) };
  }
}

/** Strings mostly; objects where the library meets attributes. */
type Parts = Record<string, unknown>;

async function readXml(text: string): Promise<SeenFeed> {
  const parser = new Parser<Parts, Parts>({
    defaultRSS: 2,
    customFields: {
      feed: [
        "atom:link",
        ["link", "links", { keepArray: true }],
        ["atom:link", "atomLinks", { keepArray: true }],
      ] as never,
      item: [
        ["link", "links", { keepArray: true }],
        ["enclosure", "enclosures", { keepArray: true }],
      ] as never,
    },
  });
  const feed = await parser.parseString(text);
  const isAtom = /<(?:\w+:)?feed[\s>]/.test(text.slice(0, HEAD)) && !/<(?:rss|rdf:RDF)[\s>]/i.test(text.slice(0, HEAD));
  const earlier = [...attributesOf(feed.links), ...attributesOf(feed.atomLinks)].find(
    ({ rel }) => rel === "prev-archive",
  );
  return {
    format: isAtom ? "Atom" : "RSS",
    title: textOf(feed.title),
    language: textOf(feed.language) || undefined,
    items: ((feed.items as Parts[] | undefined) ?? []).map((item) => readItem(item)),
    earlier: earlier?.href,
  };
}

/** Where a document says what it is: before its entries. Characters. */
const HEAD = 2_000;

function readItem(item: Parts): SeenItem {
  const link = textOf(item.link).trim();
  const title = plain(textOf(item.title));
  const bodies = [item["content:encoded"], item.content, item.summary].map((body) => plain(textOf(body)));
  const linked = attributesOf(item.links).filter(({ rel }) => rel === "enclosure");
  return {
    id: textOf(item.guid).trim() || textOf(item.id).trim() || link || title,
    link,
    title,
    published: textOf(item.isoDate) || null,
    text: longest(bodies),
    enclosures: [
      ...attributesOf(item.enclosures).map(({ url = "", type = "" }) => ({ url, type })),
      ...linked.map(({ href = "", type = "" }) => ({ url: href, type })),
    ],
  };
}

function readJson(text: string): SeenFeed {
  const parsed = parseJsonStrictly(text);
  if (parsed.status === "malformed") throw new Error(parsed.faults.join("; "));
  const feed = parsed.value as Parts;
  if (!Array.isArray(feed.items)) throw new Error("it has no items");
  return {
    format: "JSON Feed",
    title: textOf(feed.title),
    language: textOf(feed.language) || undefined,
    items: feed.items.map((item) => readJsonItem(item as Parts)),
    earlier: textOf(feed.next_url) || undefined,
  };
}

function readJsonItem(item: Parts): SeenItem {
  const link = textOf(item.url);
  const title = plain(textOf(item.title));
  const published = Date.parse(textOf(item.date_published));
  const attachments = Array.isArray(item.attachments) ? (item.attachments as Parts[]) : [];
  return {
    id: textOf(item.id) || link || title,
    link,
    title,
    published: Number.isNaN(published) ? null : new Date(published).toISOString(),
    text: longest([plain(textOf(item.content_html)), oneLine(textOf(item.content_text)), plain(textOf(item.summary))]),
    enclosures: attachments.map(({ url, mime_type }) => ({ url: textOf(url), type: textOf(mime_type) })),
  };
}

const longest = (texts: string[]): string => texts.reduce((a, b) => (b.length > a.length ? b : a), "");

/** What stands on the screen: titles are shown as HTML by most readers. */
const plain = (html: string): string => oneLine(htmlToText(html));

const textOf = (part: unknown): string => {
  if (typeof part === "string") return part;
  if (typeof part === "number") return String(part);
  return typeof part === "object" && part !== null && "_" in part ? textOf(part._) : "";
};

/** The attributes of elements, as the library has them. */
const attributesOf = (parts: unknown): Record<string, string>[] =>
  (Array.isArray(parts) ? parts : []).map((part: { $?: Record<string, string> } | null) => part?.$ ?? {});
