import type { Author } from "../../article/article.ts";
import type { Entry } from "../../feed/feed.ts";
import { instant, wholeSecond } from "../dates-as-read.ts";
import type { Value } from "../discrepancy.ts";
import { BOTH, type Coverage, digits, type FeedModel, LIBRARY, type Proof, proof, STRICT_XML } from "./field.ts";
import { historyProofs } from "./history.ts";
import { MEDIA_PROOFS } from "./media.ts";

const feed: Coverage<FeedModel> = {
  slug: { because: "it is our own name for the feed; readers see the URL that holds it" },
  id: { because: "RSS has no element for a feed's id: its URL is its identity" },
  title: [
    proof("title", BOTH, ({ title }) => title),
    // RSS 2.0 asks that the image repeats title and link.
    proof("image/title", BOTH, ({ title, logo }) => logo && title),
  ],
  description: [proof("description", BOTH, ({ description }) => description)],
  home: [proof("link", BOTH, ({ home }) => home), proof("image/link", BOTH, ({ home, logo }) => logo && home)],
  "self.rss": [
    proof("atom:link[self]", BOTH, ({ self }) => self.rss),
    // Programs take the first for it, whatever its rel.
    proof("atom:link[1]", LIBRARY, ({ self }) => self.rss),
  ],
  "self.atom": { because: "each document names its own URL" },
  "self.json": { because: "each document names its own URL" },
  hub: [proof("atom:link[hub]", STRICT_XML, ({ hub }) => hub)],
  language: [proof("language", BOTH, ({ language }) => language)],
  updated: [proof("lastBuildDate", BOTH, ({ updated }) => wholeSecond(updated))],
  "publisher.name": {
    because: "RSS has a title for a channel, and addresses of its staff, but no name of its publisher",
  },
  "publisher.url": { because: "RSS has no element for it" },
  "publisher.email": { because: "the masthead has no address" },
  rights: [proof("copyright", BOTH, ({ rights }) => rights)],
  "logo.url": [proof("image/url", BOTH, ({ logo }) => logo?.url)],
  "logo.width": [proof("image/width", BOTH, ({ logo }) => digits(logo?.width))],
  "logo.height": [proof("image/height", BOTH, ({ logo }) => digits(logo?.height))],
  icon: { because: "RSS has one image, and that is the logo" },
  ttl: [proof("ttl", BOTH, ({ ttl }) => digits(ttl))],
  stylesheet: [proof("xml-stylesheet", STRICT_XML, ({ stylesheet }) => stylesheet)],
  ...historyProofs("rss"),
  published: [proof("pubDate", STRICT_XML, ({ published }) => published && wholeSecond(published))],
  partner_logo: [proof("snf:logo/url", STRICT_XML, ({ partner_logo }) => partner_logo)],
};

/** An item has one enclosure: the first attachment, or else the first image. */
const enclosure = ({ attachments, images }: Entry) => attachments[0] ?? images[0];

/** Where one author has an address, all stand once more as Atom persons. */
const persons = ({ authors }: Entry): Author[] => (authors.some(({ url, email }) => url ?? email) ? authors : []);

const person = (name: string, stored: (author: Author) => Value): Proof<Entry> =>
  proof(`atom:author/${name}`, STRICT_XML, (entry) => persons(entry).map(stored));

/** A validity that ends, or has ended by a deletion, as a DCMI Period. */
const VALID: Proof<Entry> = proof("dcterms:valid", STRICT_XML, ({ deleted, expires }) => {
  const end = deleted?.at ?? expires;
  return end && `end=${end}; scheme=W3C-DTF`;
});
const MODIFIED: Proof<Entry> = proof(
  "dcterms:modified",
  STRICT_XML,
  ({ deleted, modified }) => deleted?.at ?? modified,
);

const entry: Coverage<Entry> = {
  id: [proof("id", BOTH, ({ id }) => id)],
  url: [proof("link", BOTH, ({ url }) => url)],
  title: [proof("title", BOTH, ({ title }) => title)],
  summary: [proof("description", BOTH, ({ summary }) => summary ?? "")],
  content_html: [proof("content:encoded", BOTH, ({ content_html }) => content_html)],
  published: [proof("pubDate", BOTH, ({ published }) => wholeSecond(published))],
  updated: [proof("atom:updated", STRICT_XML, ({ updated }) => instant(updated))],
  "authors.name": [
    proof("dc:creator", BOTH, ({ authors }) => authors.map(({ name }) => name)),
    person("atom:name", ({ name }) => name),
    // An item may have one atom:author; the others are contributors.
    proof("atom:author", STRICT_XML, (entry) => persons(entry).map((_, index) => index === 0)),
  ],
  "authors.url": [person("atom:uri", ({ url }) => url)],
  "authors.email": [person("atom:email", ({ email }) => email)],
  categories: [proof("category", BOTH, ({ categories }) => categories)],
  section: { because: "it leads the categories, and RSS does not tell it from them" },
  language: [proof("xml:lang", STRICT_XML, ({ language }) => language)],
  "images.url": MEDIA_PROOFS.image.url,
  "images.type": MEDIA_PROOFS.image.type,
  "images.width": MEDIA_PROOFS.image.width,
  "images.height": MEDIA_PROOFS.image.height,
  "images.length": MEDIA_PROOFS.image.length,
  "images.caption": MEDIA_PROOFS.image.caption,
  "images.credit": MEDIA_PROOFS.image.credit,
  "images.rights": MEDIA_PROOFS.image.rights,
  "images.syndication_rights": MEDIA_PROOFS.image.syndication_rights,
  "images.license_id": MEDIA_PROOFS.image.license_id,
  "images.licensor": MEDIA_PROOFS.image.licensor,
  "attachments.url": [...MEDIA_PROOFS.file.url, proof("enclosure@url", BOTH, (entry) => enclosure(entry)?.url)],
  "attachments.type": [...MEDIA_PROOFS.file.type, proof("enclosure@type", BOTH, (entry) => enclosure(entry)?.type)],
  "attachments.length": [
    ...MEDIA_PROOFS.file.length,
    // The length is required, and 0 where it is not known.
    proof("enclosure@length", BOTH, (entry) => enclosure(entry) && String(enclosure(entry)?.length ?? 0)),
  ],
  "attachments.duration": MEDIA_PROOFS.file.duration,
  "attachments.caption": MEDIA_PROOFS.file.caption,
  "attachments.credit": MEDIA_PROOFS.file.credit,
  "attachments.rights": MEDIA_PROOFS.file.rights,
  "credit.name": [proof("source", STRICT_XML, ({ credit }) => (credit ? [credit.name] : []))],
  "credit.url": [proof("source@url", STRICT_XML, ({ credit }) => (credit?.url ? [credit.url] : []))],
  rights: [proof("dc:rights", BOTH, ({ rights }) => rights)],
  "corrections.at": {
    because: "RSS has no element for it; a correction moves atom:updated, and its note stands in the text",
  },
  "corrections.note": {
    because: "RSS has no element for it; a correction moves atom:updated, and its note stands in the text",
  },
  short_title: [proof("mi:shortTitle", STRICT_XML, ({ short_title }) => short_title)],
  modified: [MODIFIED],
  expires: [VALID],
  status: [proof("media:status@state", STRICT_XML, ({ status }) => status)],
  "deleted.at": [VALID, MODIFIED],
  "deleted.reason": { because: "RSS has no element for it; the notice says it" },
};

export const RSS_COVERAGE = { feed, entry };
