import type { Value } from "../verify/discrepancy.ts";
import { characterOf, NAMED_CHARACTERS } from "../verify/parse/character-reference.ts";
import { parseJsonStrictly } from "../verify/parse/json.ts";
import { ATOM, CONTENT, DC, TOMBSTONE, XML } from "../verify/parse/namespaces.ts";
import { type ParsedElement, parseXmlStrictly } from "../verify/parse/xml.ts";
import { isJsonObject, isJsonText, type JsonObject, objectsIn } from "./json/rule.ts";
import { textTypeOf } from "./text-type.ts";
import { childrenOf, textOfChild, wholeText } from "./xml/element.ts";
import { RDF, RSS_1, RSS_09 } from "./xml/namespaces.ts";

/** A feed as any reader shows it, whatever its format. */
export interface View {
  format: "rss" | "rdf" | "atom" | "json";
  title: string;
  /** The page that it is a feed of, as the document writes it: it may be relative to where it was served. */
  home?: string;
  entries: EntryView[];
  /** Ids of entries that are no more: of these, other formats may still show a notice (RFC 6721). */
  deleted: Set<string>;
}

/** An entry as any reader shows it. What the document does not say is absent. */
export interface EntryView {
  id?: string;
  url?: string;
  title?: string;
  /** Milliseconds. */
  published?: number;
  /** Milliseconds. */
  updated?: number;
  /** What people read of the body; of the summary where there is none. */
  text?: string;
}

/** What a document shows. Undefined where it is not well-formed, or of no format that is known. */
export function viewOf(text: string): View | undefined {
  if (isJsonText(text)) {
    const parsed = parseJsonStrictly(text);
    return parsed.status === "parsed" && isJsonObject(parsed.value) ? jsonView(parsed.value) : undefined;
  }
  const parsed = parseXmlStrictly(text);
  if (parsed.status === "malformed") return undefined;
  const [channel] = childrenOf(parsed.root, "channel");
  if (parsed.root.name === "rss" && channel) return rssView(channel);
  if (parsed.root.name === `${RDF}RDF`) return rdfView(parsed.root);
  return parsed.root.name === `${ATOM}feed` ? atomView(parsed.root) : undefined;
}

const rssView = (channel: ParsedElement): View => ({
  format: "rss",
  deleted: new Set(),
  title: onOneLine(textOfChild(channel, "title") ?? ""),
  home: textOfChild(channel, "link"),
  entries: childrenOf(channel, "item").map((item) => ({
    id: textOfChild(item, "guid"),
    url: textOfChild(item, "link"),
    title: textOfChild(item, "title") && onOneLine(textOfChild(item, "title") ?? ""),
    published: instantOf(textOfChild(item, "pubDate") ?? textOfChild(item, `${DC}date`)),
    updated: instantOf(textOfChild(item, `${ATOM}updated`)),
    text: shownText(textOfChild(item, `${CONTENT}encoded`) || textOfChild(item, "description")),
  })),
});

/** RSS 1.0 and 0.9, whose items stand beside the channel. `rdf:about` is the address, and no id that other formats have. */
function rdfView(root: ParsedElement): View {
  const namespace = [RSS_1, RSS_09].find((one) => childrenOf(root, `${one}channel`).length > 0) ?? RSS_1;
  const [channel = root] = childrenOf(root, `${namespace}channel`);
  const titleOf = (element: ParsedElement) => textOfChild(element, `${namespace}title`);
  return {
    format: "rdf",
    deleted: new Set(),
    title: onOneLine(titleOf(channel) ?? ""),
    home: textOfChild(channel, `${namespace}link`),
    entries: childrenOf(root, `${namespace}item`).map((item) => ({
      url: textOfChild(item, `${namespace}link`) ?? item.attributes.get(`${RDF}about`),
      title: titleOf(item) && onOneLine(titleOf(item) ?? ""),
      published: instantOf(textOfChild(item, `${DC}date`)),
      text: shownText(textOfChild(item, `${CONTENT}encoded`) || textOfChild(item, `${namespace}description`)),
    })),
  };
}

const atomView = (feed: ParsedElement): View => ({
  format: "atom",
  deleted: new Set(
    childrenOf(feed, `${TOMBSTONE}deleted-entry`).flatMap(({ attributes }) => attributes.get("ref") ?? []),
  ),
  title: textConstruct(feed, "title") ?? "",
  home: atomHome(feed),
  entries: childrenOf(feed, `${ATOM}entry`).map((entry) => ({
    id: textOfChild(entry, `${ATOM}id`),
    url: childrenOf(entry, `${ATOM}link`)
      .find(({ attributes }) => (attributes.get("rel") ?? "alternate") === "alternate")
      ?.attributes.get("href"),
    title: textConstruct(entry, "title"),
    published: instantOf(textOfChild(entry, `${ATOM}published`)),
    updated: instantOf(textOfChild(entry, `${ATOM}updated`)),
    text: textConstruct(entry, "content") ?? textConstruct(entry, "summary"),
  })),
});

/** A feed may have an alternate of each type and language (RFC 4287 §4.1.1), and `xml:base` goes before where it was served (§2). */
function atomHome(feed: ParsedElement): string | undefined {
  const links = childrenOf(feed, `${ATOM}link`)
    .map(({ attributes }) => attributes)
    .filter((link) => (link.get("rel") ?? "alternate") === "alternate");
  const link = links.find((one) => /html/i.test(one.get("type") ?? "html")) ?? links[0];
  const href = link?.get("href");
  const base = link?.get(`${XML}base`) ?? feed.attributes.get(`${XML}base`);
  return href === undefined || base === undefined ? href : (URL.parse(href, base)?.href ?? href);
}

const jsonView = (feed: JsonObject): View => ({
  format: "json",
  deleted: new Set(),
  title: onOneLine(stringOf(feed.title) ?? ""),
  home: stringOf(feed.home_page_url),
  entries: objectsIn(feed.items).map((item) => ({
    id: stringOf(item.id),
    url: stringOf(item.url),
    title: item.title === undefined ? undefined : onOneLine(stringOf(item.title) ?? ""),
    published: instantOf(stringOf(item.date_published)),
    updated: instantOf(stringOf(item.date_modified)),
    text:
      shownText(stringOf(item.content_html)) ??
      (item.content_text === undefined ? undefined : onOneLine(stringOf(item.content_text) ?? "")),
  })),
});

/** What people read of a text construct (RFC 4287 §3.1). */
function textConstruct(parent: ParsedElement, name: string): string | undefined {
  const [element] = childrenOf(parent, ATOM + name);
  if (!element) return undefined;
  return textTypeOf(element.attributes) === "html" ? shownText(wholeText(element)) : onOneLine(wholeText(element));
}

/** The letters of HTML: formats are compared by what people read, not by how it is marked up. */
function shownText(html: string | undefined): string | undefined {
  return html === undefined
    ? undefined
    : onOneLine(
        withoutTags(html).replace(/&(?:#x([0-9a-f]{1,6})|#(\d{1,7})|(amp|lt|gt|quot|apos|nbsp));/gi, decodeReference),
      );
}

/** Behind the last `>` no tag ends, and to look for one there from every `<` would cost the square of the text. */
function withoutTags(html: string): string {
  const end = html.lastIndexOf(">") + 1;
  return html.slice(0, end).replace(/<[^>]*>/g, " ") + html.slice(end);
}

function decodeReference(reference: string, hexadecimal?: string, decimal?: string, name?: string): string {
  if (name === undefined) return characterOf(hexadecimal, decimal) ?? reference;
  return name.toLowerCase() === "nbsp" ? " " : (NAMED_CHARACTERS[name.toLowerCase()] ?? reference);
}

/** All white space is one space: how lines break says nothing. */
const onOneLine = (text: string): string => text.replace(/\s+/g, " ").trim();

/** Of an object nothing is shown: it may not even have a text, as `{"toString": 0}`. */
const stringOf = (value: Value): string | undefined =>
  typeof value === "string" || typeof value === "number" || typeof value === "boolean" ? String(value) : undefined;

function instantOf(text: string | undefined): number | undefined {
  const time = Date.parse(text ?? "");
  return Number.isFinite(time) ? time : undefined;
}
