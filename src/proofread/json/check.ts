import type { Value } from "../../verify/discrepancy.ts";
import { parseJsonStrictly } from "../../verify/parse/json.ts";
import type { Collector } from "../collector.ts";
import { checkContentType } from "../document/content-type.ts";
import type { Proofreading } from "../finding.ts";
import { readMarkup } from "../html/markup.ts";
import { HTML_RULES } from "../html/rules.ts";
import { newMemory } from "../memory.ts";
import type { Rule } from "../rule.ts";
import type { Provenance } from "../xml/check.ts";
import { clip } from "../xml/forms/form.ts";
import { withoutMark } from "../xml/read.ts";
import { locateInJson, placeAt } from "./locate.ts";
import { isJsonObject, type JsonObject, type JsonObjectName, type JsonPath, type JsonSheet, pathText } from "./rule.ts";
import { jsonFeedVersion } from "./rules/feed.ts";
import { JSON_NO_FEED, JSON_REPEATED_NAME, JSON_RULES_OF, JSON_WELL_FORMED } from "./rules.ts";

/** Proofreads a document of JSON. */
export function checkJson(
  given: string,
  origin: Provenance,
  collector: Collector,
): Pick<Proofreading, "format" | "version" | "entries"> {
  // A byte order mark belongs to the bytes: what is wrong with it is told where they are read.
  const text = withoutMark(given);
  const parsed = parseJsonStrictly(text);
  if (parsed.status === "malformed") {
    for (const message of parsed.faults) tellMalformed(message, text, collector);
    return { entries: 0 };
  }
  for (const message of parsed.faults) collector.add(JSON_REPEATED_NAME, () => ({ message, where: "document" }));
  const feed = parsed.value;
  if (!isJsonObject(feed) || !isFeed(feed)) {
    const message = isJsonObject(feed)
      ? "this is JSON, and no JSON Feed: it has neither the version of JSON Feed nor a title and items"
      : "this is a list, and no JSON Feed, which is an object";
    collector.add(JSON_NO_FEED, () => ({ message, where: "document", line: 1, column: 1 }));
    return { entries: 0 };
  }
  checkContentType("json", origin, collector);
  new JsonCheck(text, feed, origin.url, collector).run();
  return {
    format: "json",
    version: jsonFeedVersion(feed.version),
    entries: Array.isArray(feed.items) ? feed.items.length : 0,
  };
}

const isFeed = ({ version, items, title }: JsonObject): boolean =>
  (typeof version === "string" && version.includes("jsonfeed")) || (items !== undefined && title !== undefined);

/** JSON.parse tells the place of a fault in its message, if at all. */
function tellMalformed(message: string, text: string, collector: Collector): void {
  const position = /end of JSON input/.test(message)
    ? text.length
    : Number(/ at position (\d+)/.exec(message)?.[1] ?? -1);
  const place = position === -1 ? undefined : placeAt(text, position);
  collector.add(JSON_WELL_FORMED, () => ({
    message: clip(message.replace(/ at position \d+.*$/s, "")),
    where: place ? `line ${place.line}, column ${place.column}` : "document",
    ...place,
  }));
}

class JsonCheck {
  readonly #text: string;
  readonly #sheet: JsonSheet;
  readonly #collector: Collector;
  /** Where the findings stand that are shown: to be looked for in the text at the end, all at once. */
  readonly #shown: { index: number; path: JsonPath }[] = [];

  constructor(text: string, feed: JsonObject, url: string | undefined, collector: Collector) {
    this.#text = text;
    this.#collector = collector;
    this.#sheet = { feed, url, bytes: new TextEncoder().encode(text).length, remember: newMemory() };
  }

  run(): void {
    const { feed } = this.#sheet;
    this.#look("feed", feed, []);
    this.#lookAtEach("hub", feed.hubs, ["hubs"]);
    for (const [index, item] of listOf(feed.items).entries()) {
      if (!isJsonObject(item)) continue;
      const path = ["items", index];
      this.#look("item", item, path);
      this.#lookAtEach("attachment", item.attachments, [...path, "attachments"]);
      if (typeof item.content_html === "string") this.#lookAtHtml(item.content_html, [...path, "content_html"]);
    }
    const places = locateInJson(
      this.#text,
      this.#shown.map(({ path }) => path),
    );
    for (const [at, { index }] of this.#shown.entries())
      Object.assign(this.#collector.findings[index] ?? {}, places[at]);
  }

  #look(name: JsonObjectName, object: JsonObject, path: JsonPath): void {
    const key = String(path.at(-1) ?? "");
    for (const [, rule] of JSON_RULES_OF.get(name) ?? []) {
      const told = rule.check(object, this.#sheet, key);
      if (told === undefined) continue;
      for (const one of typeof told === "string" ? [told] : told) {
        const { message, at = [] } = typeof one === "string" ? { message: one } : one;
        this.#add(rule, message, [...path, ...at]);
      }
    }
    if (name === "extension") return;
    if (name === "feed" || name === "item") {
      this.#lookAtEach("author", object.authors, [...path, "authors"]);
      if (isJsonObject(object.author)) this.#look("author", object.author, [...path, "author"]);
    }
    for (const [own, value] of Object.entries(object))
      if (own.startsWith("_") && isJsonObject(value)) this.#look("extension", value, [...path, own]);
  }

  #lookAtEach(name: JsonObjectName, list: Value, path: JsonPath): void {
    for (const [index, object] of listOf(list).entries())
      if (isJsonObject(object)) this.#look(name, object, [...path, index]);
  }

  #lookAtHtml(html: string, path: JsonPath): void {
    const markup = readMarkup(html);
    for (const rule of HTML_RULES)
      for (const { message } of rule.check(markup, { hasBase: false, page: false })) this.#add(rule, message, path);
  }

  #add(rule: Rule, message: string, path: JsonPath): void {
    this.#collector.add(rule, () => {
      this.#shown.push({ index: this.#collector.findings.length, path });
      return { message, where: pathText(path) };
    });
  }
}

const listOf = (value: Value): Value[] => (Array.isArray(value) ? value : []);
