import { fromRfc3339 } from "../dates-as-read.ts";
import type { Value } from "../discrepancy.ts";
import type { Places, Reading } from "./reading.ts";
import { leftoversOf } from "./unread-element.ts";
import { UnreadObject } from "./unread-object.ts";

/** JSON Feed 1.1, already parsed, key by key. */
export function readJsonStrictly(root: Value): Reading {
  const keys = new UnreadObject(root, "");
  const items = keys.take("items");
  if (!Array.isArray(items)) keys.refuse("items", items);
  const feed = readFeed(keys);
  const parts = (Array.isArray(items) ? items : []).map((item) => new UnreadObject(item, ""));
  const entries = parts.map((item) => readItem(item, feed));
  const itemsLeft = leftoversOf(
    parts,
    entries.map((entry) => entry.id),
  );
  return { feed, entries, unexpected: [...keys.leftovers(), ...itemsLeft] };
}

function readFeed(feed: UnreadObject): Places {
  const extension = feed.object("_wireproof");
  const about = extension.take("about");
  // The extension's own description, as JSON Feed 1.1 asks of one ("Extensions").
  if (about !== undefined && !(typeof about === "string" && URL.canParse(about))) extension.refuse("about", about);
  return {
    version: feed.take("version"),
    title: feed.take("title"),
    description: feed.take("description"),
    home_page_url: feed.take("home_page_url"),
    feed_url: feed.take("feed_url"),
    ...columns("hubs", feed.list("hubs"), ["type", "url"]),
    next_url: feed.take("next_url"),
    language: feed.take("language"),
    icon: feed.take("icon"),
    ...columns("authors", feed.list("authors"), ["name", "url"]),
    "_wireproof.rights": extension.take("rights"),
  };
}

function readItem(item: UnreadObject, feed: Places): Places {
  const extension = item.object("_wireproof");
  const credit = extension.object("credit");
  const deleted = extension.object("deleted");
  const images = extension.list("images");
  const attachments = item.list("attachments");
  return {
    id: item.take("id"),
    url: item.take("url"),
    title: item.take("title"),
    summary: item.take("summary"),
    content_text: item.take("content_text"),
    content_html: item.take("content_html"),
    date_published: readDate(item.take("date_published")),
    date_modified: readDate(item.take("date_modified")),
    image: item.take("image"),
    tags: item.take("tags") ?? [],
    language: item.take("language") ?? feed.language,
    ...columns("authors", item.list("authors"), ["name", "url"]),
    // Images come first, and only the extension says how many they are.
    ...columns("attachments[image]", attachments.slice(0, images.length), ATTACHMENT),
    ...columns("attachments[file]", attachments.slice(images.length), ATTACHMENT),
    ...columns("_wireproof.images", images, IMAGE),
    ...columns("_wireproof.attachments", extension.list("attachments"), FILE),
    ...columns("_wireproof.authors", extension.list("authors"), ["name", "url", "email"]),
    ...columns("_wireproof.corrections", extension.list("corrections"), ["at", "note"]),
    "_wireproof.section": extension.take("section"),
    "_wireproof.rights": extension.take("rights"),
    "_wireproof.credit.name": credit.take("name"),
    "_wireproof.credit.url": credit.take("url"),
    "_wireproof.short_title": extension.take("short_title"),
    "_wireproof.expires": extension.take("expires"),
    "_wireproof.status": extension.take("status"),
    "_wireproof.deleted.at": deleted.take("at"),
    "_wireproof.deleted.reason": deleted.take("reason"),
  };
}

const ATTACHMENT = ["url", "mime_type", "title", "size_in_bytes", "duration_in_seconds"];
const IMAGE = [
  "url",
  "type",
  "width",
  "height",
  "length",
  "caption",
  "credit",
  "rights",
  "syndication_rights",
  "license_id",
  "licensor",
];

const FILE = ["url", "type", "length", "duration", "caption", "credit", "rights"];

const columns = (name: string, list: UnreadObject[], keys: string[]): Places =>
  Object.fromEntries(keys.map((key) => [`${name}.${key}`, list.map((item) => item.take(key))]));

const readDate = (value: Value): Value => (typeof value === "string" ? fromRfc3339(value) : value);
