import { Feed as FeedWriter } from "feed";
import type { Attachment, Author } from "../article/article.ts";
import type { Entry, Feed } from "../feed/feed.ts";
import { extensions } from "./element.ts";
import { assemble, type Parts, type Rendered } from "./rendered.ts";
import { WrittenEntries } from "./written-entries.ts";

const ITEMS = new WrittenEntries();

/** JSON Feed 1.1. The bodies are put in last, so that the indentation is taken out of a short text. */
export const renderJson = (feed: Feed): Rendered =>
  assemble(
    ITEMS.partsOf(feed, (entries) => write(feed, entries)),
    ",",
  );

function write(feed: Feed, entries: Entry[]): Parts {
  const bodies: string[] = [];
  const writer = new FeedWriter({
    id: feed.id,
    title: feed.title,
    description: feed.description,
    link: feed.home,
    feedLinks: { json: feed.self.json },
    image: feed.icon,
    copyright: "",
  });
  for (const extension of extensions(feedFields(feed))) writer.addExtension(extension);
  for (const entry of entries) {
    writer.addItem({
      id: entry.id,
      title: entry.title,
      link: entry.url,
      date: new Date(entry.updated),
      published: new Date(entry.published),
      extensions: extensions(itemFields(entry, feed, bodies)),
    });
  }
  return finish(writer.json1(), bodies);
}

/** Replaces what `feed` writes for version 1; `undefined` drops a key. */
const feedFields = (feed: Feed): Record<string, unknown> => ({
  version: "https://jsonfeed.org/version/1.1",
  next_url: feed.history?.previous?.json,
  hubs: feed.hub && [{ type: "WebSub", url: feed.hub }],
  language: feed.language,
  authors: [author(feed.publisher)],
  _wireproof: { about: new URL("/", feed.self.json).href, rights: feed.rights },
});

const itemFields = (entry: Entry, feed: Feed, bodies: string[]): Record<string, unknown> => ({
  summary: entry.summary,
  content_html: entry.content_html === undefined ? undefined : `${MARK}${bodies.push(entry.content_html) - 1}`,
  content_text: entry.content_html === undefined ? entry.summary : undefined,
  image: entry.images[0]?.url,
  authors: some(entry.authors.map(author)),
  tags: some(entry.categories),
  language: entry.language === feed.language ? undefined : entry.language,
  attachments: some(attachments(entry)),
  _wireproof: trimmed({
    section: entry.section,
    authors: entry.authors.some(({ email }) => email !== undefined) ? entry.authors : undefined,
    images: some(entry.images),
    attachments: entry.attachments.some(isDescribed) ? entry.attachments : undefined,
    credit: entry.credit,
    rights: entry.rights,
    corrections: some(entry.corrections),
    short_title: entry.short_title,
    expires: entry.expires,
    status: entry.status,
    deleted: entry.deleted,
  }),
});

const author = ({ name, url }: Author) => ({ name, url });

function attachments(entry: Entry): unknown[] {
  const images = entry.images.map((image) => ({
    url: image.url,
    mime_type: image.type,
    title: uniqueCaption(image, entry),
    size_in_bytes: image.length,
  }));
  const files = entry.attachments.map((file) => ({
    url: file.url,
    mime_type: file.type,
    title: uniqueCaption(file, entry),
    size_in_bytes: file.length,
    duration_in_seconds: file.duration,
  }));
  return [...images, ...files];
}

/** Attachments with one title are alternates of one another (JSON Feed 1.1, "attachments"). */
const uniqueCaption = ({ caption }: { caption?: string }, { images, attachments }: Entry): string | undefined =>
  [...images, ...attachments].filter((file) => file.caption === caption).length === 1 ? caption : undefined;

/** An attachment has a title in JSON Feed, if that, and no place for who made it and whose it is. */
const isDescribed = ({ caption, credit, rights }: Attachment): boolean =>
  caption !== undefined || credit !== undefined || rights !== undefined;

const some = <T>(list: T[]): T[] | undefined => (list.length > 0 ? list : undefined);

const trimmed = (fields: Record<string, unknown>): Record<string, unknown> | undefined =>
  Object.values(fields).some((value) => value !== undefined) ? fields : undefined;

/** A character that no stored text holds, so that what stands for a body cannot be taken for text. */
const MARK = "\u0001";

/**
 * A newline in JSON text is never content: in strings it is escaped. A key stands first on its line, and an item begins
 * and ends on lines of its own, two levels in. `items` is the last key.
 */
function finish(json: string, bodies: string[]): Parts {
  const items = json.lastIndexOf('\n    "items": [');
  const [opening = "", ...pieces] = json
    .slice(items)
    .split(/(?=\n {8}\{)|(?<=\n {8}\})/)
    .filter((piece) => piece !== ",");
  const [head = "", ...finished] = [json.slice(0, items) + opening, ...pieces].map((piece) =>
    piece
      .replace(/\n *(?:("(?:[^"\\]|\\.)*"): )?/g, (_, key) => (key === undefined ? "" : `${key}:`))
      .replace(/"\\u0001(\d+)"/g, (_, index) => JSON.stringify(bodies[index])),
  );
  return { head, entries: finished.slice(0, -1), foot: finished.at(-1) ?? "" };
}
