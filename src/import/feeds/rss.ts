import { oneLine } from "../../article/text.ts";
import type { Draft, FeedDraft, FeedFacts } from "../draft.ts";
import type { Skip } from "../reading.ts";
import { type Person, parsePerson } from "../values/people.ts";
import { looksLikeHtml, present, toLine } from "../values/text.ts";
import { readMedia } from "./media.ts";
import { rssText } from "./rss-text.ts";
import { type Taker, take } from "./take.ts";
import { wordpressFacts } from "./wordpress.ts";
import { attribute, elements, textOf, type XmlElement } from "./xml.ts";

/** RSS 0.91 to 2.0, with the modules that carry what an article can hold. */
export function readRss(root: XmlElement): FeedDraft {
  const channels = elements(root).filter((child) => child.name === "channel");
  const items = [...channels, root].flatMap((parent) => elements(parent).filter((child) => child.name === "item"));
  return readChannel(channels, items, "rss");
}

/** RSS 0.90 and 1.0: the items stand beside the channel, and `rdf:about` names each. */
export function readRdf(root: XmlElement): FeedDraft {
  const channels = elements(root).filter((child) => child.name === "channel");
  const items = [root, ...channels].flatMap((parent) => elements(parent).filter((child) => child.name === "item"));
  return readChannel(channels, items, "rdf");
}

function readChannel(channels: XmlElement[], items: XmlElement[], format: "rss" | "rdf"): FeedDraft {
  const channel = take(channels);
  const title = rssText(channel.one("title"));
  const rights = rssText(channel.one("copyright", "dc:rights"));
  const facts: FeedFacts = {
    title: title && toLine(title),
    home: link(channel),
    base: selfLink(channels),
    authors: [],
    language: channel.text("language", "dc:language") ?? channels[0]?.lang,
    rights: rights && toLine(rights),
    date: channel.text("pubdate", "lastbuilddate", "dc:date", "dcterms:modified"),
  };
  const read = items.map((item, index) => readItem(item, `item ${index + 1}`, format));
  return {
    facts,
    drafts: read.flatMap((one) => ("draft" in one ? [one.draft] : [])),
    skipped: read.flatMap((one) => ("skip" in one ? [one.skip] : [])),
    notes: [],
  };
}

function readItem(element: XmlElement, where: string, format: "rss" | "rdf"): { draft: Draft } | { skip: Skip } {
  const item = take(element);
  const notes: string[] = [];
  const wordpress = wordpressFacts(item);
  const title = rssText(item.one("title", "itunes:title", "media:title", "dc:title"));
  if (wordpress.skip) return { skip: { where: title ? `${where} “${toLine(title)}”` : where, reason: wordpress.skip } };
  const media = readMedia(item, notes);
  const guid = item.one("guid");
  const draft: Draft = {
    where,
    guid:
      (format === "rdf" ? attribute(element, "rdf:about") : undefined) ??
      (guid && (oneLine(textOf(guid)) || undefined)),
    link: link(item),
    base: element.base,
    title,
    content: rssText(item.one("content:encoded")) ?? xhtmlBody(item),
    description:
      description(item) ??
      (media.description === undefined ? undefined : present({ type: "text", value: media.description })),
    authors: people(item, ["dc:creator", "author"], ["itunes:author", "googleplay:author"]),
    tags: [...item.all("category", "dc:subject").map((tag) => plain(tag)), ...keywords(item)],
    language: item.text("dc:language", "language") ?? element.lang,
    credit: source(item),
    media: media.media,
    rights: item.text("dc:rights", "copyright"),
    published:
      wordpress.published ??
      item.text("pubdate", "dc:date", "dcterms:issued", "dcterms:created", "atom:published", "prism:publicationDate"),
    updated: item.text("atom:updated", "dcterms:modified", "lastbuilddate"),
    status: wordpress.status,
    notes,
  };
  notes.push(...item.left().map((name) => `${name} is left out`));
  if (element.cutOff) notes.push("the document ends inside it: the rest of its text is missing");
  return { draft };
}

/** RSS's own, else Atom's within RSS. */
function link(taker: Taker): string | undefined {
  const own = taker.text("link");
  const atom = taker.all("atom:link").find((one) => (attribute(one, "rel") ?? "alternate") === "alternate");
  return own?.trim() ?? (atom && attribute(atom, "href"));
}

function selfLink(channels: XmlElement[]): string | undefined {
  const self = channels
    .flatMap(elements)
    .find((child) => child.name === "atom:link" && attribute(child, "rel") === "self");
  return self && attribute(self, "href");
}

/** The first that is there; a podcast's subtitle only where nothing else is. */
const description = (item: Taker) =>
  rssText(
    item.one(
      "description",
      "excerpt:encoded",
      "atom:summary",
      "itunes:summary",
      "googleplay:description",
      "dc:description",
      "itunes:subtitle",
    ),
  );

/** RSS 0.9x feeds carried bodies as XHTML, before content:encoded. */
const xhtmlBody = (item: Taker) => rssText(item.one("xhtml:body", "xhtml:div", "atom:content"));

/** Names as they stand, each once; the second list only where the first gives none. */
function people(taker: Taker, ...lists: string[][]): Person[] {
  for (const names of lists) {
    const found = taker.all(...names).flatMap((element) => parsePerson(plain(element)) ?? []);
    if (found.length > 0) return [...new Map(found.map((person) => [person.name, person])).values()];
  }
  return [];
}

/** Apple's are one list. */
const keywords = (item: Taker): string[] =>
  item
    .all("itunes:keywords", "media:keywords")
    .flatMap((element) => (textOf(element) || (attribute(element, "text") ?? "")).split(","))
    .map(oneLine);

/** RSS 2.0 `source` is the feed that an item came from; its `url` is that feed's. */
function source(item: Taker): { name: string; url?: string } | undefined {
  const element = item.one("source", "dc:source");
  const name = element && plain(element);
  return name ? { name, url: attribute(element, "url") } : undefined;
}

/** Names and labels: markup and references that were escaped twice are taken out. */
function plain(element: XmlElement): string {
  const value = textOf(element);
  return toLine({ type: looksLikeHtml(value) ? "html" : "text", value });
}
