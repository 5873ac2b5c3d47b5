import { markupIn, markupNamed } from "../../html/plain-text.ts";
import { TAG_URI } from "../../xml/forms/addresses.ts";
import { clip } from "../../xml/forms/form.ts";
import { JSON_FEED } from "../declare.ts";
import { jsonDocument } from "../examples.ts";
import type { JsonFault, JsonObject, JsonRule } from "../rule.ts";
import { jsonFeedVersion } from "./feed.ts";

const ITEMS = {
  formats: ["json"],
  section: "JSON Feed 1.1, Items",
  url: `${JSON_FEED}#items`,
  passes: jsonDocument(),
} as const;

export const JSON_ITEM_RULES: readonly JsonRule[] = [
  {
    ...ITEMS,
    name: "json/item-id-unique",
    severity: "error",
    on: ["item"],
    element: "items[].id",
    says: "No two items have the same id",
    mend: "Give each item an id of its own, which never changes: its permanent address is a good one.",
    readers: "Readers show one of them.",
    check: ({ id }, sheet) => {
      if (id === undefined || id === null || id === "") return undefined;
      const ids = sheet.remember(IDS, () => new Set<string>());
      const known = String(id);
      if (ids.has(known)) return [{ message: `the id "${clip(known)}" is another item's too`, at: ["id"] }];
      ids.add(known);
      return undefined;
    },
    fails: jsonDocument({
      feed: { items: [0, 1].map(() => ({ id: "boat", url: "https://gazette.example/boat", content_text: "Dawn." })) },
    }),
  },
  {
    ...ITEMS,
    name: "json/item-id-string",
    severity: "warning",
    on: ["item"],
    element: "items[].id",
    says: "An id is a string",
    mend: "Write the number in quotation marks.",
    readers: "Readers are asked to make a string of a number; some discard the item.",
    check: ({ id }) => (typeof id === "number" ? [{ message: `the id ${id} is a number`, at: ["id"] }] : undefined),
    fails: jsonDocument({ item: { id: 2026 } }),
    passes: jsonDocument({ item: { id: "2026" } }),
  },
  {
    ...ITEMS,
    name: "json/item-id-tag-uri",
    // To JSON Feed an id is any string.
    severity: "warning",
    on: ["item"],
    element: "items[].id",
    section: "RFC 4151 §2.1",
    url: "https://www.rfc-editor.org/rfc/rfc4151#section-2.1",
    says: "An id that is a tag URI is a well-formed one",
    mend: TAG_URI.mend,
    check: ({ id }) => {
      const wrong = typeof id === "string" && /^tag:/i.test(id) ? TAG_URI.fault(id) : undefined;
      return wrong ? [{ message: `id: ${wrong}`, at: ["id"] }] : undefined;
    },
    fails: jsonDocument({ item: { id: "tag:gazette.example:boat" } }),
    passes: jsonDocument({ item: { id: "tag:gazette.example,2026:boat" } }),
  },
  {
    ...ITEMS,
    name: "json/item-content-required",
    severity: "error",
    on: ["item"],
    element: "items[].content_html, items[].content_text",
    says: "An item has content_html, content_text, or both",
    mend: "Add the text of the item, or what there is of it.",
    check: ({ content_html, content_text }) =>
      content_html === undefined && content_text === undefined
        ? "there is neither content_html nor content_text"
        : undefined,
    fails: jsonDocument({ item: { content_html: undefined } }),
  },
  {
    ...ITEMS,
    name: "json/plain-text",
    severity: "warning",
    on: ["feed", "item", "author", "attachment"],
    element: "title, summary, description, tags and other texts",
    says: "The only place where HTML is allowed is content_html",
    mend: "Write the text alone; HTML belongs into content_html.",
    readers: "Readers show the tags as letters, or strip them.",
    check: htmlElsewhere,
    fails: jsonDocument({ item: { title: "The <b>first</b> boat out" } }),
  },
  {
    ...ITEMS,
    name: "json/author-member",
    severity: "error",
    on: ["author"],
    element: "authors[]",
    section: "JSON Feed 1.1, Top-level, authors",
    url: `${JSON_FEED}#top-level`,
    says: "An author has a name, a url or an avatar",
    mend: "Add the author's name, or leave the author out.",
    check: ({ name, url, avatar }) =>
      (name ?? url ?? avatar) === undefined ? "the author has no name, url or avatar" : undefined,
    fails: jsonDocument({ author: { name: undefined } }),
    passes: jsonDocument({ author: {} }),
  },
  {
    ...ITEMS,
    name: "json/author-deprecated",
    severity: "warning",
    on: ["feed", "item"],
    element: "author",
    section: "JSON Feed 1.1, Deprecations",
    url: `${JSON_FEED}#deprecations`,
    says: "A feed of version 1.1 has authors; author may stand beside it for older readers",
    mend: "Add authors, a list, with the same author in it.",
    readers: "Readers written for 1.1 need not look at author.",
    check: ({ author, authors }, { feed }) =>
      author !== undefined && authors === undefined && jsonFeedVersion(feed.version) !== "1"
        ? [{ message: "author stands alone, and authors took its place in JSON Feed 1.1", at: ["author"] }]
        : undefined,
    fails: jsonDocument({ item: { author: { name: "Ada Quayle" } } }),
    passes: jsonDocument({ item: { author: { name: "Ada Quayle" }, authors: [{ name: "Ada Quayle" }] } }),
  },
];

const IDS = {};

/** Texts that people read, by name. */
const TEXTS = ["title", "summary", "description", "user_comment", "name"];

function htmlElsewhere(object: JsonObject): JsonFault[] {
  const texts: [value: unknown, at: (string | number)[]][] = [
    ...TEXTS.map((key): [unknown, string[]] => [object[key], [key]]),
    ...(Array.isArray(object.tags) ? object.tags : []).map((tag, index): [unknown, (string | number)[]] => [
      tag,
      ["tags", index],
    ]),
    // Plain text may speak of HTML: only what is markup from its start to its end is taken for it.
    ...(isMarkup(object.content_text) ? [[object.content_text, ["content_text"]] as [unknown, string[]]] : []),
  ];
  return texts.flatMap(([value, at]) => {
    const found = typeof value === "string" ? markupIn(value) : undefined;
    return found ? [{ message: `${at.join(" ")} is plain text, and ${markupNamed(found)}`, at }] : [];
  });
}

const isMarkup = (value: unknown): boolean =>
  typeof value === "string" && /^\s*</.test(value) && value.trimEnd().endsWith(">");
