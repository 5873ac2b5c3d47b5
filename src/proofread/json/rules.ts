import type { Rule } from "../rule.ts";
import { JSON_FEED, jsonRulesOf } from "./declare.ts";
import { jsonDocument } from "./examples.ts";
import { JSON_OBJECTS } from "./objects.ts";
import type { JsonObjectName, JsonRule } from "./rule.ts";
import { JSON_EXTENSION_RULES } from "./rules/extensions.ts";
import { JSON_FEED_RULES } from "./rules/feed.ts";
import { JSON_ITEM_RULES } from "./rules/items.ts";

export const JSON_WELL_FORMED: Rule = {
  ...{ name: "json/well-formed", severity: "error", formats: ["json"], element: "the document" },
  says: "The document is well-formed JSON",
  section: "RFC 8259 §2, JSON Grammar",
  url: "https://www.rfc-editor.org/rfc/rfc8259#section-2",
  mend: "Let a library write the JSON.",
  readers: "The specification asks readers not to use any part of it.",
  fails: jsonDocument().replace("[", ""),
  passes: jsonDocument(),
};

export const JSON_REPEATED_NAME: Rule = {
  ...{ name: "json/repeated-name", severity: "warning", formats: ["json"], element: "the document" },
  says: "An object has each name once",
  section: "RFC 8259 §4, Objects",
  url: "https://www.rfc-editor.org/rfc/rfc8259#section-4",
  mend: "Keep one of them.",
  readers: "Some take the first, and most the last.",
  fails: jsonDocument().replace('"title"', '"title": "The Gazette", "title"'),
  passes: jsonDocument(),
};

export const JSON_NO_FEED: Rule = {
  ...{ name: "json/no-feed", severity: "error", formats: ["json"], element: "the document" },
  says: "The document is an object with the version and the items of a JSON Feed",
  section: "JSON Feed 1.1, The Structure of a Feed",
  url: `${JSON_FEED}#the-structure-of-a-feed`,
  mend: "Give the address of a feed; other answers of a server in JSON are none.",
  fails: '{ "status": "ok", "articles": [] }\n',
  passes: jsonDocument(),
};

const CHECKED: readonly JsonRule[] = [
  ...JSON_FEED_RULES,
  ...JSON_OBJECTS.flatMap(jsonRulesOf),
  ...JSON_ITEM_RULES,
  ...JSON_EXTENSION_RULES,
];

/** Every rule of JSON and of JSON Feed. */
export const JSON_RULES: readonly Rule[] = [JSON_WELL_FORMED, JSON_REPEATED_NAME, JSON_NO_FEED, ...CHECKED];

/** The rules for each kind of object. */
export const JSON_RULES_OF = Map.groupBy(
  CHECKED.flatMap((rule) => rule.on.map((name): [JsonObjectName, JsonRule] => [name, rule])),
  ([name]) => name,
);
