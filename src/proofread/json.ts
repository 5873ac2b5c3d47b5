import type { Value } from "../verify/discrepancy.ts";
import type { Fault, ProofreadingRule } from "./finding.ts";
import { clip, languageFault, mimeTypeFault, rfc3339Fault, tagUriFault, urlFault } from "./formats.ts";
import { repeats } from "./tree.ts";

export type JsonObject = { [key: string]: Value };

/** A JSON Feed, or what there is of one. */
export interface JsonSheet {
  feed: JsonObject;
  items: JsonObject[];
  /** Where it came from, if anybody knows. */
  url?: string;
}

export const isObject = (value: Value): value is JsonObject =>
  typeof value === "object" && value !== null && !Array.isArray(value);

const VERSIONS = ["https://jsonfeed.org/version/1.1", "https://jsonfeed.org/version/1"];

const itemName = (index: number): string => `item ${index + 1}`;
const eachItem =
  (check: (item: JsonObject) => string[]) =>
  ({ items }: JsonSheet): Fault[] =>
    items.flatMap((item, index) => check(item).map((message) => ({ where: itemName(index), message })));
const ofFeed =
  (check: (feed: JsonObject) => string[]) =>
  ({ feed }: JsonSheet): Fault[] =>
    check(feed).map((message) => ({ where: "feed", message }));
/** The same check of the feed and of each item. */
const ofBoth =
  (check: (object: JsonObject) => string[]) =>
  (sheet: JsonSheet): Fault[] => [...ofFeed(check)(sheet), ...eachItem(check)(sheet)];

/** Rules of JSON Feed 1.1 (jsonfeed.org/version/1.1). */
export const JSON_RULES: ProofreadingRule<JsonSheet>[] = [
  {
    rule: "JSON Feed 1.1, version: required",
    severity: "error",
    check: ofFeed(({ version }) =>
      VERSIONS.includes(version as string) ? [] : [`version ${quote(version)} is none of JSON Feed's`],
    ),
  },
  {
    rule: "JSON Feed 1.1, version: 1.1 is the newest",
    severity: "warning",
    check: ofFeed(({ version }) => (version === VERSIONS[1] ? ["the version is 1, without language and authors"] : [])),
  },
  {
    rule: "JSON Feed 1.1, title: required",
    severity: "error",
    check: ofFeed(({ title }) => (typeof title === "string" && title.trim() !== "" ? [] : ["there is no title"])),
  },
  {
    rule: "JSON Feed 1.1, items: required, a list of objects",
    severity: "error",
    check: ofFeed(({ items }) =>
      Array.isArray(items) && items.every(isObject) ? [] : ["items is no list of objects"],
    ),
  },
  {
    rule: "JSON Feed 1.1, home_page_url and feed_url: strongly recommended",
    severity: "warning",
    check: ofFeed((feed) =>
      ["home_page_url", "feed_url"].filter((key) => feed[key] === undefined).map((key) => `there is no ${key}`),
    ),
  },
  {
    rule: "JSON Feed 1.1, feed_url: where the feed is served",
    severity: "warning",
    check: ({ feed, url }) =>
      url !== undefined && typeof feed.feed_url === "string" && feed.feed_url !== url
        ? [{ where: "feed", message: `feed_url is ${feed.feed_url}, and the document came from ${url}` }]
        : [],
  },
  {
    rule: "JSON Feed 1.1: URLs",
    severity: "error",
    check: ofBoth((object) => URL_KEYS.flatMap((key) => checked(object, key, urlFault))),
  },
  {
    rule: "JSON Feed 1.1: texts are strings",
    severity: "error",
    check: ofBoth((object) =>
      TEXT_KEYS.filter((key) => object[key] !== undefined && typeof object[key] !== "string").map(
        (key) => `${key} is no string`,
      ),
    ),
  },
  {
    rule: "JSON Feed 1.1, item id: required",
    severity: "error",
    check: eachItem(({ id }) =>
      typeof id === "number" || (typeof id === "string" && id.trim() !== "") ? [] : ["there is no id"],
    ),
  },
  {
    rule: "JSON Feed 1.1, item id: a string",
    severity: "warning",
    check: eachItem(({ id }) => (typeof id === "number" ? [`the id ${id} is a number`] : [])),
  },
  {
    rule: "JSON Feed 1.1, item id: unique for that item",
    severity: "error",
    check: ({ items }) =>
      repeats(
        items.map((item, index) => ({ id: item.id, index })),
        ({ id }) => (id === undefined ? undefined : String(id)),
        ({ index }, id) => ({
          where: itemName(index),
          message: `the id "${clip(id)}" is another item's too`,
        }),
      ),
  },
  {
    rule: "RFC 4151 §2.1: tag URIs",
    severity: "error",
    check: eachItem((item) => checked(item, "id", tagUriFault)),
  },
  {
    rule: "JSON Feed 1.1, item url",
    severity: "warning",
    check: eachItem(({ url }) => (url === undefined ? ["there is no url"] : [])),
  },
  {
    rule: "JSON Feed 1.1, content_html or content_text: one must be present",
    severity: "error",
    check: eachItem(({ content_html, content_text }) =>
      typeof content_html === "string" || typeof content_text === "string"
        ? []
        : ["there is neither content_html nor content_text"],
    ),
  },
  {
    rule: "JSON Feed 1.1, date_published and date_modified: RFC 3339",
    severity: "error",
    check: eachItem((item) => ["date_published", "date_modified"].flatMap((key) => checked(item, key, rfc3339Fault))),
  },
  {
    rule: "JSON Feed 1.1, language: RFC 5646",
    severity: "error",
    check: ofBoth((object) => checked(object, "language", languageFault)),
  },
  {
    rule: "JSON Feed 1.1, authors: each with a name, url or avatar",
    severity: "error",
    check: ofBoth(({ authors }) => {
      if (authors === undefined) return [];
      if (!Array.isArray(authors)) return ["authors is no list"];
      return authors.every((author) => isObject(author) && (author.name ?? author.url ?? author.avatar) !== undefined)
        ? []
        : ["an author has no name, url or avatar"];
    }),
  },
  {
    rule: "JSON Feed 1.1, author: deprecated for authors",
    severity: "warning",
    check: ofBoth((object) =>
      object.author !== undefined && object.authors === undefined ? ["there is an author, and no authors"] : [],
    ),
  },
  {
    rule: "JSON Feed 1.1, tags: strings",
    severity: "error",
    check: eachItem(({ tags }) =>
      tags === undefined || (Array.isArray(tags) && tags.every((tag) => typeof tag === "string"))
        ? []
        : ["tags is no list of strings"],
    ),
  },
  {
    rule: "JSON Feed 1.1, attachments: url and mime_type are required, sizes are numbers",
    severity: "error",
    check: eachItem(({ attachments }) => {
      if (attachments === undefined) return [];
      return Array.isArray(attachments) ? attachments.flatMap(attachmentFaults) : ["attachments is no list"];
    }),
  },
  {
    rule: "JSON Feed 1.1, hubs: type and url",
    severity: "error",
    check: ofFeed(({ hubs = [] }) =>
      Array.isArray(hubs) &&
      hubs.every((hub) => isObject(hub) && typeof hub.type === "string" && typeof hub.url === "string")
        ? []
        : ["a hub has no type or url"],
    ),
  },
  {
    rule: "JSON Feed 1.1, next_url: must not be the same as feed_url",
    severity: "error",
    check: ofFeed(({ next_url, feed_url }) =>
      next_url !== undefined && next_url === feed_url ? ["next_url is feed_url"] : [],
    ),
  },
  {
    rule: "JSON Feed 1.1, expired: a boolean",
    severity: "error",
    check: ofFeed(({ expired }) =>
      expired === undefined || typeof expired === "boolean" ? [] : ["expired is no boolean"],
    ),
  },
  {
    rule: "JSON Feed 1.1, extensions: _ and a letter, without a dot",
    severity: "error",
    check: ofBoth((object) =>
      Object.keys(object)
        .filter((key) => key.startsWith("_") && !/^_[a-z][^.]*$/i.test(key))
        .map((key) => `"${clip(key)}" is no name for an extension`),
    ),
  },
  {
    rule: "JSON Feed 1.1, extensions: names of one's own start with _",
    severity: "warning",
    check: (sheet) => [
      ...ofFeed((feed) => strangers(feed, FEED_KEYS))(sheet),
      ...eachItem((item) => strangers(item, ITEM_KEYS))(sheet),
    ],
  },
];

const URL_KEYS = [
  "home_page_url",
  "feed_url",
  "next_url",
  "icon",
  "favicon",
  "url",
  "external_url",
  "image",
  "banner_image",
];
const TEXT_KEYS = ["description", "user_comment", "title", "content_html", "content_text", "summary"];
const FEED_KEYS = new Set(
  "version title home_page_url feed_url description user_comment next_url icon favicon author authors language expired hubs items".split(
    " ",
  ),
);
const ITEM_KEYS = new Set(
  (
    "id url external_url title content_html content_text summary image banner_image date_published date_modified " +
    "author authors tags language attachments"
  ).split(" "),
);

const strangers = (object: JsonObject, known: Set<string>): string[] =>
  Object.keys(object)
    .filter((key) => !key.startsWith("_") && !known.has(key))
    .map((key) => `"${clip(key)}" is no key of JSON Feed`);

function checked(object: JsonObject, key: string, check: (text: string) => string | undefined): string[] {
  const value = object[key];
  if (value === undefined || (key === "id" && typeof value !== "string")) return [];
  const wrong = typeof value === "string" ? check(value) : "is no string";
  return wrong ? [`${key} ${wrong}`] : [];
}

function attachmentFaults(attachment: Value): string[] {
  if (!isObject(attachment)) return ["an attachment is no object"];
  const numbers = ["size_in_bytes", "duration_in_seconds"].filter(
    (key) => attachment[key] !== undefined && !(Number(attachment[key]) >= 0 && typeof attachment[key] === "number"),
  );
  return [
    ...(attachment.url === undefined ? ["an attachment has no url"] : checked(attachment, "url", urlFault)),
    ...(attachment.mime_type === undefined
      ? ["an attachment has no mime_type"]
      : checked(attachment, "mime_type", mimeTypeFault)),
    ...numbers.map((key) => `${key} is no number`),
  ];
}

const quote = (value: Value): string => clip(JSON.stringify(value) ?? "(absent)");
