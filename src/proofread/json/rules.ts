import type { Value } from "../../verify/discrepancy.ts";
import type { ProofreadingRule } from "../finding.ts";
import { clip, languageFault, rfc3339Fault, tagUriFault, urlFault } from "../formats.ts";
import { repeats } from "../tree.ts";
import { attachmentFaults } from "./attachments.ts";
import { isJsonObject, type JsonSheet, jsonItemName, ofFeed, ofFeedAndItems, ofItems, stringFaults } from "./sheet.ts";

/** Rules of JSON Feed 1.1 (jsonfeed.org/version/1.1) for the feed and its items; `extensions.ts` has those for names. */
export const JSON_RULES: ProofreadingRule<JsonSheet>[] = [
  {
    rule: "JSON Feed 1.1, version: required",
    severity: "error",
    check: ofFeed(({ version }) =>
      VERSIONS.includes(version) ? [] : [`version ${quote(version)} is none of JSON Feed's`],
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
      Array.isArray(items) && items.every(isJsonObject) ? [] : ["items is no list of objects"],
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
    check: ofFeedAndItems((object) => URL_KEYS.flatMap((key) => stringFaults(object, key, urlFault))),
  },
  {
    rule: "JSON Feed 1.1: texts are strings",
    severity: "error",
    check: ofFeedAndItems((object) =>
      TEXT_KEYS.filter((key) => object[key] !== undefined && typeof object[key] !== "string").map(
        (key) => `${key} is no string`,
      ),
    ),
  },
  {
    rule: "JSON Feed 1.1, item id: required",
    severity: "error",
    check: ofItems(({ id }) =>
      typeof id === "number" || (typeof id === "string" && id.trim() !== "") ? [] : ["there is no id"],
    ),
  },
  {
    rule: "JSON Feed 1.1, item id: a string",
    severity: "warning",
    check: ofItems(({ id }) => (typeof id === "number" ? [`the id ${id} is a number`] : [])),
  },
  {
    rule: "JSON Feed 1.1, item id: unique for that item",
    severity: "error",
    check: ({ items }) =>
      repeats(
        items.map((item, index) => ({ id: item.id, index })),
        ({ id }) => (id === undefined ? undefined : String(id)),
        ({ index }, id) => ({
          where: jsonItemName(index),
          message: `the id "${clip(id)}" is another item's too`,
        }),
      ),
  },
  {
    rule: "RFC 4151 §2.1: tag URIs",
    severity: "error",
    check: ofItems((item) => stringFaults(item, "id", tagUriFault)),
  },
  {
    rule: "JSON Feed 1.1, item url",
    severity: "warning",
    check: ofItems(({ url }) => (url === undefined ? ["there is no url"] : [])),
  },
  {
    rule: "JSON Feed 1.1, content_html or content_text: one must be present",
    severity: "error",
    check: ofItems(({ content_html, content_text }) =>
      typeof content_html === "string" || typeof content_text === "string"
        ? []
        : ["there is neither content_html nor content_text"],
    ),
  },
  {
    rule: "JSON Feed 1.1, date_published and date_modified: RFC 3339",
    severity: "error",
    check: ofItems((item) =>
      ["date_published", "date_modified"].flatMap((key) => stringFaults(item, key, rfc3339Fault)),
    ),
  },
  {
    rule: "JSON Feed 1.1, language: RFC 5646",
    severity: "error",
    check: ofFeedAndItems((object) => stringFaults(object, "language", languageFault)),
  },
  {
    rule: "JSON Feed 1.1, authors: each with a name, url or avatar",
    severity: "error",
    check: ofFeedAndItems(({ authors }) => {
      if (authors === undefined) return [];
      if (!Array.isArray(authors)) return ["authors is no list"];
      return authors.every(
        (author) => isJsonObject(author) && (author.name ?? author.url ?? author.avatar) !== undefined,
      )
        ? []
        : ["an author has no name, url or avatar"];
    }),
  },
  {
    rule: "JSON Feed 1.1, author: deprecated for authors",
    severity: "warning",
    check: ofFeedAndItems((object) =>
      object.author !== undefined && object.authors === undefined ? ["there is an author, and no authors"] : [],
    ),
  },
  {
    rule: "JSON Feed 1.1, tags: strings",
    severity: "error",
    check: ofItems(({ tags }) =>
      tags === undefined || (Array.isArray(tags) && tags.every((tag) => typeof tag === "string"))
        ? []
        : ["tags is no list of strings"],
    ),
  },
  {
    rule: "JSON Feed 1.1, attachments: url and mime_type are required, sizes are numbers",
    severity: "error",
    check: ofItems(({ attachments }) => {
      if (attachments === undefined) return [];
      return Array.isArray(attachments) ? attachments.flatMap(attachmentFaults) : ["attachments is no list"];
    }),
  },
  {
    rule: "JSON Feed 1.1, hubs: type and url",
    severity: "error",
    check: ofFeed(({ hubs = [] }) =>
      Array.isArray(hubs) &&
      hubs.every((hub) => isJsonObject(hub) && typeof hub.type === "string" && typeof hub.url === "string")
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
];

const VERSIONS: Value[] = ["https://jsonfeed.org/version/1.1", "https://jsonfeed.org/version/1"];

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

const quote = (value: Value): string => clip(JSON.stringify(value) ?? "(absent)");
