import { oneLine } from "../../article/text.ts";
import { absolute } from "../decide/address.ts";
import type { Draft, FeedDraft, FeedFacts, Media } from "../draft.ts";
import { asType } from "../values/media-type.ts";
import { type Person, personWith } from "../values/people.ts";
import { present, type Text, toLine } from "../values/text.ts";
import { positive, readMedia } from "./media.ts";
import { rssText } from "./rss-text.ts";
import { type Taker, take } from "./take.ts";
import { toXhtml } from "./xhtml.ts";
import { attribute, elements, textOf, type XmlElement } from "./xml.ts";

/** Atom 1.0 (RFC 4287), and 0.3 where it differs. */
export function readAtom(root: XmlElement): FeedDraft {
  const feed = take(root);
  const links = feed.all("atom:link");
  const title = atomText(feed.one("atom:title"), []);
  const rights = atomText(feed.one("atom:rights", "atom:copyright"), []);
  const facts: FeedFacts = {
    title: title && toLine(title),
    home: alternate(links),
    base: [href(links, "self"), alternate(links), feed.text("atom:id")].find((address) => absolute(address)),
    authors: people(feed.all("atom:author")),
    language: root.lang,
    rights: rights && toLine(rights),
    date: feed.text("atom:updated", "atom:modified"),
  };
  // A lone entry is a document too (RFC 4287 §2).
  const entries = root.name === "atom:entry" ? [root] : elements(root).filter((child) => child.name === "atom:entry");
  return {
    facts,
    drafts: entries.map((entry, index) => readEntry(entry, `entry ${index + 1}`)),
    skipped: [],
    notes: [],
  };
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
  const authors = people(entry.all("atom:author"));
  const draft: Draft = {
    where,
    guid: entry.text("atom:id"),
    link: alternate(links) ?? outOfLine,
    base: element.base,
    bodyBase: contentElement?.base,
    title: atomText(entry.one("atom:title"), notes) ?? rssText(entry.one("media:title")),
    content: content ?? video(media.description),
    description: atomText(entry.one("atom:summary"), notes),
    // RFC 4287 §4.2.1: an entry without authors has its source's, then its feed's.
    authors: authors.length > 0 ? authors : [...creators(entry), ...people(source.all("atom:author"))],
    // §4.2.2.1: the term is the category; a label is one of its names for people.
    tags: [
      ...entry
        .all("atom:category")
        .map((category) => attribute(category, "term") ?? attribute(category, "label") ?? ""),
      ...entry.all("dc:subject").map(textOf),
    ],
    language: contentElement?.lang || element.lang,
    credit: credit(source),
    media: [
      ...media.media,
      ...enclosures(links),
      ...(outOfLine && alternate(links) ? [{ url: outOfLine, type: asType(attribute(contentElement, "type")) }] : []),
    ],
    rights: rightsOf(entry, notes),
    published: entry.text("atom:published", "atom:issued", "atom:created", "dc:date"),
    updated: entry.text("atom:updated", "atom:modified"),
    notes,
  };
  const otherLinks = links.filter((link) => !["alternate", "enclosure"].includes(relation(link)));
  const otherAlternates = links.filter((link) => relation(link) === "alternate").length - 1;
  notes.push(...otherLinks.map((link) => `atom:link rel=${relation(link)} is left out`));
  if (otherAlternates > 0) notes.push("a second atom:link rel=alternate is left out");
  notes.push(...entry.left().map((name) => `${name} is left out`));
  if (element.cutOff) notes.push("the document ends inside it: the rest of its text is missing");
  return draft;
}

/** RFC 4287 §3.1 and §4.1.3.3; Atom 0.3's `mode` and media types are read alike. */
function atomText(element: XmlElement | undefined, notes: string[]): Text | undefined {
  if (!element) return undefined;
  const type = (attribute(element, "type") ?? "text").toLowerCase();
  const escaped = attribute(element, "mode") === "escaped";
  if (attribute(element, "mode") === "base64") {
    notes.push("content in base64 is left out");
    return undefined;
  }
  if (!escaped && /^(xhtml|application\/xhtml\+xml|text\/xhtml)$/.test(type))
    return present({ type: "html", value: toXhtml(xhtmlDiv(element)) });
  if (/html/.test(type))
    return hasMarkup(element)
      ? present({ type: "html", value: toXhtml(element) })
      : present({ type: "html", value: textOf(element) });
  // §4.1.3.3: XML that is no XHTML, and anything else that is no text, comes in base64; neither is for reading.
  if (!/^text(\/plain)?$/.test(type) && !type.startsWith("text/")) {
    if (textOf(element).trim() !== "") notes.push(`content of type ${type} is left out`);
    return undefined;
  }
  return hasMarkup(element)
    ? present({ type: "html", value: toXhtml(element) })
    : present({ type: "text", value: textOf(element) });
}

const hasMarkup = (element: XmlElement): boolean => elements(element).length > 0;

/** RFC 4287 §3.1.1.3: the `div` is no part of the text. */
function xhtmlDiv(element: XmlElement): XmlElement {
  const [only, ...others] = elements(element);
  const alone =
    others.length === 0 && element.children.every((child) => typeof child !== "string" || child.trim() === "");
  return only && alone && /(^|:)div$/.test(only.name) ? only : element;
}

const relation = (link: XmlElement): string =>
  attribute(link, "rel")?.replace("http://www.iana.org/assignments/relation/", "") ?? "alternate";

const href = (links: XmlElement[], rel: string): string | undefined =>
  links
    .filter((link) => relation(link) === rel)
    .map((link) => attribute(link, "href"))
    .find((address) => address !== undefined);

/** A page for people, before any other form of it; a relative one stays within its own `xml:base`. */
function alternate(links: XmlElement[]): string | undefined {
  const all = links.filter((link) => relation(link) === "alternate" && attribute(link, "href") !== undefined);
  const page = all.find((link) => /html/.test(attribute(link, "type") ?? "html")) ?? all[0];
  return page && resolveAll(page.base, attribute(page, "href"));
}

/** The innermost reference; what it resolves against in the end may still be unknown. */
const resolveAll = (base: string[], reference: string | undefined): string | undefined =>
  reference === undefined
    ? undefined
    : (URL.parse(
        reference,
        base.reduce<string | undefined>((outer, inner) => URL.parse(inner, outer)?.href ?? outer, undefined),
      )?.href ?? reference);

const enclosures = (links: XmlElement[]): Media[] =>
  links
    .filter((link) => relation(link) === "enclosure")
    .map((link) => ({
      url: resolveAll(link.base, attribute(link, "href")) ?? "",
      type: asType(attribute(link, "type")),
      length: positive(attribute(link, "length")),
      caption: attribute(link, "title"),
    }));

/** RFC 4287 §3.2; 0.3 called the address `url`. */
function people(elements: XmlElement[]): Person[] {
  return elements.flatMap((element) => {
    const person = take(element);
    const uri = person.text("atom:uri", "atom:url");
    return (
      personWith(
        person.text("atom:name") ?? (elements.length > 0 && !hasMarkup(element) ? textOf(element) : undefined),
        resolveAll(element.base, uri),
        person.text("atom:email"),
      ) ?? []
    );
  });
}

const creators = (entry: Taker): Person[] =>
  entry.all("dc:creator").flatMap((element) => personWith(textOf(element), undefined, undefined) ?? []);

/** §4.2.11: an entry that was copied from another feed says from which. */
function credit(source: Taker): { name: string; url?: string } | undefined {
  const name = source.text("atom:title");
  return name ? { name: oneLine(name), url: alternate(source.all("atom:link")) } : undefined;
}

function rightsOf(entry: Taker, notes: string[]): string | undefined {
  const rights = atomText(entry.one("atom:rights", "dc:rights"), notes);
  return rights && toLine(rights);
}

/** A video feed's only text is its description; its line breaks matter. */
const video = (description: string | undefined): Text | undefined =>
  description === undefined ? undefined : present({ type: "text", value: description });
