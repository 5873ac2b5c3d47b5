import { Feed as FeedWriter } from "feed";
import type { Entry, Feed } from "../feed/feed.ts";
import { type ElementLiteral, elementsToXml } from "./element.ts";
import { HISTORY_NAMESPACE, historyLinks, markArchive } from "./history.ts";
import { mediaElements, SHARED_NAMESPACES } from "./media-rss.ts";
import { msnTitle, msnValidity } from "./profiles/msn.ts";
import { profileNamespaces } from "./profiles/namespaces.ts";
import { smartnewsLogo, smartnewsStatus } from "./profiles/smartnews.ts";
import { assemble, type Parts, type Rendered } from "./rendered.ts";
import { Slots } from "./slots.ts";
import { linkStylesheet } from "./stylesheet.ts";
import { WrittenEntries } from "./written-entries.ts";

const ENTRIES = new WrittenEntries();

/** Atom 1.0. `feed` writes the document; what it cannot say is put in by one finishing step. */
export function renderAtom(feed: Feed): Rendered {
  const parts = ENTRIES.partsOf(feed, (entries) => write(feed, entries));
  return assemble({ ...parts, entries: withUniqueUpdated(feed.entries, parts.entries) });
}

function write(feed: Feed, entries: Entry[]): Parts {
  const slots = new Slots();
  const writer = new FeedWriter({
    id: slots.text(feed.id),
    title: slots.text(feed.title),
    description: slots.text(feed.description),
    link: slots.text(feed.home),
    feed: slots.text(feed.self.atom),
    hub: feed.hub && slots.text(feed.hub),
    updated: new Date(feed.updated),
    author: { name: slots.text(feed.publisher.name), link: feed.publisher.url && slots.text(feed.publisher.url) },
    copyright: feed.rights === undefined ? "" : slots.text(feed.rights),
    image: feed.logo && slots.text(feed.logo.url),
    favicon: feed.icon && slots.text(feed.icon),
    generator: "Wireproof",
  });
  for (const entry of entries.filter(isLiving)) {
    writer.addItem({
      id: slots.text(entry.id),
      title: slots.text(entry.title),
      link: slots.text(entry.url),
      date: new Date(entry.updated),
      published: new Date(entry.published),
      description: entry.summary === undefined ? undefined : slots.text(entry.summary),
      content: entry.content_html === undefined ? undefined : slots.cdata(entry.content_html),
      author: entry.authors.map((author) => ({
        name: slots.text(author.name),
        email: author.email && slots.text(author.email),
        link: author.url && slots.text(author.url),
      })),
      copyright: entry.rights === undefined ? undefined : slots.text(entry.rights),
    });
  }
  return slots.fill(finish(writer.atom1(), feed, entries, slots), "entry", "at:deleted-entry");
}

/** The skeleton holds no text yet, so tags can be found by their letters. */
function finish(skeleton: string, feed: Feed, entries: Entry[], slots: Slots): string {
  const [head = "", ...pieces] = skeleton.split("<entry>");
  const finished = entries.filter(isLiving).map((entry, index) =>
    (entry.language === feed.language ? "<entry>" : `<entry xml:lang="${entry.language}">`)
      .concat(pieces[index] ?? "")
      .replace(/<(title|summary) type="html"><!\[CDATA\[(.*?)\]\]>/g, "<$1>$2")
      .replace(/<updated>[^<]*/, `<updated>${entry.updated}`)
      .replace("</entry>", `${elementsToXml(extras(entry, slots))}</entry>`),
  );
  const graves = tombstones(entries, slots);
  const namespaces = {
    ...SHARED_NAMESPACES,
    ...(feed.history?.archive ? HISTORY_NAMESPACE : {}),
    ...(feed.entries.every(isLiving) ? {} : TOMBSTONE_NAMESPACE),
    ...profileNamespaces(feed, "atom"),
  };
  const attributes = Object.entries(namespaces).map(([name, uri]) => ` ${name}="${uri}"`);
  const links = elementsToXml({ link: historyLinks(feed, "atom", slots), "snf:logo": smartnewsLogo(feed, slots) });
  return linkStylesheet(markArchive(head, feed, "<generator>"), feed)
    .replace("<feed ", `<feed xml:lang="${feed.language}"${attributes.join("")} `)
    .replace("<generator>", `${links}<generator>`)
    .concat(...finished)
    .replace(/<\/feed>\s*$/, `${graves}</feed>`);
}

/** A story that was taken back is told to machines by a tombstone, and has no entry. Tombstones come last. */
const isLiving = ({ deleted }: Entry): boolean => deleted === undefined;

/** What tells machines which entries are no more, when and why (RFC 6721 §3). */
const tombstones = (entries: Entry[], slots: Slots): string =>
  elementsToXml({
    "at:deleted-entry": entries.flatMap(({ id, deleted }) =>
      deleted
        ? {
            _attributes: { ref: slots.text(id), when: deleted.at },
            "at:comment": deleted.reason === undefined ? undefined : { _text: slots.text(deleted.reason) },
          }
        : [],
    ),
  });

const TOMBSTONE_NAMESPACE = { "xmlns:at": "http://purl.org/atompub/tombstones/1.0" };

function extras(entry: Entry, slots: Slots): Record<string, ElementLiteral | ElementLiteral[] | undefined> {
  return {
    category: entry.categories.map((category) => ({ _attributes: { term: slots.text(category) } })),
    link: [...enclosures(entry, slots), ...via(entry, slots)],
    "dc:source": entry.credit && !entry.credit.url ? { _text: slots.text(entry.credit.name) } : undefined,
    "media:content": mediaElements(entry, slots),
    ...msnTitle(entry, slots),
    ...msnValidity(entry.expires),
    ...smartnewsStatus(entry),
  };
}

/** A link to each file of an entry, pictures first (RFC 4287 §4.2.7.2). */
const enclosures = (entry: Entry, slots: Slots): ElementLiteral[] =>
  [...entry.images, ...entry.attachments].map((file) => ({
    _attributes: {
      rel: "enclosure",
      href: slots.text(file.url),
      type: slots.text(file.type),
      length: file.length,
      title: file.caption === undefined ? undefined : slots.text(file.caption),
    },
  }));

/** A link to where the information came from (RFC 4287 §4.2.7.2). */
const via = ({ credit }: Entry, slots: Slots): ElementLiteral[] =>
  credit?.url === undefined
    ? []
    : [{ _attributes: { rel: "via", href: slots.text(credit.url), title: slots.text(credit.name) } }];

/**
 * No two entries may share `updated`, or readers that sort by it shuffle them: ties are broken in microseconds, which
 * RFC 3339 allows and no clock of ours reaches.
 *
 * @param texts the entries as they are written: of tags in them only their own are written as such, and `updated` is one of the first
 */
function withUniqueUpdated(entries: Entry[], texts: string[]): string[] {
  const seen = new Map<string, number>();
  return entries.map(({ updated, deleted }, index) => {
    const text = texts[index] ?? "";
    if (deleted) return text;
    const ties = seen.get(updated) ?? 0;
    seen.set(updated, ties + 1);
    if (ties === 0) return text;
    const milliseconds = new Date(updated).toISOString().slice(0, -1);
    return text.replace(/<updated>[^<]*/, `<updated>${milliseconds}${String(ties).padStart(3, "0")}Z`);
  });
}
