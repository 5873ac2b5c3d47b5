import type { Draft, FeedDraft, FeedFacts, Media } from "../draft.ts";
import type { ImportSource } from "../source.ts";
import { isObject, objectsOf, trimmed, written } from "../values/json.ts";
import { parseMediaType } from "../values/media-type.ts";
import { type Person, peopleWith } from "../values/people.ts";
import { calledPlain, type Text, unlessBlank, unlessNoText } from "../values/text.ts";
import { readJsonPublication } from "./json-publication.ts";
import { readEach } from "./read-each.ts";

type JsonObject = Record<string, unknown>;

/** A JSON Feed 1.0 or 1.1. A field of the wrong type is passed over as if it were absent. */
export function readJsonFeed(feed: JsonObject, source: Pick<ImportSource, "now" | "zone">): FeedDraft {
  const facts: FeedFacts = {
    title: stringOf(feed.title),
    home: stringOf(feed.home_page_url),
    base: stringOf(feed.feed_url),
    authors: peopleOf(feed),
    language: stringOf(feed.language),
  };
  const items = Array.isArray(feed.items) ? (feed.items as unknown[]) : [];
  const read = readEach(items, "item", (item, where) =>
    isObject(item) ? { draft: readItem(item, where, source) } : { skip: { where, reason: "it is no JSON object" } },
  );
  return { facts, ...read, notes: [] };
}

/** What an article has room for; every other key of an item is named in its notes. */
const READ = new Set(
  "id url external_url title content_html content_text summary image banner_image date_published date_modified author authors tags language attachments".split(
    " ",
  ),
);

function readItem(item: JsonObject, where: string, source: Pick<ImportSource, "now" | "zone">): Draft {
  const notes: string[] = [];
  const others = Object.fromEntries(Object.entries(item).filter(([key]) => !READ.has(key)));
  const url = stringOf(item.url);
  const external = stringOf(item.external_url);
  if (external)
    notes.push(url ? "external_url is left out: the entry links to the item's own page" : "external_url is the link");
  if (stringOf(item.content_html) && stringOf(item.content_text))
    notes.push("content_text is left out beside content_html");
  notes.push(...Object.keys(others).map((key) => `${key} is left out`));
  if (rawPeopleOf(item).some((person) => stringOf(person.avatar))) notes.push("an author's avatar is left out");
  return {
    where,
    guid: trimmed(item.id),
    link: url ?? external,
    base: [],
    title: unlessNoText("text", item.title),
    content: unlessNoText("html", item.content_html) ?? plainTextIn(item.content_text, notes),
    description: unlessNoText("text", item.summary),
    authors: peopleOf(item),
    tags: tagsOf(item.tags),
    language: stringOf(item.language),
    media: [...picturesOf(item), ...attachmentsOf(item)],
    // RFC 3339; many feeds have Unix time.
    published: trimmed(item.date_published),
    updated: trimmed(item.date_modified),
    ...readJsonPublication(others, trimmed(item.date_published), source),
    notes,
  };
}

/** Trimmed; undefined where there is nothing to read. */
const stringOf = (value: unknown): string | undefined => written(value)?.trim();
const positiveOf = (value: unknown): number | undefined =>
  typeof value === "number" && Number.isFinite(value) && value > 0 ? value : undefined;

const plainTextIn = (value: unknown, notes: string[]): Text | undefined =>
  typeof value === "string" ? unlessBlank(calledPlain(value, notes)) : undefined;

/** JSON Feed 1.1 has `authors`; 1.0 had one `author`, which newer feeds repeat. Some give one where a list is asked for. */
const rawPeopleOf = (from: JsonObject): JsonObject[] => {
  const many = [from.authors].flat().filter(isObject);
  return many.length > 0 ? many : [from.author].flat().filter(isObject);
};

const peopleOf = (from: JsonObject): Person[] =>
  rawPeopleOf(from).flatMap((person) => peopleWith(stringOf(person.name), stringOf(person.url), undefined));

/** A list, or several in one line. */
const tagsOf = (tags: unknown): string[] =>
  (typeof tags === "string" ? tags.split(",") : [tags].flat()).flatMap((tag: unknown) => stringOf(tag) ?? []);

/** An address, or an object with one. */
const pictureOf = (picture: unknown): string | undefined =>
  stringOf(isObject(picture) ? (picture.url ?? picture.src) : picture);

const picturesOf = (item: JsonObject): Media[] =>
  [pictureOf(item.image), pictureOf(item.banner_image)].flatMap((url) => (url ? [{ url, medium: "image" }] : []));

function attachmentsOf(item: JsonObject): Media[] {
  return objectsOf(item.attachments).flatMap((attachment) => {
    const url = stringOf(attachment.url);
    const length = positiveOf(attachment.size_in_bytes);
    const type = parseMediaType(stringOf(attachment.mime_type));
    return url
      ? [
          {
            url,
            type,
            length: length && Math.round(length),
            duration: positiveOf(attachment.duration_in_seconds),
            caption: stringOf(attachment.title),
          },
        ]
      : [];
  });
}
