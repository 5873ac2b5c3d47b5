import type { Element, Root } from "hast";
import { parseHttpUrl, parseLink } from "../url.ts";
import { URL_PROPERTIES } from "./allowed.ts";
import { elementsOf } from "./tree.ts";

/** Every address in the tree made absolute against `base`, in place; an attribute whose address is none goes. */
export function makeAbsolute(tree: Root, base: string): void {
  for (const element of elementsOf(tree)) {
    for (const name of URL_PROPERTIES) {
      const value = element.properties[name];
      if (typeof value !== "string") continue;
      const url = name === "href" ? parseLink(value, base) : parseHttpUrl(value, base);
      if (url) element.properties[name] = url;
      else delete element.properties[name];
    }
    if (typeof element.properties.srcSet === "string") makeSrcsetAbsolute(element, element.properties.srcSet, base);
  }
}

/** HTML Living Standard §4.8.4.2.1: a URL holds no white space, and does not end in a comma. */
function makeSrcsetAbsolute(element: Element, srcset: string, base: string): void {
  const candidates = [...srcset.matchAll(/([^\s,]\S*[^\s,])(?:\s+([\d.]+[wxh]))?\s*(?:,|$)/g)].flatMap((match) => {
    const url = parseHttpUrl(match[1] ?? "", base);
    return url ? [match[2] ? `${url} ${match[2]}` : url] : [];
  });
  if (candidates.length > 0) element.properties.srcSet = candidates.join(", ");
  else delete element.properties.srcSet;
}
