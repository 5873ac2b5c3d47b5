import type { Draft, FeedDraft, FeedFacts, Media } from "../draft.ts";
import type { Skip } from "../reading.ts";
import { isObject } from "../values/json.ts";
import { asType } from "../values/media-type.ts";
import { type Person, personWith } from "../values/people.ts";
import { present, type Text } from "../values/text.ts";

type Json = Record<string, unknown>;

/** JSON Feed 1.0 and 1.1, with wrong types passed over as if they were absent. */
export function readJsonFeed(feed: Json): FeedDraft {
  const facts: FeedFacts = {
    title: string(feed.title),
    home: string(feed.home_page_url),
    base: string(feed.feed_url),
    authors: people(feed),
    language: string(feed.language),
  };
  const items = Array.isArray(feed.items) ? (feed.items as unknown[]) : [];
  const drafts: Draft[] = [];
  const skipped: Skip[] = [];
  items.forEach((item, index) => {
    const where = `item ${index + 1}`;
    if (isObject(item)) drafts.push(readItem(item, where));
    else skipped.push({ where, reason: "it is no JSON object" });
  });
  return { facts, drafts, skipped, notes: [] };
}

const READ = new Set(
  "id url external_url title content_html content_text summary image banner_image date_published date_modified author authors tags language attachments".split(
    " ",
  ),
);

function readItem(item: Json, where: string): Draft {
  const notes: string[] = [];
  const url = string(item.url);
  const external = string(item.external_url);
  if (external)
    notes.push(url ? "external_url is left out: the entry links to the item's own page" : "external_url is the link");
  if (string(item.content_html) && string(item.content_text))
    notes.push("content_text is left out beside content_html");
  for (const key of Object.keys(item)) if (!READ.has(key)) notes.push(`${key} is left out`);
  if (rawPeople(item).some((person) => string(person.avatar))) notes.push("an author's avatar is left out");
  return {
    where,
    guid: string(item.id) ?? (typeof item.id === "number" ? String(item.id) : undefined),
    link: url ?? external,
    base: [],
    title: text("text", item.title),
    content: text("html", item.content_html) ?? text("text", item.content_text),
    description: text("text", item.summary),
    authors: people(item),
    tags: Array.isArray(item.tags) ? item.tags.flatMap((tag: unknown) => string(tag) ?? []) : [],
    language: string(item.language),
    media: [...pictures(item), ...attachments(item)],
    published: string(item.date_published),
    updated: string(item.date_modified),
    notes,
  };
}

const string = (value: unknown): string | undefined =>
  typeof value === "string" && value.trim() !== "" ? value.trim() : undefined;
const number = (value: unknown): number | undefined =>
  typeof value === "number" && Number.isFinite(value) && value > 0 ? value : undefined;

const text = (type: Text["type"], value: unknown): Text | undefined =>
  typeof value === "string" ? present({ type, value }) : undefined;

/** JSON Feed 1.1 has `authors`; 1.0 had one `author`, which newer feeds repeat. */
const rawPeople = (from: Json): Json[] => {
  const many = Array.isArray(from.authors) ? from.authors.filter(isObject) : [];
  return many.length > 0 ? many : [from.author].filter(isObject);
};

const people = (from: Json): Person[] =>
  rawPeople(from).flatMap((person) => personWith(string(person.name), string(person.url), undefined) ?? []);

const pictures = (item: Json): Media[] =>
  [string(item.image), string(item.banner_image)].flatMap((url) => (url ? [{ url, medium: "image" }] : []));

function attachments(item: Json): Media[] {
  const list = Array.isArray(item.attachments) ? item.attachments.filter(isObject) : [];
  return list.flatMap((attachment) => {
    const url = string(attachment.url);
    const length = number(attachment.size_in_bytes);
    const type = asType(string(attachment.mime_type));
    return url
      ? [
          {
            url,
            type,
            length: length && Math.round(length),
            duration: number(attachment.duration_in_seconds),
            caption: string(attachment.title),
          },
        ]
      : [];
  });
}
