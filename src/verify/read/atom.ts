import { fromRfc3339 } from "../dates-as-read.ts";
import type { Value } from "../discrepancy.ts";
import { ATOM, DC, TOMBSTONE, XML } from "../parse/namespaces.ts";
import type { ParsedElement } from "../parse/xml.ts";
import { historyOf } from "./history.ts";
import { readMediaRss } from "./media.ts";
import { readPartnerLogo, readProfile } from "./profile.ts";
import type { Places, Reading } from "./reading.ts";
import { stylesheetOf } from "./stylesheet.ts";
import { leftoversOf, once, UnreadElement } from "./unread-element.ts";

/**
 * Atom 1.0 (RFC 4287), letter by letter. Tombstones count as entries, which come last.
 *
 * @param instructions the document's processing instructions
 */
export function readAtomStrictly(root: ParsedElement, instructions: string[]): Reading {
  const part = new UnreadElement(root);
  if (part.name !== `${ATOM}feed`)
    return { feed: {}, entries: [], unexpected: [{ field: "document", read: `<${part.name}>` }] };
  const living = part.takeAway(`${ATOM}entry`);
  const tombstones = part.takeAway(`${TOMBSTONE}deleted-entry`);
  const children = [...living, ...tombstones];
  const feed: Places = { "xml-stylesheet": stylesheetOf(instructions), ...readFeed(part) };
  const entries = [...living.map((entry) => readEntry(entry, feed)), ...tombstones.map(readTombstone)];
  const entriesLeft = leftoversOf(
    children,
    entries.map((entry) => entry.id),
  );
  return { feed, entries, unexpected: [...part.leftovers(), ...entriesLeft] };
}

function readFeed(feed: UnreadElement): Places {
  for (const part of feed.take(`${ATOM}generator`)) part.text();
  return {
    id: once(feed.take(`${ATOM}id`)),
    title: once(feed.take(`${ATOM}title`), textConstruct),
    subtitle: once(feed.take(`${ATOM}subtitle`), textConstruct),
    updated: once(feed.take(`${ATOM}updated`), readDate),
    rights: once(feed.take(`${ATOM}rights`), textConstruct),
    logo: once(feed.take(`${ATOM}logo`)),
    icon: once(feed.take(`${ATOM}icon`)),
    "xml:lang": feed.attribute(`${XML}lang`),
    "link[alternate]": once(links(feed, "alternate"), href),
    "link[self]": once(links(feed, "self"), selfHref),
    "link[hub]": once(links(feed, "hub"), href),
    ...historyOf(feed),
    ...readPartnerLogo(feed, `${ATOM}url`),
    ...persons(feed, ["name", "uri"]),
  };
}

function readEntry(entry: UnreadElement, feed: Places): Places {
  const media = readMediaRss(entry);
  const enclosures = links(entry, "enclosure");
  const via = links(entry, "via");
  const images = (media["media:content[image]@url"] as Value[]).length;
  return {
    id: once(entry.take(`${ATOM}id`)),
    "link[alternate]": once(links(entry, "alternate"), href),
    title: once(entry.take(`${ATOM}title`), textConstruct),
    summary: once(entry.take(`${ATOM}summary`), textConstruct),
    content: once(entry.take(`${ATOM}content`), htmlConstruct),
    published: once(entry.take(`${ATOM}published`), readDate),
    updated: once(entry.take(`${ATOM}updated`), readDate),
    rights: once(entry.take(`${ATOM}rights`), textConstruct),
    "category@term": entry.take(`${ATOM}category`).map((part) => part.attribute("term")),
    "xml:lang": entry.attribute(`${XML}lang`) ?? feed["xml:lang"],
    "link[via]@href": via.map(href),
    "link[via]@title": [
      ...via.map((part) => part.attribute("title")),
      ...entry.take(`${DC}source`).map((part) => part.text()),
    ],
    ...persons(entry, ["name", "uri", "email"]),
    // Images come first, and only Media RSS says which links are theirs.
    ...enclosureColumns("image", enclosures.slice(0, images)),
    ...enclosureColumns("file", enclosures.slice(images)),
    ...media,
    ...readProfile(entry),
    "deleted-entry@when": undefined,
    "deleted-entry/comment": undefined,
  };
}

/** A tombstone has the id of its entry, and nothing else of it (RFC 6721 §3). */
const readTombstone = (tombstone: UnreadElement): Places => ({
  id: tombstone.attribute("ref"),
  "deleted-entry@when": fromRfc3339(tombstone.attribute("when") ?? ""),
  "deleted-entry/comment": once(tombstone.take(`${TOMBSTONE}comment`)),
});

const persons = (parent: UnreadElement, of: string[]): Places => {
  const authors = parent.take(`${ATOM}author`);
  return Object.fromEntries(of.map((name) => [`author/${name}`, authors.map((part) => once(part.take(ATOM + name)))]));
};

const enclosureColumns = (kind: "image" | "file", parts: UnreadElement[]): Places => ({
  [`link[enclosure ${kind}]@href`]: parts.map(href),
  [`link[enclosure ${kind}]@type`]: parts.map((part) => part.attribute("type")),
  [`link[enclosure ${kind}]@length`]: parts.map((part) => part.attribute("length")),
  [`link[enclosure ${kind}]@title`]: parts.map((part) => part.attribute("title")),
});

/** A link without `rel` is an alternate (RFC 4287 §4.2.7.2). */
function links(parent: UnreadElement, rel: string): UnreadElement[] {
  const found = parent.take(`${ATOM}link`, (part) => (part.peek("rel") ?? "alternate") === rel);
  for (const part of found) part.attribute("rel");
  return found;
}

const href = (part: UnreadElement): Value => part.attribute("href");

function selfHref(part: UnreadElement): Value {
  part.constant("type", "application/atom+xml");
  return href(part);
}

const readDate = (part: UnreadElement): Value => fromRfc3339(part.text());

/** A text construct is plain unless it says otherwise (RFC 4287 §3.1.1). */
function textConstruct(part: UnreadElement): Value {
  const type = part.attribute("type") ?? "text";
  return type === "text" ? part.text() : { type, text: part.text() };
}

function htmlConstruct(part: UnreadElement): Value {
  const type = part.attribute("type");
  return type === "html" ? part.text() : { type, text: part.text() };
}
