import type { Attachment, Author, Correction } from "../../article/article.ts";
import type { Entry, EntryImage } from "../../feed/feed.ts";
import { instant } from "../dates-as-read.ts";
import type { Value } from "../discrepancy.ts";
import { type Coverage, type FeedModel, type Proof, proof, STRICT_JSON } from "./field.ts";

const inJson = <Model>(place: string, stored: Proof<Model>["stored"]): Proof<Model> =>
  proof(place, STRICT_JSON, stored);

const feed: Coverage<FeedModel> = {
  slug: { because: "it is our own name for the feed; readers see the URL that holds it" },
  id: { because: "JSON Feed has no key for a feed's id: its feed_url is its identity" },
  title: [inJson("title", ({ title }) => title)],
  description: [inJson("description", ({ description }) => description)],
  home: [inJson("home_page_url", ({ home }) => home)],
  "self.rss": { because: "each document names its own URL" },
  "self.atom": { because: "each document names its own URL" },
  "self.json": [inJson("feed_url", ({ self }) => self.json)],
  hub: [
    inJson("hubs.type", ({ hub }) => (hub === undefined ? [] : ["WebSub"])),
    inJson("hubs.url", ({ hub }) => (hub === undefined ? [] : [hub])),
  ],
  language: [inJson("language", ({ language }) => language)],
  updated: { because: "JSON Feed has no key for it" },
  "publisher.name": [inJson("authors.name", ({ publisher }) => [publisher.name])],
  "publisher.url": [inJson("authors.url", ({ publisher }) => [publisher.url])],
  "publisher.email": { because: "the masthead has no address" },
  rights: [inJson("_wireproof.rights", ({ rights }) => rights)],
  "logo.url": { because: "JSON Feed's pictures are square: the icon stands there" },
  "logo.width": { because: "JSON Feed's pictures are square: the icon stands there" },
  "logo.height": { because: "JSON Feed's pictures are square: the icon stands there" },
  icon: [inJson("icon", ({ icon }) => icon)],
  ttl: { because: "JSON Feed leaves the time to live to HTTP" },
  stylesheet: { because: "JSON is shown without style sheets" },
  published: { because: "SmartFormat is RSS or Atom" },
  partner_logo: { because: "SmartFormat is RSS or Atom" },
  "history.archive": { because: "JSON Feed has no mark for it" },
  "history.previous": [inJson("next_url", ({ history }) => history?.previous?.json)],
  "history.next": { because: "JSON Feed leads backwards only" },
  "history.current": { because: "JSON Feed leads backwards only" },
};

const author = (key: string, stored: (author: Author) => Value) =>
  inJson<Entry>(`authors.${key}`, ({ authors }) => authors.map(stored));
/** The extension repeats the authors where one has an e-mail address, which JSON Feed has no key for. */
const contact = (key: string, stored: (author: Author) => Value) =>
  inJson<Entry>(`_wireproof.authors.${key}`, ({ authors }) =>
    authors.some(({ email }) => email) ? authors.map(stored) : [],
  );
const ownImage = (key: string, stored: (image: EntryImage) => Value) =>
  inJson<Entry>(`_wireproof.images.${key}`, ({ images }) => images.map(stored));
const image = (key: string, stored: (image: EntryImage, entry: Entry) => Value) =>
  inJson<Entry>(`attachments[image].${key}`, (entry) => entry.images.map((image) => stored(image, entry)));
const file = (key: string, stored: (file: Attachment, entry: Entry) => Value) =>
  inJson<Entry>(`attachments[file].${key}`, (entry) => entry.attachments.map((file) => stored(file, entry)));
/** The extension repeats the attachments where one has what JSON Feed has no key for, or not in every case. */
const ownFile = (key: string, stored: (file: Attachment) => Value) =>
  inJson<Entry>(`_wireproof.attachments.${key}`, ({ attachments }) =>
    attachments.some((file) => file.caption ?? file.credit ?? file.rights) ? attachments.map(stored) : [],
  );
const correction = (key: string, stored: (correction: Correction) => Value) =>
  inJson<Entry>(`_wireproof.corrections.${key}`, ({ corrections }) => corrections.map(stored));

/** Attachments with one title are alternates of one another (JSON Feed 1.1, "attachments"). */
const uniqueCaption = ({ caption }: EntryImage | Attachment, { images, attachments }: Entry): Value =>
  [...images, ...attachments].filter((other) => other.caption === caption).length === 1 ? caption : undefined;

const none = () => undefined;

const entry: Coverage<Entry> = {
  id: [inJson("id", ({ id }) => id)],
  url: [inJson("url", ({ url }) => url)],
  title: [inJson("title", ({ title }) => title)],
  summary: [
    inJson("summary", ({ summary }) => summary),
    // An item needs a content of one kind or the other.
    inJson("content_text", ({ summary, content_html }) => (content_html === undefined ? summary : undefined)),
  ],
  content_html: [inJson("content_html", ({ content_html }) => content_html)],
  published: [inJson("date_published", ({ published }) => instant(published))],
  updated: [inJson("date_modified", ({ updated }) => instant(updated))],
  "authors.name": [author("name", ({ name }) => name), contact("name", ({ name }) => name)],
  "authors.url": [author("url", ({ url }) => url), contact("url", ({ url }) => url)],
  "authors.email": [contact("email", ({ email }) => email)],
  categories: [inJson("tags", ({ categories }) => categories)],
  section: [inJson("_wireproof.section", ({ section }) => section)],
  language: [inJson("language", ({ language }) => language)],
  "images.url": [
    ownImage("url", ({ url }) => url),
    image("url", ({ url }) => url),
    inJson("image", ({ images }) => images[0]?.url),
  ],
  "images.type": [ownImage("type", ({ type }) => type), image("mime_type", ({ type }) => type)],
  "images.width": [ownImage("width", ({ width }) => width)],
  "images.height": [ownImage("height", ({ height }) => height)],
  "images.length": [
    ownImage("length", ({ length }) => length),
    image("size_in_bytes", ({ length }) => length),
    image("duration_in_seconds", none),
  ],
  "images.caption": [ownImage("caption", ({ caption }) => caption), image("title", uniqueCaption)],
  "images.credit": [ownImage("credit", ({ credit }) => credit)],
  "images.rights": [ownImage("rights", ({ rights }) => rights)],
  "images.syndication_rights": [ownImage("syndication_rights", ({ syndication_rights }) => syndication_rights)],
  "images.license_id": [ownImage("license_id", ({ license_id }) => license_id)],
  "images.licensor": [ownImage("licensor", ({ licensor }) => licensor)],
  "attachments.url": [file("url", ({ url }) => url), ownFile("url", ({ url }) => url)],
  "attachments.type": [file("mime_type", ({ type }) => type), ownFile("type", ({ type }) => type)],
  "attachments.length": [file("size_in_bytes", ({ length }) => length), ownFile("length", ({ length }) => length)],
  "attachments.duration": [
    file("duration_in_seconds", ({ duration }) => duration),
    ownFile("duration", ({ duration }) => duration),
  ],
  "attachments.caption": [file("title", uniqueCaption), ownFile("caption", ({ caption }) => caption)],
  "attachments.credit": [ownFile("credit", ({ credit }) => credit)],
  "attachments.rights": [ownFile("rights", ({ rights }) => rights)],
  "credit.name": [inJson("_wireproof.credit.name", ({ credit }) => credit?.name)],
  "credit.url": [inJson("_wireproof.credit.url", ({ credit }) => credit?.url)],
  rights: [inJson("_wireproof.rights", ({ rights }) => rights)],
  "corrections.at": [correction("at", ({ at }) => at)],
  "corrections.note": [correction("note", ({ note }) => note)],
  "deleted.at": [inJson("_wireproof.deleted.at", ({ deleted }) => deleted?.at)],
  short_title: [inJson("_wireproof.short_title", ({ short_title }) => short_title)],
  modified: { because: "date_modified says it" },
  expires: [inJson("_wireproof.expires", ({ expires }) => expires)],
  status: [inJson("_wireproof.status", ({ status }) => status)],
  "deleted.reason": [inJson("_wireproof.deleted.reason", ({ deleted }) => deleted?.reason)],
};

export const JSON_COVERAGE = { feed, entry };
