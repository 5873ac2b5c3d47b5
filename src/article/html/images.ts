import type { Element, ElementContent, Root } from "hast";
import { SKIP, visit } from "unist-util-visit";
import { parseHtml, writeHtml } from "./tree.ts";

/**
 * Clean HTML without images of the given addresses: the figure or picture that shows one goes whole, its caption with it, and
 * a link to one keeps only its text. The same file in another size, told by its query, counts as the same image, unless
 * that address is among those to keep.
 */
export function withoutImages(html: string, withheld: string[], keep: string[] = []): string {
  if (withheld.length === 0 || html === "") return html;
  const files = new Set(withheld.map(fileOf));
  const shows = (url: string) => files.has(fileOf(url)) && !keep.includes(url);
  const tree = parseHtml(html);
  const removed = dropShowing(tree, shows);
  return removed ? writeHtml(tree) : html;
}

/** Elements that are taken out whole with an image in them, the outermost first. */
const CONTAINERS = new Set(["figure", "picture", "video", "audio"]);

function dropShowing(tree: Root, shows: (url: string) => boolean): boolean {
  let changed = false;
  visit(tree, "element", (element, index, parent) => {
    if (!parent || index === undefined) return;
    const goes = CONTAINERS.has(element.tagName) ? holds(element, shows) : addresses(element).some(shows);
    if (goes) {
      changed = true;
      parent.children.splice(index, 1);
      return [SKIP, index];
    }
    if (typeof element.properties.href === "string" && shows(element.properties.href)) {
      changed = true;
      parent.children.splice(index, 1, ...(element.children as ElementContent[]));
      return [SKIP, index];
    }
  });
  return changed;
}

function holds(container: Element, shows: (url: string) => boolean): boolean {
  let found = false;
  visit(container, "element", (element) => {
    if (
      addresses(element).some(shows) ||
      (typeof element.properties.href === "string" && shows(element.properties.href))
    )
      found = true;
  });
  return found;
}

/** What an element shows; cleaned, every address is absolute. */
const addresses = ({ properties }: Element): string[] => [
  ...[properties.src, properties.poster].filter((value) => typeof value === "string"),
  ...(typeof properties.srcSet === "string"
    ? properties.srcSet.split(/,\s+/).map((one) => one.trim().split(/\s/)[0] ?? "")
    : []),
  // Scripts of the newsroom's own site load pictures from here.
  ...Object.entries(properties).flatMap(([name, value]) =>
    /^data[A-Z]/.test(name) && typeof value === "string" ? [value] : [],
  ),
];

const fileOf = (url: string): string => {
  const parsed = URL.parse(url);
  return parsed ? parsed.host + parsed.pathname : url;
};
