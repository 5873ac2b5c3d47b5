import type { Element, Root, RootContent } from "hast";
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

/** A parser drops the newline right after `<pre>` (HTML §13.2.6.4.7): one more keeps the text's own. */
function keepFirstNewlines(tree: Root): void {
  for (const { tagName, children } of elementsOf(tree)) {
    const first = tagName === "pre" ? children[0] : undefined;
    if (first?.type === "text" && first.value.startsWith("\n")) first.value = `\n${first.value}`;
  }
}
