import { parseJsonStrictly } from "../../verify/parse/json.ts";
import { digestOf } from "../digest.ts";
import { isJsonObject, isJsonText, objectsIn } from "../json/rule.ts";
import type { Element } from "../xml/element.ts";
import { ATOM, DC, DCTERMS, localName, RSS_1, RSS_09 } from "../xml/namespaces.ts";
import { readXml } from "../xml/read.ts";
import { formatOf, roleOf } from "../xml/roles.ts";
import type { FeedSnapshot } from "./poll.ts";

/** What tells apart two documents of a feed beside what people read of its entries. */
export interface Anatomy extends Pick<FeedSnapshot, "format" | "frame" | "dated"> {
  /** Of each entry, in the document's order: of all that stands in it but its dates. */
  markups: string[];
}

/** The parts of a document that is well-formed; undefined where it is no feed. */
export const anatomyOf = (text: string): Anatomy | undefined =>
  isJsonText(text) ? jsonAnatomy(text) : xmlAnatomy(text);

/** Those that may change by themselves, and say nothing of whether the document did. */
const DATES = new Set([
  ...["pubDate", "lastBuildDate"].flatMap((name) => [name, RSS_1 + name, RSS_09 + name]),
  ...[`${ATOM}updated`, `${ATOM}published`, `${DC}date`],
  ...["created", "issued", "modified", "date"].map((name) => DCTERMS + name),
]);

function xmlAnatomy(text: string): Anatomy | undefined {
  let format: Anatomy["format"] | undefined;
  const markups: string[] = [];
  const { root } = readXml(text, {
    open: (element) => {
      if (!element.parent) format = formatOf(element);
      element.role = roleOf(element);
    },
    close: (element) => {
      if (element.role !== "entry") return;
      markups.push(digestOf(written(element).markup));
      // Its place among the others is seen by its markup's: an entry that is over need not be kept.
      element.parent?.children.pop();
    },
  });
  if (!root || !format) return undefined;
  const { markup, dates } = written(root);
  return { format, frame: digestOf(markup), dated: dates, markups };
}

/** An element and all that is in it, as one text; its dates apart. */
function written(element: Element): { markup: string; dates: string } {
  const markup: string[] = [];
  const dates: string[] = [];
  const waiting: { element: Element; depth: number }[] = [{ element, depth: 0 }];
  for (let next = waiting.pop(); next; next = waiting.pop()) {
    const { name, attributes, text, children } = next.element;
    if (DATES.has(name)) dates.push(`${localName(name)} ${text.trim()}`);
    else markup.push(JSON.stringify([next.depth, name, [...attributes], text.trim()]));
    for (const child of children.toReversed()) waiting.push({ element: child, depth: next.depth + 1 });
  }
  return { markup: markup.join("\n"), dates: dates.join(", ") };
}

function jsonAnatomy(text: string): Anatomy | undefined {
  const parsed = parseJsonStrictly(text);
  const { value } = parsed.status === "parsed" ? parsed : { value: undefined };
  if (!isJsonObject(value)) return undefined;
  const { items, ...frame } = value;
  const markups = objectsIn(items).map((item) => {
    const { date_published: _, date_modified: __, ...rest } = item;
    return digestOf(JSON.stringify(rest));
  });
  return { format: "json", frame: digestOf(JSON.stringify(frame)), dated: "", markups };
}
