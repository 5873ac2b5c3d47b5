import type { Element } from "hast";
import { letterName } from "./tree.ts";

/** Elements that load what they show from an address. */
export const LOADING = new Set(["img", "source", "iframe", "embed", "video", "audio", "track"]);

/**
 * Attributes that scripts load a picture or a frame from, once it is near: the many plug-ins for it call them `data-src`,
 * `data-lazy-src`, `nitro-lazy-src`, `data-srcset`… What they call a small or a spare picture is none.
 */
const LAZY_SRC =
  /^(?!src$)(?!.*(?:thumb|small|tiny|low(?:res)?|lqip|blur|placeholder|preview|error|fallback)src$)(?:.*src|data(?:original|echo|lazy|lazyload|flickitylazyload|breeze|delayedurl|llbg))$/;
const LAZY_SRCSET = /^(?!srcset$).*srcset$/;
/** The same picture in another size, or in need: only where there is no other. */
const SPARE_SRC =
  /^data(?:full(?:url|size|image)?|orig(?:inal)?file|largefile|mediumfile|hires|large|image|imageurl|url|img|pinmedia|permalinkimage|(?:thumb|small|tiny|low(?:res)?|fallback)src)$/;

/** What stands in an address until the real one is loaded. */
const NO_ADDRESS = /^(?:#|$|about:|data:|blob:|javascript:|[^/]*[{<])/i;
const PLACEHOLDER =
  /(?:^|[/_.-])(?:blank|spacer|placeholder|loading|loader|lazy(?:load)?|transparent|pixel|1x1|clear|dummy)(?:[_.-][^/?#]*)?\.(?:gif|png|svg|jpe?g|webp)(?:[?#]|$)/i;

/** Whether an address is one that something can be loaded from. */
export const isLoadable = (value: unknown): value is string =>
  typeof value === "string" && !NO_ADDRESS.test(value.trim());

export const isPlaceholder = (value: unknown): boolean => !isLoadable(value) || PLACEHOLDER.test(value);

export const hasLazyAddress = ({ properties }: Element): boolean =>
  Object.entries(properties).some(
    ([name, value]) => (LAZY_SRC.test(letterName(name)) || LAZY_SRCSET.test(letterName(name))) && isLoadable(value),
  );

/**
 * The address that a script would load put where an element has its address; the attributes that named it go.
 *
 * @returns whether there was one
 */
export function useLazyAddress(element: Element): boolean {
  const { properties } = element;
  const found: { src?: string; srcSet?: string; poster?: string; sizes?: string } = {};
  let spare: [name: string, address: string] | undefined;
  for (const [name, value] of Object.entries(properties)) {
    if (typeof value !== "string") continue;
    const called = letterName(name);
    const property = propertyFor(called, value);
    if (property !== undefined) {
      found[property] ??= value;
      delete properties[name];
    } else if (spare === undefined && SPARE_SRC.test(called) && looksLikeAddress(value)) spare = [name, value];
  }
  if (found.sizes === "auto") delete found.sizes;
  Object.assign(properties, found);
  const isLazy = found.src !== undefined || found.srcSet !== undefined;
  if (isLazy || spare === undefined || !isPlaceholder(properties.src) || isLoadable(properties.srcSet)) return isLazy;
  properties.src = spare[1];
  delete properties[spare[0]];
  return true;
}

function propertyFor(called: string, value: string): "src" | "srcSet" | "sizes" | "poster" | undefined {
  if (called === "datasizes") return "sizes";
  if (called === "dataposter" && isLoadable(value)) return "poster";
  if (LAZY_SRCSET.test(called) && isLoadable(value)) return "srcSet";
  return LAZY_SRC.test(called) && looksLikeAddress(value) ? "src" : undefined;
}

/** Not a number or a name that stands in an attribute which other plug-ins have an address in. */
const looksLikeAddress = (value: string): boolean => isLoadable(value) && /[/.]/.test(value);
