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
import { moduleTags } from "./module-tags.ts";
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
  const title = rssText(channel.one("title", "dc:title", "itunes:title"));
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
  const body = item.one(...BODIES);
  const description = item.one(...SHORT_TEXTS);
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
    ...textsOf(item, body, description, media.description),
    authors: peopleOf(
      item,
      ["dc:creator", "dc:author", "author", "atom:author"],
      ["itunes:author", "googleplay:author"],
    ),
    tags: [...item.all("category", "dc:subject", "atom:category").map(tagOf), ...moduleTags(item)],
    language: item.text("dc:language", "language") ?? (body ?? description ?? element).lang,
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

/** Before there was `content:encoded`, feeds carried the whole text as XHTML or in an element of others. */
const BODIES = ["content:encoded", "xhtml:body", "xhtml:div", "atom:content", "content", "body", "fullitem"];

const SUMMARIES = ["excerpt:encoded", "atom:summary", "summary"];
/** The first that there is counts. A podcast's subtitle is asked last: it repeats the start of the others. */
const SHORT_TEXTS = [
  ...["description", ...SUMMARIES, "itunes:summary", "googleplay:description", "dc:description"],
  "itunes:subtitle",
];

/** Without a body, a description that has a summary beside it is the whole text (RSS 2.0 has no other element for it). */
function textsOf(
  item: Taker,
  body: XmlElement | undefined,
  description: XmlElement | undefined,
  ofVideo: string | undefined,
): Pick<Draft, "content" | "description"> {
  const short = rssText(description);
  const summary = rssText(item.one(...SUMMARIES));
  if (!body && short && summary && toLine(short) !== toLine(summary)) return { content: short, description: summary };
  const video = ofVideo === undefined ? undefined : unlessBlank({ type: "text", value: ofVideo });
  return { content: rssText(body), description: short ?? video };
}

/** The people of the first list of elements that names any, each name once. */
function peopleOf(taker: Taker, ...lists: string[][]): Person[] {
  for (const names of lists) {
    const found = taker
      .all(...names)
      .flatMap((element) => (hasMarkup(element) ? personIn(element) : parsePeople(rssLine(element))));
    if (found.length > 0) return [...new Map(found.map((person) => [person.name, person])).values()];
  }
  return [];
}

/** As in Atom, or a name in markup. */
function personIn(element: XmlElement): Person[] {
  const people = atomPeople([element]);
  return people.length > 0 ? people : parsePeople(textOf(element));
}

/** RSS writes a category into its element, Atom into the `term` of an empty one. */
const tagOf = (element: XmlElement): string =>
  rssLine(element) || (attribute(element, "term") ?? attribute(element, "label") ?? "");

/** RSS 2.0 `source` is the feed that an item came from; its `url` is that feed's. */
function creditOf(item: Taker): { name: string; url?: string } | undefined {
  const element = item.one("source", "dc:source");
  const name = element && rssLine(element);
  return name ? { name, url: attribute(element, "url") } : undefined;
}
