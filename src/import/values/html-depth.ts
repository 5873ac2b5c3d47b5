import { type DefaultTreeAdapterTypes, defaultTreeAdapter, parseFragment } from "parse5";
import { contain } from "../../article/contain.ts";

/**
 * How deep the elements of HTML nest, as a parser nests them, so that what walks the tree by recursion can be kept from it.
 * Tags alone do not tell: `<div/>` opens an element, and `</p>` may close none. Infinity where there are more elements than
 * characters.
 */
export function htmlDepth(html: string): number {
  const root = contain<DefaultTreeAdapterTypes.Node | null>(
    () => parseFragment(html, { treeAdapter: adapterFor(html.length + OF_PARSER) }),
    () => null,
  );
  if (!root) return Number.POSITIVE_INFINITY;
  let level = [root];
  let depth = -1;
  for (; level.length > 0; depth += 1) level = level.flatMap(within).filter((node) => "childNodes" in node);
  return depth;
}

/** Elements that a parser of fragments makes for itself (HTML Living Standard §13.4): context, document and root. */
const OF_PARSER = 3;

/** Formatting that is never closed is opened again in each block (HTML Living Standard §13.2.4.3): of 300 KB that makes a gigabyte. */
function adapterFor(most: number): typeof defaultTreeAdapter {
  let made = 0;
  return {
    ...defaultTreeAdapter,
    createElement(...of) {
      made += 1;
      if (made > most) throw new RangeError("more elements than characters");
      return defaultTreeAdapter.createElement(...of);
    },
  };
}

/** What a template holds stands beside it (HTML Living Standard §4.12.3), and is walked like its children. */
function within(node: DefaultTreeAdapterTypes.Node): DefaultTreeAdapterTypes.Node[] {
  if ("content" in node) return node.content.childNodes;
  return "childNodes" in node ? node.childNodes : [];
}
