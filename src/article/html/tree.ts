import type { Element, ElementContent, Root, RootContent } from "hast";
import { fromParse5 } from "hast-util-from-parse5";
import { toHtml } from "hast-util-to-html";
import { parseFragment } from "parse5";
import { stripForbidden } from "../text.ts";

/** Clean HTML parsed as the content of a `body`, which never fails. HTML of unknown origin has limits: `parseForeignHtml`. */
export const parseHtml = (html: string): Root => fromParse5(parseFragment(html)) as Root;

/**
 * HTML that a strict parser finds nothing to mend in. The tree itself may change.
 *
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

/** Every element of a tree, in the order of the document. Many are looked at for every article: this makes nothing but the list. */
export function elementsOf(tree: Root): Element[] {
  const found: Element[] = [];
  const stack: RootContent[] = tree.children.toReversed();
  for (let node = stack.pop(); node !== undefined; node = stack.pop()) {
    if (node.type !== "element") continue;
    found.push(node);
    for (let index = node.children.length - 1; index >= 0; index -= 1) {
      const child = node.children[index];
      if (child?.type === "element") stack.push(child);
    }
  }
  return found;
}

/** An element and every one in it, in the order of the document. */
export const partsOf = (element: Element): Element[] => elementsOf({ type: "root", children: [element] });

/**
 * Every element of a tree put through `change`, from the outside in. What it answers takes the element's place, and is put through as
 * well; undefined leaves the element. It costs no more than the tree's size, where `change` does not.
 *
 * @param change gets an element with its parent and its place there; what took another's place has that one's
 */
export function replaceEach(
  tree: Root,
  change: (element: Element, parent: Element | Root, index: number) => ElementContent[] | undefined,
): void {
  const stack: (Element | Root)[] = [tree];
  for (let parent = stack.pop(); parent !== undefined; parent = stack.pop()) {
    const { children } = parent;
    let changed: RootContent[] | undefined;
    for (const [index, child] of children.entries()) {
      const waiting: RootContent[] = [child];
      for (let node = waiting.pop(); node !== undefined; node = waiting.pop()) {
        const instead = node.type === "element" ? change(node, parent, index) : undefined;
        if (instead) {
          changed ??= children.slice(0, index);
          for (const one of instead.toReversed()) waiting.push(one);
          continue;
        }
        changed?.push(node);
        if (node.type === "element") stack.push(node);
      }
    }
    if (changed) parent.children = changed as ElementContent[];
  }
}

/** An attribute's name in lower case, letters alone: `data-video-id` and `videoId` are `datavideoid`, `videoid`. */
export const letterName = (name: string): string => name.toLowerCase().replace(/[^a-z]/g, "");

/** An element's attributes by such names. */
export const attributesOf = ({ properties }: Element): Map<string, string> =>
  new Map(
    Object.entries(properties).flatMap(([name, value]) =>
      typeof value === "string" ? [[letterName(name), value.trim()] as const] : [],
    ),
  );

export const classesOf = ({ properties }: Element): string[] =>
  Array.isArray(properties.className) ? properties.className.map(String) : [];

/** What an element says, as it stands, blank or not. */
export function plainText(nodes: (RootContent | ElementContent)[]): string {
  let text = "";
  const stack = nodes.toReversed();
  for (let node = stack.pop(); node !== undefined; node = stack.pop()) {
    if (node.type === "text") text += node.value;
    else if (node.type === "element") for (const child of node.children.toReversed()) stack.push(child);
  }
  return text;
}

/** A parser drops the newline right after `<pre>` (HTML §13.2.6.4.7): one more keeps the text's own. */
function keepFirstNewlines(tree: Root): void {
  for (const { tagName, children } of elementsOf(tree)) {
    const first = tagName === "pre" ? children[0] : undefined;
    if (first?.type === "text" && first.value.startsWith("\n")) first.value = `\n${first.value}`;
  }
}
