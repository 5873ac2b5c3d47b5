import { type DefaultTreeAdapterTypes, parseFragment } from "parse5";

/**
 * How deep the elements of HTML nest, as a parser nests them, so that what walks the tree by recursion can be kept from it.
 * Tags alone do not tell: `<div/>` opens an element, and `</p>` may close none.
 */
export function htmlDepth(html: string): number {
  let level: DefaultTreeAdapterTypes.Node[] = [parseFragment(html)];
  let depth = -1;
  for (; level.length > 0; depth += 1) level = level.flatMap(within).filter((node) => "childNodes" in node);
  return depth;
}

/** What a template holds stands beside it (HTML Living Standard §4.12.3), and is walked like its children. */
function within(node: DefaultTreeAdapterTypes.Node): DefaultTreeAdapterTypes.Node[] {
  if ("content" in node) return node.content.childNodes;
  return "childNodes" in node ? node.childNodes : [];
}
