import type { Value } from "../verify/discrepancy.ts";
import { parseJsonStrictly } from "../verify/parse/json.ts";
import { ATOM, CONTENT, DC, TOMBSTONE } from "../verify/parse/namespaces.ts";
import { type Element, parseXmlStrictly } from "../verify/parse/xml.ts";
import { isObject, type JsonObject } from "./json.ts";
import { allText, children, childText } from "./tree.ts";

/** A feed as any reader shows it, whatever its format. */
export interface View {
  format: "rss" | "atom" | "json";
  title: string;
  entries: EntryView[];
  /** Ids of entries that are no more: of these, other formats may still show a notice (RFC 6721). */
  deleted: Set<string>;
}

/** Absent is what the document does not say. */
export interface EntryView {
  id?: string;
  url?: string;
  title?: string;
  /** Milliseconds. */
  published?: number;
  updated?: number;
  /** Of the body; of the summary where there is none. */
  text?: string;
}

/** Undefined where a document is not well-formed, or of no format that is known. */
export function viewOf(text: string): View | undefined {
  if (/^\uFEFF?\s*\{/.test(text)) {
    const parsed = parseJsonStrictly(text);
    return parsed.status === "parsed" && isObject(parsed.value) ? jsonView(parsed.value) : undefined;
  }
  const parsed = parseXmlStrictly(text);
  if (parsed.status === "malformed") return undefined;
  const [channel] = children(parsed.root, "channel");
  if (parsed.root.name === "rss" && channel) return rssView(channel);
  return parsed.root.name === `${ATOM}feed` ? atomView(parsed.root) : undefined;
}

const rssView = (channel: Element): View => ({
  format: "rss",
  deleted: new Set(),
  title: oneLine(childText(channel, "title") ?? ""),
  entries: children(channel, "item").map((item) => ({
    id: childText(item, "guid"),
    url: childText(item, "link"),
    title: childText(item, "title") && oneLine(childText(item, "title") ?? ""),
    published: time(childText(item, "pubDate") ?? childText(item, `${DC}date`)),
    updated: time(childText(item, `${ATOM}updated`)),
    text: shown(childText(item, `${CONTENT}encoded`) || childText(item, "description")),
  })),
});

const atomView = (feed: Element): View => ({
  format: "atom",
  deleted: new Set(
    children(feed, `${TOMBSTONE}deleted-entry`).flatMap(({ attributes }) => attributes.get("ref") ?? []),
  ),
  title: textConstruct(feed, "title") ?? "",
  entries: children(feed, `${ATOM}entry`).map((entry) => ({
    id: childText(entry, `${ATOM}id`),
    url: children(entry, `${ATOM}link`)
      .find(({ attributes }) => (attributes.get("rel") ?? "alternate") === "alternate")
      ?.attributes.get("href"),
    title: textConstruct(entry, "title"),
    published: time(childText(entry, `${ATOM}published`)),
    updated: time(childText(entry, `${ATOM}updated`)),
    text: textConstruct(entry, "content") ?? textConstruct(entry, "summary"),
  })),
});

const jsonView = (feed: JsonObject): View => ({
  format: "json",
  deleted: new Set(),
  title: oneLine(string(feed.title) ?? ""),
  entries: (Array.isArray(feed.items) ? feed.items : []).filter(isObject).map((item) => ({
    id: string(item.id),
    url: string(item.url),
    title: item.title === undefined ? undefined : oneLine(string(item.title) ?? ""),
    published: time(string(item.date_published)),
    updated: time(string(item.date_modified)),
    text:
      shown(string(item.content_html)) ??
      (item.content_text === undefined ? undefined : oneLine(string(item.content_text) ?? "")),
  })),
});

/** RFC 4287 §3.1. */
function textConstruct(parent: Element, name: string): string | undefined {
  const [element] = children(parent, ATOM + name);
  if (!element) return undefined;
  return element.attributes.get("type") === "html" ? shown(allText(element)) : oneLine(allText(element));
}

/** HTML as its letters: what is compared is what people read, not how it is marked up. */
function shown(html: string | undefined): string | undefined {
  return html === undefined
    ? undefined
    : oneLine(
        html
          .replace(/<[^>]*>/g, " ")
          .replace(/&(?:#x([0-9a-f]{1,6})|#(\d{1,7})|(amp|lt|gt|quot|apos|nbsp));/gi, decode),
      );
}

const NAMED: Record<string, string> = { amp: "&", lt: "<", gt: ">", quot: '"', apos: "'", nbsp: " " };

function decode(reference: string, hex?: string, decimal?: string, name?: string): string {
  if (name !== undefined) return NAMED[name.toLowerCase()] ?? reference;
  const point = hex === undefined ? Number(decimal) : Number.parseInt(hex, 16);
  return point > 0 && point <= 0x10ffff ? String.fromCodePoint(point) : reference;
}

const oneLine = (text: string): string => text.replace(/\s+/g, " ").trim();

const string = (value: Value): string | undefined =>
  value === undefined || value === null ? undefined : String(value);

function time(text: string | undefined): number | undefined {
  const time = Date.parse(text ?? "");
  return Number.isFinite(time) ? time : undefined;
}
