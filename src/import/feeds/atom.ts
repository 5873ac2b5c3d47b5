import type { Draft, FeedDraft, FeedFacts } from "../draft.ts";
import { absoluteUrl } from "../values/addresses.ts";
import { parseMediaType } from "../values/media-type.ts";
import { type Person, parsePeople } from "../values/people.ts";
import { type Text, toLine, unlessBlank } from "../values/text.ts";
import { alternateOf, enclosuresOf, hrefOf, relationOf } from "./atom-links.ts";
import { atomPeople } from "./atom-people.ts";
import { atomText } from "./atom-text.ts";
import { readAvailability } from "./availability.ts";
import { readMedia } from "./media.ts";
import { moduleTags } from "./module-tags.ts";
import { originalLinkOf } from "./original-link.ts";
import { readEach } from "./read-each.ts";
import { rssText } from "./rss-text.ts";
import { type Taker, take } from "./take.ts";
import { attribute, elements, textOf, type XmlElement } from "./xml.ts";

/** Atom 1.0 (RFC 4287), and 0.3 where it differs. */
export function readAtom(root: XmlElement): FeedDraft {
  const feed = take(root);
  const links = feed.all("atom:link");
  const title = atomText(feed.one("atom:title"), []);
  const rights = atomText(feed.one("atom:rights", "atom:copyright"), []);
  const facts: FeedFacts = {
    title: title && toLine(title),
    home: alternateOf(links),
    base: [hrefOf(links, "self"), alternateOf(links), feed.text("atom:id")].find((address) => absoluteUrl(address)),
    authors: atomPeople(feed.all("atom:author")),
    language: root.lang,
    rights: rights && toLine(rights),
  };
  // A lone entry is a document too (RFC 4287 §2).
  const entries = root.name === "atom:entry" ? [root] : elements(root).filter((child) => child.name === "atom:entry");
  return { facts, ...readEach(entries, "entry", (entry, where) => ({ draft: readEntry(entry, where) })), notes: [] };
}

function readEntry(element: XmlElement, where: string): Draft {
  const entry = take(element);
  const notes: string[] = [];
  const links = entry.all("atom:link");
  const media = readMedia(entry, notes);
  const contentElement = entry.one("atom:content");
  const content = atomText(contentElement, notes);
  const source = take(entry.all("atom:source"));
  const outOfLine = contentElement && attribute(contentElement, "src");
  const authors = atomPeople(entry.all("atom:author"));
  const draft: Draft = {
    where,
    guid: entry.text("atom:id", "atom:guid", "guid"),
    link: originalLinkOf(entry) ?? alternateOf(links) ?? outOfLine,
    base: element.base,
    bodyBase: contentElement?.base,
    title: atomText(entry.one("atom:title"), notes) ?? rssText(entry.one("media:title")),
    content: content ?? videoText(media.description),
    description: atomText(entry.one("atom:summary"), notes) ?? rssText(entry.one("atom:description", "description")),
    // RFC 4287 §4.2.1: an entry without authors has its source's, then its feed's.
    authors: authors.length > 0 ? authors : [...creatorsOf(entry), ...atomPeople(source.all("atom:author"))],
    // RFC 4287 §4.2.2.1: the term is the category; a label is one of its names for people.
    tags: [
      ...entry
        .all("atom:category")
        .map((category) => attribute(category, "term") ?? attribute(category, "label") ?? textOf(category)),
      ...entry.all("dc:subject").map(textOf),
      ...moduleTags(entry),
    ],
    language: contentElement?.lang || element.lang,
    credit: creditOf(source, notes),
    media: [
      ...media.media,
      ...enclosuresOf(links),
      ...(outOfLine && alternateOf(links)
        ? [{ url: outOfLine, type: parseMediaType(attribute(contentElement, "type")) }]
        : []),
    ],
    rights: rightsOf(entry, notes),
    published: entry.text("atom:published", "atom:issued", "atom:created", "dc:date", "atom:pubDate", "pubdate"),
    updated: entry.text("atom:updated", "atom:modified"),
    ...readAvailability(entry),
    notes,
  };
  noteUnread(links, entry, notes);
  if (element.cutOff) notes.push("the document ends inside it: the rest of its text is missing");
  return draft;
}

/** What of an entry an article cannot hold. Called last, when everything else was taken. */
function noteUnread(links: XmlElement[], entry: Taker, notes: string[]): void {
  const otherLinks = links.filter((link) => !["alternate", "enclosure"].includes(relationOf(link)));
  const otherAlternates = links.filter((link) => relationOf(link) === "alternate").length - 1;
  notes.push(...otherLinks.map((link) => `atom:link rel=${relationOf(link)} is left out`));
  if (otherAlternates > 0) notes.push("a second atom:link rel=alternate is left out");
  notes.push(...entry.left().map((name) => `${name} is left out`));
}

const creatorsOf = (entry: Taker): Person[] =>
  entry.all("dc:creator").flatMap((element) => parsePeople(textOf(element)));

/** RFC 4287 §4.2.11: an entry that was copied from another feed says from which. */
function creditOf(source: Taker, notes: string[]): { name: string; url?: string } | undefined {
  const title = atomText(source.one("atom:title"), notes);
  return title ? { name: toLine(title), url: alternateOf(source.all("atom:link")) } : undefined;
}

function rightsOf(entry: Taker, notes: string[]): string | undefined {
  const rights = atomText(entry.one("atom:rights", "dc:rights"), notes);
  return rights && toLine(rights);
}

/** A video feed's only text is its description; its line breaks matter. */
const videoText = (description: string | undefined): Text | undefined =>
  description === undefined ? undefined : unlessBlank({ type: "text", value: description });
