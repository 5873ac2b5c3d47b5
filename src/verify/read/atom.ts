import type { Value } from "../discrepancy.ts";
import { ATOM, DC, TOMBSTONE, XML } from "../parse/namespaces.ts";
import type { Element } from "../parse/xml.ts";
import { fromRfc3339 } from "../time.ts";
import { historyOf } from "./history.ts";
import { readMedia } from "./media.ts";
import { leftoversOf, once, Part } from "./part.ts";
import { readPartnerLogo, readProfile } from "./profile.ts";
import type { Places, Reading } from "./reading.ts";
import { stylesheetOf } from "./stylesheet.ts";

/** Atom 1.0 (RFC 4287), letter by letter. */
export function readAtom(root: Element, instructions: string[]): Reading {
  const part = new Part(root);
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

function readFeed(feed: Part): Places {
  for (const part of feed.take(`${ATOM}generator`)) part.text();
  return {
    id: once(feed.take(`${ATOM}id`)),
    title: once(feed.take(`${ATOM}title`), plainText),
    subtitle: once(feed.take(`${ATOM}subtitle`), plainText),
    updated: once(feed.take(`${ATOM}updated`), date),
    rights: once(feed.take(`${ATOM}rights`), plainText),
    logo: once(feed.take(`${ATOM}logo`)),
    icon: once(feed.take(`${ATOM}icon`)),
    "xml:lang": feed.attribute(`${XML}lang`),
    "link[alternate]": once(links(feed, "alternate"), href),
    "link[self]": once(links(feed, "self"), self),
    ...historyOf(feed),
    ...readPartnerLogo(feed, `${ATOM}url`),
    ...persons(feed, ["name", "uri"]),
  };
}

function readEntry(entry: Part, feed: Places): Places {
  const media = readMedia(entry);
  const enclosures = links(entry, "enclosure");
  const via = links(entry, "via");
  const images = (media["media:content[image]@url"] as Value[]).length;
  return {
    id: once(entry.take(`${ATOM}id`)),
    "link[alternate]": once(links(entry, "alternate"), href),
    title: once(entry.take(`${ATOM}title`), plainText),
    summary: once(entry.take(`${ATOM}summary`), plainText),
    content: once(entry.take(`${ATOM}content`), html),
    published: once(entry.take(`${ATOM}published`), date),
    updated: once(entry.take(`${ATOM}updated`), date),
    rights: once(entry.take(`${ATOM}rights`), plainText),
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

/** RFC 6721 §3. */
const readTombstone = (tombstone: Part): Places => ({
  id: tombstone.attribute("ref"),
  "deleted-entry@when": fromRfc3339(tombstone.attribute("when") ?? ""),
  "deleted-entry/comment": once(tombstone.take(`${TOMBSTONE}comment`)),
});

const persons = (parent: Part, of: string[]): Places => {
  const authors = parent.take(`${ATOM}author`);
  return Object.fromEntries(of.map((name) => [`author/${name}`, authors.map((part) => once(part.take(ATOM + name)))]));
};

const enclosureColumns = (kind: "image" | "file", parts: Part[]): Places => ({
  [`link[enclosure ${kind}]@href`]: parts.map(href),
  [`link[enclosure ${kind}]@type`]: parts.map((part) => part.attribute("type")),
  [`link[enclosure ${kind}]@length`]: parts.map((part) => part.attribute("length")),
  [`link[enclosure ${kind}]@title`]: parts.map((part) => part.attribute("title")),
});

/** A link without `rel` is an alternate (RFC 4287 §4.2.7.2). */
function links(parent: Part, rel: string): Part[] {
  const found = parent.take(`${ATOM}link`, (part) => (part.peek("rel") ?? "alternate") === rel);
  for (const part of found) part.attribute("rel");
  return found;
}

const href = (part: Part): Value => part.attribute("href");

function self(part: Part): Value {
  part.constant("type", "application/atom+xml");
  return href(part);
}

const date = (part: Part): Value => fromRfc3339(part.text());

/** A text construct is plain unless it says otherwise (RFC 4287 §3.1.1). */
function plainText(part: Part): Value {
  const type = part.attribute("type") ?? "text";
  return type === "text" ? part.text() : { type, text: part.text() };
}

function html(part: Part): Value {
  const type = part.attribute("type");
  return type === "html" ? part.text() : { type, text: part.text() };
}
