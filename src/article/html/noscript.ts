import type { Element, ElementContent, Root, RootContent } from "hast";
import { isLoadable, isPlaceholder } from "./lazy.ts";
import { candidatesOf } from "./srcset.ts";
import { classesOf, elementsOf, partsOf, plainText, replaceEach } from "./tree.ts";

/** What stands in a `noscript` for what a script would load. */
const UNITS = new Set(["img", "picture", "iframe", "video", "audio"]);

/**
 * What a page says to those without scripts, which all readers of a feed are, as part of the page. A picture in it is the one that
 * stands beside it, waiting to be loaded: it is shown once.
 *
 * @param lazy the elements whose address a script would have loaded, and which have it now
 */
export function openNoscripts(tree: Root, lazy: Set<Element>): void {
  const noscripts = elementsOf(tree).filter(({ tagName }) => tagName === "noscript");
  if (noscripts.length === 0) return;
  const shown = shownOutside(tree, new Set(noscripts));
  const gone = new Set<Element>();
  replaceEach(tree, (noscript, parent, index) => {
    if (noscript.tagName !== "noscript") return undefined;
    const beside = [neighbour(parent.children, index, -1), neighbour(parent.children, index, 1)];
    const units = unitsIn(noscript);
    for (const [place, unit] of units.entries()) {
      const waiting = place === 0 ? beside.find((one) => one && isWaiting(one, unit, lazy)) : undefined;
      const twin = waiting ?? shown.get(fileOf(addressOf(unit)));
      if (twin) {
        if (!isLazy(twin, lazy) || addressOf(twin) === "") take(twin, unit);
        gone.add(unit);
      } else if (isBeacon(unit)) gone.add(unit);
    }
    const words = plainText(noscript.children);
    const isLeft = units.some((unit) => !gone.has(unit)) || (words.trim() !== "" && !ABOUT_SCRIPTS.test(words));
    return isLeft ? undefined : [];
  });
  if (gone.size > 0) replaceEach(tree, (element) => (gone.has(element) ? [] : undefined));
}

/** “Please enable JavaScript to view the comments.” */
const ABOUT_SCRIPTS = /^[\s\S]{0,300}\bjava\s?script\b[\s\S]{0,300}$/i;

/** Pictures that the page has outside of its `noscript`s, by their files. */
function shownOutside(tree: Root, noscripts: Set<Element>): Map<string, Element> {
  const shown = new Map<string, Element>();
  const stack: RootContent[] = [...tree.children];
  for (let node = stack.pop(); node !== undefined; node = stack.pop()) {
    if (node.type !== "element" || noscripts.has(node)) continue;
    if (UNITS.has(node.tagName) && isLoadable(addressOf(node))) shown.set(fileOf(addressOf(node)), node);
    else stack.push(...node.children);
  }
  return shown;
}

/** The outermost pictures and frames in a `noscript`. */
function unitsIn(noscript: Element): Element[] {
  const units: Element[] = [];
  const stack: ElementContent[] = noscript.children.toReversed();
  for (let node = stack.pop(); node !== undefined; node = stack.pop()) {
    if (node.type !== "element") continue;
    if (UNITS.has(node.tagName)) units.push(node);
    else for (const child of node.children.toReversed()) stack.push(child);
  }
  return units;
}

/** The element next to another, but for white space. */
function neighbour(siblings: RootContent[], index: number, step: 1 | -1): Element | undefined {
  const next = siblings[index + step];
  const node = next?.type === "text" && next.value.trim() === "" ? siblings[index + 2 * step] : next;
  return node?.type === "element" ? innermost(node) : undefined;
}

/** The picture that a wrapper holds alone. */
function innermost(element: Element): Element {
  let inner = element;
  while (!UNITS.has(inner.tagName) && inner.children.length === 1 && inner.children[0]?.type === "element")
    inner = inner.children[0];
  return inner;
}

/** Whether an element stands there only until a script loads what a `noscript` shows. */
const isWaiting = (element: Element, unit: Element, lazy: Set<Element>): boolean =>
  (element.tagName === unit.tagName || (PICTURED.has(element.tagName) && PICTURED.has(unit.tagName))) &&
  (isLazy(element, lazy) || isPlaceholder(addressOf(element)) || classesOf(element).some((name) => /lazy/i.test(name)));

const PICTURED = new Set(["img", "picture"]);

const isLazy = (element: Element, lazy: Set<Element>): boolean => partsOf(element).some((part) => lazy.has(part));

/** What is behind the picture: its own address, or that of a part. */
function addressOf(unit: Element): string {
  for (const { properties } of partsOf(unit)) {
    if (isLoadable(properties.src) && !isPlaceholder(properties.src)) return properties.src;
    const candidate = typeof properties.srcSet === "string" ? candidatesOf(properties.srcSet).at(-1) : undefined;
    if (candidate && isLoadable(candidate.url)) return candidate.url;
  }
  return "";
}

/** One picture in several sizes is one file: its path without the host, the query, and the size that WordPress adds to the name. */
const fileOf = (address: string): string =>
  address
    .trim()
    .replace(/^(?:https?:)?\/\/[^/?#]*/i, "")
    .replace(/(\.(?:jpe?g|png|gif|webp|avif|svg))[?#].*$/is, "$1")
    .replace(/-\d{1,5}x\d{1,5}(?=\.\w{3,4}$)/, "");

/** The picture that a `noscript` has in place of one that has none, or only a small one. */
function take(twin: Element, unit: Element): void {
  twin.tagName = unit.tagName;
  const alt = unit.properties.alt || twin.properties.alt;
  twin.properties = { ...unit.properties, ...(alt ? { alt } : {}) };
  twin.children = unit.children;
}

/** A picture that counts who sees the page. */
function isBeacon(unit: Element): boolean {
  const { width, height, alt, src } = unit.properties;
  if (unit.tagName !== "img") return false;
  if (Number(width) <= 1 && Number(height) <= 1) return true;
  return !alt && typeof src === "string" && /\.php\?|\/tr\?|[?&](?:idsite|c1|pid|tid)=/i.test(src);
}
