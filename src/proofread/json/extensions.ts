import type { ProofreadingRule } from "../finding.ts";
import { clip } from "../formats.ts";
import { type JsonObject, type JsonSheet, ofFeed, ofFeedAndItems, ofItems } from "./sheet.ts";

/** Rules of JSON Feed 1.1 for names: those of extensions, and those that are neither its own nor an extension's. */
export const JSON_EXTENSION_RULES: ProofreadingRule<JsonSheet>[] = [
  {
    rule: "JSON Feed 1.1, extensions: _ and a letter, without a dot",
    severity: "error",
    check: ofFeedAndItems((object) =>
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
      ...ofItems((item) => strangers(item, ITEM_KEYS))(sheet),
    ],
  },
];

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
