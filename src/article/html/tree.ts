import type { Root } from "hast";
import { fromParse5 } from "hast-util-from-parse5";
import { toHtml } from "hast-util-to-html";
import { parseFragment } from "parse5";
import { visit } from "unist-util-visit";
import { stripForbidden } from "../text.ts";

/** Parsed as the content of a `body`, which never fails. */
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

/** A parser drops the newline right after `<pre>` (HTML §13.2.6.4.7): one more keeps the text's own. */
function keepFirstNewlines(tree: Root): void {
  visit(tree, "element", (element) => {
    const first = element.tagName === "pre" ? element.children[0] : undefined;
    if (first?.type === "text" && first.value.startsWith("\n")) first.value = `\n${first.value}`;
  });
}
