import type { Root } from "hast";
import { MAX_ARTICLE_BYTES } from "../limits.ts";
import { parseHttpUrl, parseLink } from "../url.ts";
import { URL_PROPERTIES } from "./allowed.ts";
import { candidatesOf } from "./srcset.ts";
import { elementsOf } from "./tree.ts";

/**
 * Every address in the tree made absolute against `base`, in place; an attribute whose address is none goes.
 *
 * @returns whether it was done: a byte can become an address as long as the base, and no article has room for many of those
 */
export function makeAbsolute(tree: Root, base: string): boolean {
  let room = MAX_ARTICLE_BYTES;
  const resolve = (text: string, parse: typeof parseLink): string | null => {
    const url = room < 0 ? null : parse(text, base);
    room -= url?.length ?? 0;
    return url;
  };
  for (const element of elementsOf(tree)) {
    const { properties } = element;
    for (const name of URL_PROPERTIES) {
      const value = properties[name];
      if (typeof value !== "string") continue;
      const url = resolve(value, name === "href" ? parseLink : parseHttpUrl);
      if (url) properties[name] = url;
      else delete properties[name];
    }
    if (typeof properties.srcSet !== "string") continue;
    const candidates = candidatesOf(properties.srcSet).flatMap(({ url, descriptors }) => {
      const absolute = resolve(url, parseHttpUrl);
      return absolute ? [[absolute, ...descriptors].join(" ")] : [];
    });
    if (candidates.length > 0) properties.srcSet = candidates.join(", ");
    else delete properties.srcSet;
  }
  return room >= 0;
}
