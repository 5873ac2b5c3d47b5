import { Feed as FeedWriter } from "feed";
import type { Author } from "../article/article.ts";
import type { Entry, Feed } from "../feed/feed.ts";
import { type ElementLiteral, elementsToXml, extensions } from "./element.ts";
import { textAsHtml } from "./escape.ts";
import { HISTORY_NAMESPACE, historyLinks, markArchive } from "./history.ts";
import { mediaElements, SHARED_NAMESPACES } from "./media-rss.ts";
import { msnTitle, msnValidity } from "./profiles/msn.ts";
import { profileNamespaces } from "./profiles/namespaces.ts";
import { smartnewsLogo, smartnewsStatus } from "./profiles/smartnews.ts";
import { assemble, type Parts, type Rendered } from "./rendered.ts";
import { Slots } from "./slots.ts";
import { linkStylesheet } from "./stylesheet.ts";
import { WrittenEntries } from "./written-entries.ts";

const ITEMS = new WrittenEntries();

/** RSS 2.0, with Dublin Core bylines, full text in `content:encoded`, and Media RSS. */
export const renderRss = (feed: Feed): Rendered => assemble(ITEMS.partsOf(feed, (entries) => write(feed, entries)));

function write(feed: Feed, entries: Entry[]): Parts {
  const slots = new Slots();
  const writer = new FeedWriter({
    id: feed.id,
    title: slots.text(feed.title),
    description: slots.text(feed.description),
    link: slots.text(feed.home),
    feed: slots.text(feed.self.rss),
    language: feed.language,
    updated: new Date(feed.updated),
    copyright: feed.rights === undefined ? "" : slots.text(feed.rights),
    image: feed.logo && slots.text(feed.logo.url),
    ttl: feed.ttl,
    generator: "Wireproof",
  });
  writer.addExtension({
    name: "_attributes",
    objects: {
      ...SHARED_NAMESPACES,
      ...(feed.history?.archive ? HISTORY_NAMESPACE : {}),
      ...profileNamespaces(feed, "rss"),
    },
  });
  // `rss-parser` takes the first link for the feed's own, whatever its rel.
  const links = [selfLink(feed, slots), ...hubLink(feed, slots), ...historyLinks(feed, "rss", slots)];
  writer.addExtension({ name: "atom:link", objects: links as never });
  if (feed.logo) writer.addExtension({ name: "image", objects: logo(feed, feed.logo, slots) });
  for (const entry of entries) {
    writer.addItem({
      title: slots.text(entry.title),
      link: slots.text(entry.url),
      date: new Date(entry.updated),
      published: new Date(entry.published),
      content: entry.content_html === undefined ? undefined : slots.cdata(entry.content_html),
      // Present though empty: readers and validators expect it before `content:encoded`.
      description: slots.cdata(textAsHtml(entry.summary ?? "")),
      extensions: extensions(item(entry, feed, slots)),
    });
  }
  // `feed` puts the extensions of a channel behind its items; these have to stand ahead of them.
  const skeleton = writer.rss2().replace("<generator>", `${elementsToXml(channel(feed, slots))}<generator>`);
  return slots.fill(linkStylesheet(markArchive(skeleton, feed, "<generator>"), feed), "item");
}

const channel = (feed: Feed, slots: Slots): Record<string, ElementLiteral | undefined> => ({
  pubDate: feed.published === undefined ? undefined : { _text: new Date(feed.published).toUTCString() },
  "snf:logo": smartnewsLogo(feed, slots),
});

const selfLink = (feed: Feed, slots: Slots): ElementLiteral => ({
  _attributes: { href: slots.text(feed.self.rss), rel: "self", type: "application/rss+xml" },
});

const hubLink = ({ hub }: Feed, slots: Slots): ElementLiteral[] =>
  hub === undefined ? [] : [{ _attributes: { href: slots.text(hub), rel: "hub" } }];

/** What `feed` does not write, or writes wrong: named as it names them, these replace its own. */
function item(entry: Entry, feed: Feed, slots: Slots): Record<string, unknown> {
  return {
    _attributes: entry.language === feed.language ? undefined : { "xml:lang": entry.language },
    title: { _text: slots.text(entry.title) },
    guid: { _attributes: { isPermaLink: "false" }, _text: slots.text(entry.id) },
    "atom:updated": { _text: entry.updated },
    "dc:creator": entry.authors.map((author) => ({ _text: slots.text(author.name) })),
    ...contacts(entry.authors, slots),
    category: entry.categories.map((category) => ({ _text: slots.text(category) })),
    source: entry.credit?.url && {
      _attributes: { url: slots.text(entry.credit.url) },
      _text: slots.text(entry.credit.name),
    },
    "dc:source": entry.credit && !entry.credit.url ? { _text: slots.text(entry.credit.name) } : undefined,
    "dc:rights": entry.rights && { _text: slots.text(entry.rights) },
    "dcterms:modified": (entry.deleted?.at ?? entry.modified) && { _text: entry.deleted?.at ?? entry.modified },
    ...msnValidity(entry.deleted?.at ?? entry.expires),
    ...msnTitle(entry, slots),
    enclosure: enclosure(entry, slots),
    "media:content": mediaElements(entry, slots),
    ...smartnewsStatus(entry),
  };
}

/**
 * `dc:creator` holds a name only. Where an author has an address, all stand once more as Atom persons; an RSS item may
 * have one `atom:author`, so those after the first are contributors.
 */
function contacts(authors: Author[], slots: Slots): Record<string, ElementLiteral | ElementLiteral[]> {
  if (!authors.some(({ url, email }) => url !== undefined || email !== undefined)) return {};
  const [first, ...others] = authors.map((author) => person(author, slots));
  return { "atom:author": first as ElementLiteral, "atom:contributor": others };
}

const person = (author: Author, slots: Slots): ElementLiteral => ({
  "atom:name": { _text: slots.text(author.name) },
  "atom:uri": author.url === undefined ? undefined : { _text: slots.text(author.url) },
  "atom:email": author.email === undefined ? undefined : { _text: slots.text(author.email) },
});

/** RSS readers take one enclosure only, and its length is required: 0 where it is not known. */
function enclosure(entry: Entry, slots: Slots): ElementLiteral | undefined {
  const file = entry.attachments[0] ?? entry.images[0];
  return file && { _attributes: { url: slots.text(file.url), length: file.length ?? 0, type: slots.text(file.type) } };
}

const logo = (feed: Feed, image: NonNullable<Feed["logo"]>, slots: Slots): ElementLiteral => ({
  url: { _text: slots.text(image.url) },
  title: { _text: slots.text(feed.title) },
  link: { _text: slots.text(feed.home) },
  width: { _text: String(image.width) },
  height: { _text: String(image.height) },
});
