import type { Element, Root } from "hast";
import { fromParse5 } from "hast-util-from-parse5";
import { sanitize } from "hast-util-sanitize";
import { toHtml } from "hast-util-to-html";
import { toText } from "hast-util-to-text";
import { type DefaultTreeAdapterTypes, parseFragment } from "parse5";
import { visit } from "unist-util-visit";
import { ALLOWED, LINKED_INSTEAD, URL_PROPERTIES } from "./html-allowed.ts";
import { MAX_HTML_DEPTH } from "./limits.ts";
import { stripForbidden } from "./text.ts";
import { parseHttpUrl, parseLink } from "./url.ts";

/** What cleaning took out: an element `script`, or an attribute `a[onclick]`, and how often. */
export type RemovedMarkup = Map<string, number>;

export type CleanHtml = { status: "clean"; html: string; removed: RemovedMarkup } | { status: "too deep" };

/**
 * HTML of unknown origin to the allow-list, with every link absolute (`base`: the article's URL), written so that a
 * strict HTML parser finds nothing to mend. Cleaning clean HTML changes nothing.
 */
export function cleanHtml(dirty: string, base: string): CleanHtml {
  const parsed = parseFragment(dirty);
  if (depth(parsed) > MAX_HTML_DEPTH) return { status: "too deep" };
  const tree = fromParse5(parsed) as Root;
  const before = census(tree);
  linkEmbedded(tree);
  const html = settle(sanitize(tree, ALLOWED) as Root, base);
  return { status: "clean", html, removed: difference(before, census(parseHtml(html))) };
}

/** The text a reader sees: block elements part lines. */
export const htmlToText = (html: string): string => toText(parseHtml(html)).trim();

/** Whether there is anything to see or hear in it. */
export const isEmptyHtml = (html: string): boolean =>
  !/<(img|video|audio|picture|hr|table)\b/.test(html) && htmlToText(html) === "";

export const parseHtml = (html: string): Root => fromParse5(parseFragment(html)) as Root;

/**
 * Serialising a tree and parsing it again can give another tree (a `p` that swallowed a block, an `a` in an `a`), so
 * parse what was written until nothing changes any more.
 */
function settle(tree: Root, base: string): string {
  let html = "";
  for (let round = 0, next = tree; round < 5; round += 1, next = sanitize(parseHtml(html), ALLOWED) as Root) {
    absolutize(next, base);
    const written = writeHtml(next);
    if (written === html) break;
    html = written;
  }
  return html;
}

/** A parser drops the newline right after `<pre>` (HTML §13.2.6.4.7): one more keeps the text's own. */
function keepFirstNewlines(tree: Root): void {
  visit(tree, "element", (element) => {
    const first = element.tagName === "pre" ? element.children[0] : undefined;
    if (first?.type === "text" && first.value.startsWith("\n")) first.value = `\n${first.value}`;
  });
}

/**
 * Character references can smuggle in what no document may carry, and a carriage return, which XML reads as a newline.
 * `]]>` would end a CDATA section; in HTML the escaped form means the same, in text and in attributes.
 */
export function writeHtml(tree: Root): string {
  keepFirstNewlines(tree);
  return stripForbidden(toHtml(tree, { characterReferences: { useNamedReferences: false }, quote: '"' }))
    .text.replace(/\r\n?/g, "\n")
    .replaceAll("]]>", "]]&gt;")
    .trim();
}

function absolutize(tree: Root, base: string): void {
  visit(tree, "element", (element) => {
    for (const name of URL_PROPERTIES) {
      const value = element.properties[name];
      if (typeof value !== "string") continue;
      const url = name === "href" ? parseLink(value, base) : parseHttpUrl(value, base);
      if (url) element.properties[name] = url;
      else delete element.properties[name];
    }
    if (typeof element.properties.srcSet === "string") absolutizeSrcset(element, element.properties.srcSet, base);
  });
}

/** HTML Living Standard §4.8.4.2.1: a URL holds no white space, and does not end in a comma. */
function absolutizeSrcset(element: Element, srcset: string, base: string): void {
  const candidates = [...srcset.matchAll(/([^\s,]\S*[^\s,])(?:\s+([\d.]+[wxh]))?\s*(?:,|$)/g)].flatMap((match) => {
    const url = parseHttpUrl(match[1] ?? "", base);
    return url ? [match[2] ? `${url} ${match[2]}` : url] : [];
  });
  if (candidates.length > 0) element.properties.srcSet = candidates.join(", ");
  else delete element.properties.srcSet;
}

/** A frame or plug-in cannot be published, its address can: a link takes its place. */
function linkEmbedded(tree: Root): void {
  visit(tree, "element", (element) => {
    const property = LINKED_INSTEAD.get(element.tagName);
    const address = property && element.properties[property];
    if (typeof address !== "string" || !/^(https?:)?\/\//i.test(address.trim())) return;
    element.tagName = "a";
    element.properties = { href: address };
    element.children = [{ type: "text", value: address.trim() }];
  });
}

/** Counted without recursion, before anything that recurses sees the tree. */
function depth(fragment: DefaultTreeAdapterTypes.DocumentFragment): number {
  let deepest = 0;
  const stack: [DefaultTreeAdapterTypes.Node, number][] = [[fragment, 0]];
  for (let top = stack.pop(); top; top = stack.pop()) {
    const [node, level] = top;
    deepest = Math.max(deepest, level);
    if ("childNodes" in node) for (const child of node.childNodes) stack.push([child, level + 1]);
  }
  return deepest;
}

function census(tree: Root): RemovedMarkup {
  const counts: RemovedMarkup = new Map();
  const count = (key: string) => counts.set(key, (counts.get(key) ?? 0) + 1);
  visit(tree, "element", (element) => {
    count(element.tagName);
    for (const name of Object.keys(element.properties)) count(`${element.tagName}[${name.toLowerCase()}]`);
  });
  return counts;
}

/** An element that went took its attributes along: they are not listed again. */
function difference(before: RemovedMarkup, after: RemovedMarkup): RemovedMarkup {
  const removed: RemovedMarkup = new Map();
  for (const [key, count] of before) {
    const gone = count - (after.get(key) ?? 0);
    const element = key.replace(/\[.*/, "");
    const withElement = key === element ? 0 : (before.get(element) ?? 0) - (after.get(element) ?? 0);
    if (gone > Math.max(0, withElement)) removed.set(key, gone);
  }
  return removed;
}
