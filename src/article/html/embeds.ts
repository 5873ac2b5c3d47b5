import type { Element, ElementContent, Root } from "hast";
import { parseHttpUrl } from "../url.ts";
import { LINKED_INSTEAD } from "./allowed.ts";
import { addMarkup, type MarkupCensus } from "./census.ts";
import { parseForeignHtml } from "./foreign.ts";
import { hasLazyAddress, isLoadable } from "./lazy.ts";
import { pageOfEmbed } from "./providers.ts";
import { attributesOf, classesOf, elementsOf, partsOf, plainText, replaceEach } from "./tree.ts";

/**
 * What a frame says that carries its own document, in its place.
 *
 * @returns the frames that were opened
 */
export function openFrames(tree: Root): MarkupCensus {
  const opened: MarkupCensus = new Map();
  replaceEach(tree, (element) => {
    const { srcDoc, src } = element.properties;
    if (element.tagName !== "iframe" || typeof srcDoc !== "string") return undefined;
    delete element.properties.srcDoc;
    if (isLoadable(src) || hasLazyAddress(element)) return undefined;
    const parsed = parseForeignHtml(srcDoc);
    if (parsed.status === "refused") return undefined;
    // A frame in a frame's document is quoted twice, and so on: each is read once.
    for (const inner of elementsOf(parsed.tree)) delete inner.properties.srcDoc;
    addMarkup(opened, "iframe[srcdoc]");
    return [{ type: "element", tagName: "div", properties: {}, children: parsed.tree.children as ElementContent[] }];
  });
  return opened;
}

/**
 * A frame, a plug-in or a player cannot be published; in its place stands what its author wrote for those who do not have it, or else a link
 * to what it shows, by its title.
 */
export function linkEmbedded(tree: Root, base: string): void {
  replaceEach(tree, (element) => {
    const property = LINKED_INSTEAD.get(element.tagName);
    if (property) return insteadOfFrame(element, element.properties[property], base);
    const address = embeddedIn(element, base);
    if (address === undefined || hasLink(element)) return undefined;
    const own = plainText(element.children).trim() === "" ? element.children.filter(isPictured) : element.children;
    return [...own, IMAGE_FILE.test(address) ? picture(address, element.properties.title) : link(element, address)];
  });
}

function insteadOfFrame(element: Element, source: unknown, base: string): ElementContent[] {
  const address = isLoadable(source) ? parseHttpUrl(source, base) : null;
  const fallback = element.children.filter((child) => child.type !== "element" || child.tagName !== "param");
  const isBlank = plainText(fallback).trim() === "";
  if (fallback.some((child) => child.type === "element" && (isPictured(child) || hasLink(child)))) return fallback;
  if (!address) return fallback;
  const { type, title } = element.properties;
  if (isBlank && typeof type === "string" && type.startsWith("image/")) return [picture(address, title)];
  return [
    isBlank || element.tagName === "iframe"
      ? link(element, address)
      : { ...link(element, address), children: fallback },
  ];
}

const IMAGE_FILE = /\.(?:jpe?g|png|gif|webp|avif)(?:\?|$)/i;

const picture = (src: string, alt: unknown): Element => ({
  type: "element",
  tagName: "img",
  properties: typeof alt === "string" ? { src, alt } : { src },
  children: [],
});

const TITLES = ["title", "arialabel", "playlabel", "label", "datatitle", "datacaption"];

function link(element: Element, address: string): Element {
  const attributes = attributesOf(element);
  const title = TITLES.map((name) => attributes.get(name)).find((value) => value);
  return {
    type: "element",
    tagName: "a",
    properties: { href: address },
    children: [{ type: "text", value: title ?? address }],
  };
}

/** Elements of HTML that pages put in a player's place until a script makes one. */
const STAND_INS = new Set(["div", "span", "figure", "p", "section", "video", "oembed"]);
const IDS =
  /^(?:data)?(?:video|youtube|yt|vimeo|tweet|twitter|embed|plyrembed|playback|media|track|post|content)?(?:id|shortcode)$/;
const ADDRESSES = /^(?:data)?(?:oembed|embed|iframe|video|youtube|vimeo|media|tweet|post)?(?:src|href|url)$/;

/** Buttons to share a page and boxes for what people say of it: their addresses are the page's own. */
const ABOUT_THE_PAGE = /share|like|comment|follow|button|social|subscribe/i;

/** The page of what an empty element or one of a page's own would show, by its name, its class or what its attributes say. */
function embeddedIn(element: Element, base: string): string | undefined {
  const isOwn = element.tagName.includes("-");
  if (!isOwn && !STAND_INS.has(element.tagName)) return undefined;
  if (!isOwn && (element.tagName === "video" ? isPlaying(element) : element.children.some(isContent))) return undefined;
  const attributes = [...attributesOf(element)];
  const firstOf = (pattern: RegExp) => attributes.find(([name, value]) => pattern.test(name) && value !== "")?.[1];
  const id = firstOf(IDS);
  const account = firstOf(/^(?:data)?account(?:id)?$/);
  if (id && account && /^\w+$/.test(account + id))
    return `https://players.brightcove.net/${account}/default_default/index.html?videoId=${id}`;
  if (element.tagName === "video") return undefined;
  const named = [
    element.tagName,
    ...classesOf(element),
    ...attributes.map(([name, value]) => (name.endsWith("provider") ? value : name)),
  ].join(" ");
  const page = id ? (parseHttpUrl(id) ?? pageOfEmbed(named, id)) : undefined;
  if (page) return page;
  if (classesOf(element).some((name) => ABOUT_THE_PAGE.test(name))) return undefined;
  const address = firstOf(ADDRESSES);
  // Of an element of the page's own, a path may be anything: the data that it draws.
  return address && /^(?:https?:)?\/\//i.test(address) && !element.children.some(isContent)
    ? (parseHttpUrl(address, base) ?? undefined)
    : undefined;
}

const isContent = (node: ElementContent): boolean =>
  node.type === "element"
    ? node.tagName !== "script" && node.tagName !== "style"
    : node.type === "text" && node.value.trim() !== "";

const isPlaying = ({ properties, children }: Element): boolean =>
  properties.src !== undefined || children.some((child) => child.type === "element" && child.tagName === "source");

const PICTURED = new Set(["img", "picture", "video", "audio", "iframe", "embed", "object"]);

const isPictured = (node: ElementContent): boolean =>
  node.type === "element" && partsOf(node).some(({ tagName }) => PICTURED.has(tagName));

/** Whether a link in an element says where to go. */
const hasLink = (element: Element): boolean =>
  partsOf(element).some(
    ({ tagName, properties, children }) =>
      tagName === "a" && properties.href !== undefined && plainText(children).trim() !== "",
  );
