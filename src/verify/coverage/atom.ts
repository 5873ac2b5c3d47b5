import type { Attachment } from "../../article/article.ts";
import type { Entry, EntryImage } from "../../feed/feed.ts";
import { instant } from "../dates-as-read.ts";
import type { Value } from "../discrepancy.ts";
import { BOTH, type Coverage, digits, type FeedModel, LIBRARY, type Proof, proof, STRICT_XML } from "./field.ts";
import { historyProofs } from "./history.ts";
import { MEDIA_PROOFS } from "./media.ts";

const feed: Coverage<FeedModel> = {
  slug: { because: "it is our own name for the feed; readers see the URL that holds it" },
  id: [proof("id", STRICT_XML, ({ id }) => id)],
  title: [proof("title", BOTH, ({ title }) => title)],
  description: [proof("subtitle", STRICT_XML, ({ description }) => description)],
  home: [proof("link[alternate]", BOTH, ({ home }) => home)],
  "self.rss": { because: "each document names its own URL" },
  "self.atom": [proof("link[self]", BOTH, ({ self }) => self.atom)],
  "self.json": { because: "each document names its own URL" },
  hub: [proof("link[hub]", STRICT_XML, ({ hub }) => hub)],
  language: [proof("xml:lang", STRICT_XML, ({ language }) => language)],
  updated: [proof("updated", BOTH, ({ updated }) => instant(updated))],
  "publisher.name": [proof("author/name", STRICT_XML, ({ publisher }) => [publisher.name])],
  "publisher.url": [proof("author/uri", STRICT_XML, ({ publisher }) => [publisher.url])],
  "publisher.email": { because: "the masthead has no address" },
  rights: [proof("rights", STRICT_XML, ({ rights }) => rights)],
  "logo.url": [proof("logo", STRICT_XML, ({ logo }) => logo?.url)],
  "logo.width": { because: "atom:logo is a URL alone (RFC 4287 §4.2.8)" },
  "logo.height": { because: "atom:logo is a URL alone (RFC 4287 §4.2.8)" },
  icon: [proof("icon", STRICT_XML, ({ icon }) => icon)],
  ttl: { because: "Atom leaves the time to live to HTTP" },
  stylesheet: [proof("xml-stylesheet", STRICT_XML, ({ stylesheet }) => stylesheet)],
  ...historyProofs("atom"),
  published: { because: "a feed's one date is updated (RFC 4287 §4.1.1)" },
  partner_logo: [proof("snf:logo/url", STRICT_XML, ({ partner_logo }) => partner_logo)],
};

const image = (name: string, stored: (image: EntryImage) => Value): Proof<Entry> =>
  proof(`link[enclosure image]${name}`, STRICT_XML, (entry) => entry.images.map(stored));

const file = (name: string, stored: (file: Attachment) => Value): Proof<Entry> =>
  proof(`link[enclosure file]${name}`, STRICT_XML, (entry) => entry.attachments.map(stored));

const living: Coverage<Omit<Entry, "deleted">> = {
  id: [proof("id", BOTH, ({ id }) => id)],
  url: [proof("link[alternate]", BOTH, ({ url }) => url)],
  title: [proof("title", BOTH, ({ title }) => title)],
  summary: [proof("summary", BOTH, ({ summary }) => summary)],
  content_html: [proof("content", BOTH, ({ content_html }) => content_html)],
  published: [proof("published", BOTH, ({ published }) => instant(published))],
  updated: [proof("updated", STRICT_XML, ({ updated }) => instant(updated))],
  "authors.name": [
    proof("author/name", STRICT_XML, ({ authors }) => authors.map(({ name }) => name)),
    proof("author[1]/name", LIBRARY, ({ authors }) => authors[0]?.name),
  ],
  "authors.url": [proof("author/uri", STRICT_XML, ({ authors }) => authors.map(({ url }) => url))],
  "authors.email": [proof("author/email", STRICT_XML, ({ authors }) => authors.map(({ email }) => email))],
  categories: [proof("category@term", STRICT_XML, ({ categories }) => categories)],
  section: { because: "it leads the categories, and Atom does not tell it from them" },
  language: [proof("xml:lang", STRICT_XML, ({ language }) => language)],
  "images.url": [...MEDIA_PROOFS.image.url, image("@href", ({ url }) => url)],
  "images.type": [...MEDIA_PROOFS.image.type, image("@type", ({ type }) => type)],
  "images.width": MEDIA_PROOFS.image.width,
  "images.height": MEDIA_PROOFS.image.height,
  "images.length": [
    ...MEDIA_PROOFS.image.length,
    proof("link[enclosure image]@length", STRICT_XML, ({ images }) => images.map(({ length }) => digits(length))),
  ],
  "images.caption": [...MEDIA_PROOFS.image.caption, image("@title", ({ caption }) => caption)],
  "images.credit": MEDIA_PROOFS.image.credit,
  "images.rights": MEDIA_PROOFS.image.rights,
  "images.syndication_rights": MEDIA_PROOFS.image.syndication_rights,
  "images.license_id": MEDIA_PROOFS.image.license_id,
  "images.licensor": MEDIA_PROOFS.image.licensor,
  "attachments.url": [...MEDIA_PROOFS.file.url, file("@href", ({ url }) => url)],
  "attachments.type": [...MEDIA_PROOFS.file.type, file("@type", ({ type }) => type)],
  "attachments.length": [
    ...MEDIA_PROOFS.file.length,
    proof("link[enclosure file]@length", STRICT_XML, ({ attachments }) =>
      attachments.map(({ length }) => digits(length)),
    ),
  ],
  "attachments.duration": MEDIA_PROOFS.file.duration,
  "attachments.caption": [...MEDIA_PROOFS.file.caption, file("@title", ({ caption }) => caption)],
  "attachments.credit": MEDIA_PROOFS.file.credit,
  "attachments.rights": MEDIA_PROOFS.file.rights,
  "credit.name": [proof("link[via]@title", STRICT_XML, ({ credit }) => (credit ? [credit.name] : []))],
  "credit.url": [proof("link[via]@href", STRICT_XML, ({ credit }) => (credit?.url ? [credit.url] : []))],
  rights: [proof("rights", STRICT_XML, ({ rights }) => rights)],
  "corrections.at": {
    because: "Atom has no element for it; a correction moves updated, and its note stands in the text",
  },
  "corrections.note": {
    because: "Atom has no element for it; a correction moves updated, and its note stands in the text",
  },
  short_title: [proof("mi:shortTitle", STRICT_XML, ({ short_title }) => short_title)],
  modified: { because: "updated says it" },
  expires: [proof("dcterms:valid", STRICT_XML, ({ expires }) => expires && `end=${expires}; scheme=W3C-DTF`)],
  status: [proof("media:status@state", STRICT_XML, ({ status }) => status)],
};

/** A tombstone has its entry's id, and nothing else of it (RFC 6721 §3). */
const entry: Coverage<Entry> = {
  ...(Object.fromEntries(
    Object.entries(living).map(([field, line]) => [
      field,
      Array.isArray(line) && field !== "id" ? line.map(ofLiving) : line,
    ]),
  ) as typeof living),
  "deleted.at": [proof("deleted-entry@when", STRICT_XML, ({ deleted }) => deleted && instant(deleted.at))],
  "deleted.reason": [proof("deleted-entry/comment", STRICT_XML, ({ deleted }) => deleted?.reason)],
};

function ofLiving(line: Proof<Entry>): Proof<Entry> {
  return { ...line, stored: (entry, feed) => (entry.deleted ? undefined : line.stored(entry, feed)) };
}

export const ATOM_COVERAGE = { feed, entry };
