import type { Element, ElementContent, Root } from "hast";
import { LOADING, useLazyAddress } from "./lazy.ts";
import { openNoscripts } from "./noscript.ts";
import { candidatesOf } from "./srcset.ts";
import { elementsOf, replaceEach } from "./tree.ts";

/** AMP's elements are those of HTML, which its script loads. */
const AMP = new Map([
  ["amp-img", "img"],
  ["amp-anim", "img"],
  ["amp-video", "video"],
  ["amp-audio", "audio"],
  ["amp-iframe", "iframe"],
]);

/** Pictures, recordings and frames that a page's scripts would load, as if they had: nobody runs a script in a feed. */
export function loadLazy(tree: Root): void {
  const lazy = new Set<Element>();
  for (const element of elementsOf(tree)) {
    element.tagName = AMP.get(element.tagName) ?? element.tagName;
    if (LOADING.has(element.tagName) && useLazyAddress(element)) lazy.add(element);
  }
  openNoscripts(tree, lazy);
}

/**
 * A picture that has its address elsewhere than in its `src`, in a `srcset` or a `source`, gets it there, where every reader looks.
 * In the place of one without any stands what it says in words. Addresses are absolute here.
 */
export function completePictures(tree: Root): void {
  replaceEach(tree, (element) => {
    if (element.tagName === "picture") return completePicture(element);
    if (element.tagName !== "img") return undefined;
    const { src, srcSet, alt } = element.properties;
    if (typeof src === "string") return undefined;
    const address = typeof srcSet === "string" ? bestOf(srcSet) : undefined;
    if (address === undefined)
      return typeof alt === "string" && alt.trim() !== "" ? [{ type: "text", value: alt }] : [];
    element.properties.src = address;
    return undefined;
  });
}

function completePicture(picture: Element): ElementContent[] | undefined {
  const parts = elementsOf({ type: "root", children: picture.children });
  const img = parts.find(({ tagName }) => tagName === "img");
  if (img && (img.properties.src || img.properties.srcSet)) return undefined;
  const sources = parts.filter(({ tagName }) => tagName === "source");
  const address =
    addressOf(sources.findLast(({ properties }) => !/avif|webp|jxl/i.test(String(properties.type)))) ??
    addressOf(sources.at(-1));
  if (address === undefined)
    return picture.children.filter((child) => child.type !== "element" || child.tagName !== "source");
  if (img) img.properties.src = address;
  else picture.children.push({ type: "element", tagName: "img", properties: { src: address }, children: [] });
  return undefined;
}

function addressOf(source: Element | undefined): string | undefined {
  const { src, srcSet } = source?.properties ?? {};
  if (typeof srcSet === "string") return bestOf(srcSet);
  return typeof src === "string" ? src : undefined;
}

/** Pixels: more than any column of a reader has, at two for one. */
const WIDE_ENOUGH = 2_000;

/** The largest that is no larger than needed. */
export function bestOf(srcset: string): string | undefined {
  const sized = candidatesOf(srcset).map(({ url, descriptors: [size = "1x"] }) => ({
    url,
    size: Number.parseFloat(size) * (size.endsWith("x") ? 1_000 : 1),
  }));
  const fitting = sized.filter(({ size }) => size <= WIDE_ENOUGH);
  const better = (a: (typeof sized)[number], b: (typeof sized)[number]) => (b.size > a.size ? b : a);
  const smaller = (a: (typeof sized)[number], b: (typeof sized)[number]) => (b.size < a.size ? b : a);
  if (sized.length === 0) return undefined;
  return (fitting.length > 0 ? fitting.reduce(better) : sized.reduce(smaller)).url;
}
