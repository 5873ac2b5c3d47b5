import { escapeAttribute, escapeUTF8 } from "entities";
import { isObject, objectsOf, trimmed, tryJson } from "../values/json.ts";
import { cardToHtml } from "./cards.ts";
import { gated } from "./for-all.ts";

type Node = Record<string, unknown>;

/** Lexical's bits of a text's `format`, the outermost tag first. What only changes capitals has none. */
const FORMATS: [bit: number, tag: string][] = [
  [1, "strong"],
  [2, "em"],
  [4, "s"],
  [8, "u"],
  [16, "code"],
  [32, "sub"],
  [64, "sup"],
  [128, "mark"],
];

/** Elements whose tag is fixed; `extended-` is what Ghost calls its own of the same kind. */
const TAGS: Record<string, string> = { paragraph: "p", quote: "blockquote", aside: "blockquote", listitem: "li" };

/** A text of Ghost's editor (since 5.37) as HTML; null where it is none. No text node's words are lost, whatever it stands in. */
export function lexicalToHtml(value: unknown, notes: string[]): string | null {
  const document = typeof value === "string" ? tryJson(value) : value;
  if (!isObject(document) || !isObject(document.root)) return null;
  return objectsOf(document.root.children)
    .map((node) => write(node, notes))
    .join("\n");
}

function write(node: Node, notes: string[]): string {
  const type = String(node.type ?? "").replace(/^extended-/, "");
  if (typeof node.text === "string") return writeText(node.text, node.format);
  if (type === "linebreak") return "<br>";
  if (type === "tab") return "\t";
  if (type === "list") return writeList(node, notes);
  if (!Array.isArray(node.children)) return writeCard(type, node, notes);
  const inner = writeChildren(node, notes);
  if (type === "link" || type === "autolink" || type === "at-link") {
    const href = trimmed(node.url);
    return href ? `<a href="${escapeAttribute(href)}">${inner}</a>` : inner;
  }
  const tag = tagOf(type, node);
  return tag === undefined ? inner : `<${tag}>${inner}</${tag}>`;
}

/** Headings say their own tag. */
function tagOf(type: string, node: Node): string | undefined {
  if (type === "heading") return /^h[1-6]$/.test(String(node.tag)) ? String(node.tag) : "h2";
  return Object.hasOwn(TAGS, type) ? TAGS[type] : undefined;
}

const writeChildren = (node: Node, notes: string[]): string =>
  objectsOf(node.children)
    .map((child) => write(child, notes))
    .join("");

function writeText(text: string, format: unknown): string {
  const bits = typeof format === "number" ? format : 0;
  const tags = FORMATS.filter(([bit]) => bits & bit).map(([, tag]) => tag);
  return tags.reduceRight((inner, tag) => `<${tag}>${inner}</${tag}>`, escapeUTF8(text));
}

/** An item that holds nothing but a list is the one before it, continued. */
function writeList(list: Node, notes: string[]): string {
  const items: string[] = [];
  for (const item of objectsOf(list.children)) {
    const [first, ...others] = objectsOf(item.children);
    const isNested = first?.type === "list" && others.length === 0;
    if (isNested && items.length > 0) items.push(`${items.pop()}${write(first, notes)}`);
    else items.push(item.type === "listitem" ? writeChildren(item, notes) : write(item, notes));
  }
  const tag = list.listType === "number" || list.tag === "ol" ? "ol" : "ul";
  const start = tag === "ol" && Number.isInteger(list.start) && list.start !== 1 ? ` start="${list.start}"` : "";
  return `<${tag}${start}>${items.map((item) => `<li>${item}</li>`).join("")}</${tag}>`;
}

function writeCard(type: string, card: Node, notes: string[]): string {
  const html = cardToHtml(type, card, notes);
  return html !== "" && isHidden(card.visibility) ? gated(html) : html;
}

/** Ghost has said in three ways who sees a card of a story on its site. */
function isHidden(visibility: unknown): boolean {
  if (!isObject(visibility)) return false;
  const web = isObject(visibility.web) ? visibility.web : {};
  return web.nonMember === false || visibility.showOnWeb === false || visibility.emailOnly === true;
}
