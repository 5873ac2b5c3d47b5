import { oneLine } from "../../article/text.ts";
import type { Draft, FeedDraft, FeedFacts } from "../draft.ts";
import { absoluteUrl } from "../values/addresses.ts";
import { type Person, parsePeople } from "../values/people.ts";
import { toLine, unlessBlank } from "../values/text.ts";
import { addressIn, enclosuresOf, relationOf } from "./atom-links.ts";
import { atomPeople } from "./atom-people.ts";
import { hasMarkup } from "./atom-text.ts";
import { readAvailability } from "./availability.ts";
import { readMedia } from "./media.ts";
import { isCounted, originalLinkOf } from "./original-link.ts";
import { type ReadDraft, readEach } from "./read-each.ts";
import { rssLine, rssText } from "./rss-text.ts";
import { type Taker, take } from "./take.ts";
import { attribute, elements, textOf, type XmlElement } from "./xml.ts";

/** RSS 0.91 to 2.0, with the modules that carry what an article can hold. Some documents have their items beside the channel. */
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
    home: linkOf(channel),
    base: selfLinkOf(channels),
    authors: [],
    language: channel.text("language", "dc:language") ?? channels[0]?.lang,
    rights: rights && toLine(rights),
  };
  return { facts, ...readEach(items, "item", (item, where) => readItem(item, where, format)), notes: [] };
}

function readItem(element: XmlElement, where: string, format: "rss" | "rdf"): ReadDraft {
  const item = take(element);
  const notes: string[] = [];
  const title = rssText(item.one("title", "itunes:title", "media:title", "dc:title"));
  const media = readMedia(item, notes);
  const guid = item.one("guid", "atom:id", "id");
  const ownLink = linkOf(item);
  const link = originalLinkOf(item) ?? ownLink;
  const draft: Draft = {
    where,
    guid:
      (format === "rdf" ? attribute(element, "rdf:about") : undefined) ??
      (guid && (oneLine(textOf(guid)) || undefined)) ??
      // Without an id, readers knew it by the link that they saw.
      (link === ownLink ? undefined : ownLink),
    link: isCounted(link) && absoluteUrl(guid && textOf(guid)) ? undefined : link,
    base: element.base,
    title,
    content: rssText(item.one("content:encoded")) ?? xhtmlBodyOf(item),
    description:
      descriptionOf(item) ??
      (media.description === undefined ? undefined : unlessBlank({ type: "text", value: media.description })),
    authors: peopleOf(item, ["dc:creator", "author", "atom:author"], ["itunes:author", "googleplay:author"]),
    tags: [...item.all("category", "dc:subject", "atom:category").map(tagOf), ...keywordsOf(item)],
    language: item.text("dc:language", "language") ?? element.lang,
    credit: creditOf(item),
    media: [...media.media, ...enclosuresOf(item.all("atom:link"))],
    rights: item.text("dc:rights", "copyright"),
    published:
      item.text("pubdate", "dc:date", "dcterms:issued", "dcterms:created", "atom:published", "prism:publicationDate") ??
      item.text("published", "date", "atom:issued"),
    updated: item.text("atom:updated", "dcterms:modified", "lastbuilddate", "updated", "modified", "atom:modified"),
    ...readAvailability(item),
    notes,
  };
  notes.push(...item.left().map((name) => `${name} is left out`));
  if (element.cutOff) notes.push("the document ends inside it: the rest of its text is missing");
  return { draft };
}

/** RSS's own link, else one as Atom has it, with or without Atom's name. */
function linkOf(taker: Taker): string | undefined {
  const own = taker.all("link");
  const written = own.map((link) => textOf(link).trim()).find((text) => text !== "");
  const pages = [...own, ...taker.all("atom:link")].filter((link) => relationOf(link) === "alternate");
  return (
    written ?? pages.map((link) => addressIn(link) ?? attribute(link, "rdf:resource")).find((one) => one !== undefined)
  );
}

function selfLinkOf(channels: XmlElement[]): string | undefined {
  const self = channels
    .flatMap(elements)
    .find((child) => child.name === "atom:link" && attribute(child, "rel") === "self");
  return self && attribute(self, "href");
}

/** The first short text that there is. A podcast's subtitle is asked last: it repeats the start of the others. */
const descriptionOf = (item: Taker) =>
  rssText(
    item.one(
      "description",
      "excerpt:encoded",
      "atom:summary",
      "summary",
      "itunes:summary",
      "googleplay:description",
      "dc:description",
      "itunes:subtitle",
    ),
  );

/** Before there was `content:encoded`, feeds carried the whole text as XHTML or in an Atom element. */
const xhtmlBodyOf = (item: Taker) => rssText(item.one("xhtml:body", "xhtml:div", "atom:content", "content"));

/** The people of the first list of elements that names any, each name once. */
function peopleOf(taker: Taker, ...lists: string[][]): Person[] {
  for (const names of lists) {
    const found = taker
      .all(...names)
      .flatMap((element) => (hasMarkup(element) ? atomPeople([element]) : parsePeople(rssLine(element))));
    if (found.length > 0) return [...new Map(found.map((person) => [person.name, person])).values()];
  }
  return [];
}

/** RSS writes a category into its element, Atom into the `term` of an empty one. */
const tagOf = (element: XmlElement): string =>
  rssLine(element) || (attribute(element, "term") ?? attribute(element, "label") ?? "");

/** Keywords are one text, parted by commas; Media RSS has it in the element, older podcasts in its `text`. */
const keywordsOf = (item: Taker): string[] =>
  item
    .all("itunes:keywords", "media:keywords")
    .flatMap((element) => (textOf(element) || (attribute(element, "text") ?? "")).split(","))
    .map(oneLine);

/** RSS 2.0 `source` is the feed that an item came from; its `url` is that feed's. */
function creditOf(item: Taker): { name: string; url?: string } | undefined {
  const element = item.one("source", "dc:source");
  const name = element && rssLine(element);
  return name ? { name, url: attribute(element, "url") } : undefined;
}
